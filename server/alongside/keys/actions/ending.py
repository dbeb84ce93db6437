"""The programme's word for somebody ends soon: the coordinators are told once."""

from alongside.keys.queries import last_ending_day
from alongside.keys.rules import ENDS_SOON_DAYS
from alongside.notices.actions import owe_coordinators


def owe_for_endings(*, today: int) -> None:
    """Owe the coordinators a note 30 days before an endorsement ends, once for each day."""
    endings_day = last_ending_day(first_day=today, last_day=today + ENDS_SOON_DAYS)
    if endings_day is not None:
        owe_coordinators(endings_day=endings_day)
