"""Whether a programme writes notes of meetings, and what a payer asks. Off by default."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.ground.refusal import Refused
from pse.bill import LONGEST_CODE
from pse.card_note import LONGEST_GOAL
from pse.units import EIGHT_MINUTES, RULES, units_of

MOST_GOALS = 20
#: For how many years after a meeting each of two keeps its note; 0: as long as their talk.
YEARS = (0, 1, 3, 5, 7, 10)
#: What the desk shows beside the rule, so that nobody has to work it out.
SHOWN = (7, 8, 14, 15, 22, 23, 37, 38, 52, 53)


class NotDocumenting(Refused):
    """A form that cannot be kept; the code says why."""

    code = "notes-rule"
    words = "This cannot be kept."


@dataclass(frozen=True, slots=True)
class Documenting:
    """What the programme says: how units are counted, what the work is called, which goals."""

    is_on: bool = False
    rule: int = EIGHT_MINUTES
    work: str = ""
    goals: tuple[str, ...] = ()
    keep_years: int = 0


def typed(*, is_on: bool, rule: str, work: str, goals: str, keep: str = "0") -> Documenting:
    """Read the form; NotDocumenting for what cannot be kept."""
    if rule not in map(str, RULES):
        raise NotDocumenting("notes-rule")
    if keep not in map(str, YEARS):
        raise NotDocumenting("notes-rule")
    listed = tuple(dict.fromkeys(line for line in map(_line, goals.splitlines()) if line))
    is_long = len(listed) > MOST_GOALS or any(len(one) > LONGEST_GOAL for one in listed)
    if is_long or len(_line(work)) > LONGEST_CODE:
        raise NotDocumenting("notes-long")
    if not all(one.isprintable() for one in (*listed, _line(work))):
        raise NotDocumenting("notes-signs")
    return Documenting(is_on, int(rule), _line(work), listed, int(keep))


def as_kept(said: Documenting) -> dict[str, Any]:
    """Give it as the programme's row holds it."""
    return {
        "goals": list(said.goals),
        "is_on": said.is_on,
        "keep_years": said.keep_years,
        "rule": said.rule,
        "work": said.work,
    }


def from_kept(kept: Mapping[str, Any]) -> Documenting:
    """Read it out of the programme's row; a row that never said anything is off."""
    if not kept:
        return Documenting()
    goals = tuple(kept["goals"])
    # A row of before this was asked keeps nothing beside the talk.
    years = kept.get("keep_years", 0)
    return Documenting(kept["is_on"], kept["rule"], kept["work"], goals, years)


def examples(rule: int) -> Sequence[tuple[int, int]]:
    """Give minutes and their units by a rule, for the desk to look at."""
    return [(minutes, units_of(minutes, rule)) for minutes in SHOWN]


def _line(text: str) -> str:
    return " ".join(text.split())
