"""Handing over and standing in: what a signed header means, and who may be asked."""

from dataclasses import dataclass

HANDOVER, STAND_IN = 1, 2
SUGGESTED, ASKED, AGREED, TOGETHER, DONE, DECLINED, CALLED_OFF, LAPSED = range(1, 9)
LONGEST_STAND_IN = 56
SILENCE_DAYS = 14
# For so long those it concerned see that it is over.
TOLD_DAYS = 14


@dataclass(frozen=True)
class Step:
    """Where a header leads: the handover's state, and who of the specialists goes on."""

    state: int
    # The talk belongs to whom it was handed to.
    moves: bool = False
    # Whoever came reads no further.
    leaves: bool = False


def after_header(kind: int, state: int, *, old_reads: bool, new_reads: bool) -> Step | None:
    """Say what the newest header means for a handover; None where it changes nothing."""
    if state not in (AGREED, TOGETHER):
        return None
    if new_reads and not old_reads:
        return Step(DONE, moves=True)
    if new_reads:
        return Step(TOGETHER) if state == AGREED else None
    return after_leaving(kind, state) if state == TOGETHER else None


def after_leaving(kind: int, state: int) -> Step:
    """Say what is left when whoever came goes: standing in is done, a handover came to none."""
    is_done = kind == STAND_IN and state == TOGETHER
    return Step(DONE if is_done else CALLED_OFF, leaves=True)


def after_end_of_old(state: int) -> Step | None:
    """Say what an end with the one before means: where somebody said yes, the talk goes on."""
    if state in (AGREED, TOGETHER):
        return Step(DONE, moves=True)
    return Step(CALLED_OFF) if state in (SUGGESTED, ASKED) else None


def is_until(kind: int, until_on: int | None, *, today: int) -> bool:
    """Say whether a last day fits: standing in has one, within eight weeks; a handover none."""
    if kind == HANDOVER:
        return until_on is None
    return until_on is not None and today < until_on <= today + LONGEST_STAND_IN


def is_stay(until_on: int | None, *, today: int) -> bool:
    """Say whether the one before can stay until this day: none, or one within eight weeks."""
    return until_on is None or today < until_on <= today + LONGEST_STAND_IN


def has_room(kind: int, *, paused: bool, cap: int, load: int, waiting: int, most: int) -> bool:
    """Say whether somebody can be asked; standing in takes no place, but it needs a yes."""
    if paused or waiting >= most:
        return False
    return kind == STAND_IN or load < cap


def last_day_to_lapse(today: int) -> int:
    """Give the newest day of what has been without an answer for 14 days today."""
    return today - SILENCE_DAYS


def is_told(over_on: int | None, *, today: int) -> bool:
    """Say whether a handover still stands among what people see."""
    return over_on is None or today - over_on <= TOLD_DAYS


def shows_to_old(state: int, *, by_old: bool, was_named: bool) -> bool:
    """Say whether the one before sees it: from the yes on, or where they thought of it."""
    return was_named or (state == SUGGESTED and by_old)
