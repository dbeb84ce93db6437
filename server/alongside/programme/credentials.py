"""What a specialist learnt, passed or was certified in, and until when it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from alongside.ground.clock import EPOCH
from alongside.ground.refusal import Refused

# Rows of one person, and characters of a line.
MOST = 60
LONGEST = 120
FIRST_YEAR = 1950
LAST_YEAR = 2200
# Something that runs out is said so many days before, so that a course can still be found.
WARN_DAYS = 60


class NotACredential(Refused):
    """Something the record of training cannot take; the code names it."""

    code = "what"
    words = "This cannot be put down."


@dataclass(frozen=True, slots=True)
class Credential:
    """What it was, who gave it, the day it was done and the last day it holds; days of 1970."""

    what: str
    given_by: str
    done_on: int
    runs_out_on: int | None


def credential_typed(typed: Mapping[str, str], *, today: int) -> Credential:
    """Read the form; NotACredential names the field that is not right."""
    what = _line(typed.get("what", ""), "what")
    if not what:
        raise NotACredential("what")
    done_on = _day(typed.get("done", ""), "done")
    if done_on is None or done_on > today:
        raise NotACredential("done")
    runs_out_on = _day(typed.get("until", ""), "until")
    if runs_out_on is not None and runs_out_on < done_on:
        raise NotACredential("until")
    return Credential(what, _line(typed.get("given", ""), "given"), done_on, runs_out_on)


def runs_out_soon(runs_out_on: int | None, *, today: int) -> bool:
    """Say whether it ends within the days of a warning; what has ended already does not."""
    return runs_out_on is not None and today <= runs_out_on <= today + WARN_DAYS


def _line(typed: str, field: str) -> str:
    text = " ".join(typed.split())
    if len(text) > LONGEST or not text.isprintable():
        raise NotACredential(field)
    return text


def _day(typed: str, field: str) -> int | None:
    """Read a day such as 2026-11-27; None for nothing."""
    if not typed.strip():
        return None
    try:
        day = date.fromisoformat(typed.strip())
    except ValueError:
        raise NotACredential(field) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotACredential(field)
    return (day - EPOCH).days
