"""Which step leads where, and when silence has lasted long enough."""

from collections.abc import Mapping

ASKED, ACTIVE, ENDED = "asked", "active", "ended"
DECLINED, WITHDRAWN, LAPSED = "declined", "withdrawn", "lapsed"
CLIENT, SPECIALIST = "client", "specialist"

STEPS: Mapping[tuple[str, str], str] = {
    (ASKED, "accept"): ACTIVE,
    (ASKED, "decline"): DECLINED,
    (ASKED, "withdraw"): WITHDRAWN,
    (ASKED, "lapse"): LAPSED,
    (ACTIVE, "end"): ENDED,
}
# Who may take which step; what nobody takes happens by itself.
TAKEN_BY: Mapping[str, tuple[str, ...]] = {
    "accept": (SPECIALIST,),
    "decline": (SPECIALIST,),
    "withdraw": (CLIENT,),
    "end": (CLIENT, SPECIALIST),
    "lapse": (),
}
SILENCE_DAYS = 14
ASK_ELSEWHERE_DAYS = 2
INVITE_DAYS = 7
INVITE_KEPT_DAYS = 21
INVITES_OPEN = 20


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
    return "end" if state == ACTIVE else None


def last_day_to_lapse(today: int) -> int:
    """Give the last day of asking that has been silent for 14 days today."""
    return today - SILENCE_DAYS


def may_ask_elsewhere_on(state: str, asked_on: int) -> int | None:
    """Give the day from which someone still waiting may ask another person with one tap."""
    return asked_on + ASK_ELSEWHERE_DAYS if state == ASKED else None


def is_dated(day: int, *, today: int) -> bool:
    """Say whether a signature carries today's date, give or take a day for time zones."""
    return abs(day - today) <= 1


def invite_ends_on(today: int) -> int:
    """Give the last day on which an invite of today can be used."""
    return today + INVITE_DAYS


def last_end_to_forget(today: int) -> int:
    """Give the newest last day of invites that are forgotten today."""
    return today - INVITE_KEPT_DAYS - 1
