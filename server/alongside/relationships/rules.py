"""Which step leads where, and when silence has lasted long enough."""

from collections.abc import Mapping

ASKED, ACTIVE, PAUSED, ENDED = "asked", "active", "paused", "ended"
DECLINED, WITHDRAWN, LAPSED = "declined", "withdrawn", "lapsed"
CLIENT, SPECIALIST = "client", "specialist"

STEPS: Mapping[tuple[str, str], str] = {
    (ASKED, "accept"): ACTIVE,
    (ASKED, "decline"): DECLINED,
    (ASKED, "withdraw"): WITHDRAWN,
    (ASKED, "lapse"): LAPSED,
    (ACTIVE, "pause"): PAUSED,
    (ACTIVE, "end"): ENDED,
    (ACTIVE, "hand_over"): ENDED,
    (PAUSED, "resume"): ACTIVE,
    (PAUSED, "wake"): ACTIVE,
    (PAUSED, "end"): ENDED,
    (PAUSED, "hand_over"): ENDED,
}
# Who may take which step; what nobody takes happens by itself.
TAKEN_BY: Mapping[str, tuple[str, ...]] = {
    "accept": (SPECIALIST,),
    "decline": (SPECIALIST,),
    "withdraw": (CLIENT,),
    "end": (CLIENT, SPECIALIST),
    "pause": (CLIENT, SPECIALIST),
    # By a header that only the client's room can sign: handing.py.
    "hand_over": (CLIENT,),
    # Only by the one who paused: may_resume below.
    "resume": (CLIENT, SPECIALIST),
    "wake": (),
    "lapse": (),
}
# A place that is new starts slowly: nobody greets a whole programme on one day.
FIRST_WEEK = 7
FIRST_HELLOS = 5
MOST_HELLOS = 10
SILENCE_DAYS = 14
ASK_ELSEWHERE_DAYS = 2
INVITE_DAYS = 7
INVITE_KEPT_DAYS = 21
INVITES_OPEN = 20
# Then both are asked whether to go on: a pause does not turn into an end by itself.
PAUSE_WEEKS = 8
LONGEST_PAUSE = 7 * PAUSE_WEEKS
# For so long after a pause both see that it is over, if nobody wrote meanwhile.
PAUSE_TOLD_DAYS = 14
LONGEST_PLAN = 7 * 156
WAY_BACK_DAYS = 180
REMINDERS = (4, 2, 1, 0)
WEEK = 7


def after(state: str, step: str) -> str | None:
    """Give the state a step leads to; None when it cannot be taken now."""
    return STEPS.get((state, step))


def may_take(step: str, *, by: str) -> bool:
    """Say whether this side of a relationship takes this step."""
    return by in TAKEN_BY[step]


def way_out(state: str, *, by: str) -> str | None:
    """Name the step by which one side leaves at once; None when it is over already."""
    if state == ASKED:
        return "withdraw" if by == CLIENT else "decline"
    return "end" if state in (ACTIVE, PAUSED) else None


def last_day_to_lapse(today: int) -> int:
    """Give the last day of asking that has been silent for 14 days today."""
    return today - SILENCE_DAYS


def may_ask_elsewhere_on(state: str, asked_on: int) -> int | None:
    """Give the day from which someone still waiting may ask another person with one tap."""
    return asked_on + ASK_ELSEWHERE_DAYS if state == ASKED else None


def rests_until(state: str, ended_on: int | None, *, days: int) -> int | None:
    """Give the day from which someone may ask again who had a no; None if nothing rests."""
    return ended_on + days if state == DECLINED and ended_on is not None and days else None


def last_no_that_is_over(today: int, *, days: int) -> int:
    """Give the newest day of a no after which the same person may be asked again today."""
    return today - days


def hellos_a_day(made_on: int, *, today: int) -> int:
    """Give how many people somebody may ask in one day: fewer in the first week of a place."""
    return FIRST_HELLOS if today < made_on + FIRST_WEEK else MOST_HELLOS


def is_dated(day: int, *, today: int) -> bool:
    """Say whether a signature carries today's date, give or take a day for time zones."""
    return abs(day - today) <= 1


def invite_ends_on(today: int) -> int:
    """Give the last day on which an invite of today can be used."""
    return today + INVITE_DAYS


def last_end_to_forget(today: int) -> int:
    """Give the newest last day of invites that are forgotten today."""
    return today - INVITE_KEPT_DAYS - 1


def pause_ends_on(chosen: int | None, *, today: int) -> int | None:
    """Give the day a pause ends on: the chosen one, or the last there is; None if too far."""
    ends_on = today + LONGEST_PAUSE if chosen is None else chosen
    return ends_on if today < ends_on <= today + LONGEST_PAUSE else None


def may_resume(*, by: int, paused_by: int) -> bool:
    """Say whether somebody may end a pause before its day: only whose it is."""
    return by == paused_by


def last_day_to_tell(today: int) -> int:
    """Give the newest end of a pause that is forgotten today."""
    return today - PAUSE_TOLD_DAYS - 1


def is_a_plan(ends_on: int | None, *, today: int) -> bool:
    """Say whether a day can be planned; None is no day at all."""
    return ends_on is None or today <= ends_on <= today + LONGEST_PLAN


def is_sooner(ends_on: int | None, *, now: int | None) -> bool:
    """Say whether a plan asks for less than what stands: that, anybody may do alone."""
    return ends_on is not None and (now is None or ends_on < now)


def moved_by_pause(ends_on: int | None, *, since: int, over: int) -> int | None:
    """Give the planned day after a pause: it does not use up the time they meant to have."""
    return None if ends_on is None else ends_on + max(0, over - since)


def reminder(ends_on: int | None, *, today: int) -> int | None:
    """Give which reminder is due: 4, 2 or 1 weeks before the day, 0 from the day on."""
    if ends_on is None:
        return None
    left = ends_on - today
    if left <= 0:
        return 0
    due = [weeks for weeks in REMINDERS if weeks and left <= weeks * WEEK]
    return min(due, default=None)


def is_told_now(due: int | None, *, heard: int | None) -> bool:
    """Say whether a reminder is told: each once, and a later one never after a nearer."""
    return due is not None and (heard is None or due < heard)


def was_planned(ends_on: int | None, *, today: int) -> bool:
    """Say whether an end of today is the planned one."""
    return ends_on is not None and today >= ends_on


def way_back_until(ended_on: int) -> int:
    """Give the last day on which both can wish to meet again."""
    return ended_on + WAY_BACK_DAYS


def has_way_back(*, client: bool, specialist: bool, until: int, today: int) -> bool:
    """Say whether an ended relationship may be asked again although no place is offered."""
    return client and specialist and today <= until


def may_plan(state: str) -> bool:
    """Say whether a length can be said now."""
    return state == ACTIVE


def may_wish_back(state: str, *, until: int, today: int) -> bool:
    """Say whether somebody can still wish to meet again."""
    return state == ENDED and today <= until
