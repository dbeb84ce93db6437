"""What a simulated programme assumes; docs/ripple.md names where each number comes from.

A chance is for one month and one person, unless it says otherwise.
"""

from dataclasses import dataclass, fields, replace

# What somebody does of their own accord, in this order; each step can be taken back.
NO_STEP, THANKS, WELCOMING, CO_HOSTING, TRAINED, SPECIALIST = range(6)
ROLES = ("none", "thanks", "welcoming", "co-hosting", "trained", "specialist")
# Steps the programme records. Thanks are sealed: the house never knows of them.
RECORDED = (WELCOMING, CO_HOSTING, TRAINED, SPECIALIST)
MOST_OPEN = 3
# No step in the first six months, and none in a month with a bad day.
FIRST_MONTHS = 6
# After so many months since their own support ended, people are counted once.
YEAR = 12
QUARTER = 3
DEEPEST = 15


@dataclass(frozen=True)
class Assumptions:
    """One programme; every number may be set by `--assume NAME=NUMBER`."""

    # So many specialists at the beginning, for each thousand people who might come.
    first_specialists: float = 5.0
    seats: float = 12.0
    # People come by themselves: of those who have not come yet.
    comes: float = 0.02
    gives_up_waiting: float = 0.06
    support_ends: float = 0.125
    # Whoever is not supported now closes their place; those with a role half as often.
    leaves: float = 0.015
    specialist_stops: float = 0.012
    bad_month: float = 0.10
    # For each invitation that may still be open; of open ones, come or lapse.
    invites: float = 0.02
    invited_comes: float = 0.25
    invite_lapses: float = 0.50
    says_thanks: float = 0.10
    welcomes: float = 0.05
    co_hosts: float = 0.05
    is_trained: float = 0.08
    is_endorsed: float = 0.15
    steps_back: float = 0.02
    # Who lets themselves be counted; both ends have to.
    counted: float = 0.60
    # How much likelier those are to be counted who did pass it on (1: no likelier).
    counted_if_given: float = 1.0


class NoSuchAssumption(ValueError):
    """There is no such name, or that is no number it can have."""


def with_changed(assumed: Assumptions, words: list[str]) -> Assumptions:
    """Set single numbers, each as NAME=NUMBER. NoSuchAssumption."""
    known = {field.name for field in fields(assumed)}
    for word in words:
        name, _, number = word.partition("=")
        if name not in known:
            raise NoSuchAssumption(f"an assumption is one of {', '.join(sorted(known))}")
        assumed = replace(assumed, **{name: _number(name, number)})
    return assumed


def _number(name: str, word: str) -> float:
    most = {"seats": 1_000.0, "first_specialists": 1_000.0, "counted_if_given": 10.0}
    try:
        number = float(word)
    except ValueError:
        number = -1.0
    if not 0 <= number <= most.get(name, 1.0):
        raise NoSuchAssumption(f"{name} is from 0 to {most.get(name, 1.0):g}")
    return number
