"""Which step an appointment may take, when moving is in time, and what became of it."""

from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo

from alongside.appointments.rules import walls

CLIENT, SPECIALIST = 1, 2
PROPOSED, AGREED, DECLINED, CANCELLED, LAPSED, LET_GO, OVER = 1, 2, 3, 4, 5, 6, 7
# A proposal that whoever made it took back: nobody counted on it, so nothing was cancelled.
TAKEN_BACK = 8
# A time that one of the two waits for, or that both count on, is nobody else's.
HELD = (PROPOSED, AGREED)
# What came to nothing: nobody waits for it any more.
CLOSED = (DECLINED, CANCELLED, LAPSED, LET_GO, TAKEN_BACK)
# What one of the two let go of, or did not answer; a pause or an end is nobody's doing.
LET_BE = (DECLINED, CANCELLED, LAPSED, TAKEN_BACK)
# What can be said of a time that has passed.
MET, CLIENT_MISSED, SPECIALIST_MISSED, NOT_MET = 1, 2, 3, 4
SAID = (MET, CLIENT_MISSED, SPECIALIST_MISSED, NOT_MET)
# What is said by whom, where the two do not say the same.
NOTHING_SAID, SAID_APART = 0, 9
IN_TIME_HOURS = 24
SERIES_DAYS = (7, 14)
SERIES_MOST = 12
MOST_COMING = 24
MOST_WAITING = 6
# What one side asked for and what came to nothing within a few days.
MOST_LET_BE = 48
LET_BE_DAYS = 7
FORGOTTEN_AFTER_WEEKS = 8
MOST_AHEAD_DAYS = 365
SAID_WITHIN_DAYS = 14


def is_in_time(starts_at: datetime, *, now: datetime, hours: int) -> bool:
    """Say whether the other learns of it early enough to do something else with the time."""
    return starts_at - now >= timedelta(hours=hours)


def may_answer(state: int, *, by: int, proposed_by: int) -> bool:
    """Say whether this side may say yes or no: nobody answers what they proposed themselves."""
    return state == PROPOSED and by != proposed_by


def may_change(state: int, starts_at: datetime, *, now: datetime) -> bool:
    """Say whether it can still be moved or cancelled: until it begins."""
    return state in HELD and starts_at > now


def may_say(state: int, starts_at: datetime, minutes: int, *, now: datetime) -> bool:
    """Say whether it can be told what became of it: once it is over, and for two weeks."""
    end = starts_at + timedelta(minutes=minutes)
    return state in (AGREED, OVER) and end <= now <= end + timedelta(days=SAID_WITHIN_DAYS)


def became(client_says: int, specialist_says: int) -> int:
    """Give what became of a meeting: what both say, or what one says while the other is silent.

    Whoever says that they missed it themselves is believed.
    """
    if client_says == specialist_says or specialist_says == NOTHING_SAID:
        return client_says
    if client_says == NOTHING_SAID:
        return specialist_says
    if client_says == CLIENT_MISSED:
        return client_says
    return SPECIALIST_MISSED if specialist_says == SPECIALIST_MISSED else SAID_APART


def who_missed(result: int) -> int | None:
    """Give the side that was not there."""
    return {CLIENT_MISSED: CLIENT, SPECIALIST_MISSED: SPECIALIST}.get(result)


def series(first: datetime, *, zone: tzinfo, every_days: int, times: int) -> list[datetime]:
    """Give the moments of a series: the wall shows the same time, summer and winter."""
    return [walls.same_wall(first, zone, days=every_days * n) for n in range(times)]


def is_series(every_days: int, times: int) -> bool:
    """Say whether a series can be like this; one time alone is one too."""
    return times == 1 or (every_days in SERIES_DAYS and 1 <= times <= SERIES_MOST)


def earlier(free: Iterable[datetime], *, than: datetime) -> datetime | None:
    """Give the first free time before one's own."""
    return min((start for start in free if start < than), default=None)


def last_closed_to_forget(today: int, state: int) -> int:
    """Give the newest day on which what is kept no longer came to nothing.

    What was cancelled is counted for the programme, like what was met, and goes as late.
    """
    days = 7 * FORGOTTEN_AFTER_WEEKS if state == CANCELLED else LET_BE_DAYS
    return today - days


def last_to_forget(now: datetime) -> datetime:
    """Give the moment up to which appointments have been over for long enough."""
    return now - timedelta(weeks=FORGOTTEN_AFTER_WEEKS)
