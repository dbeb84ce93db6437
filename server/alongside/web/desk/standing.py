"""Where the programme's word for a specialist stands today."""

from dataclasses import dataclass

WARN_DAYS = 30


@dataclass(frozen=True)
class Standing:
    """One of never, revoked, ended, today, soon, good; and the days that are left."""

    state: str
    days_left: int = 0


def standing(
    to_day: int | None, *, today: int, revoked: bool = False, warn_days: int = WARN_DAYS
) -> Standing:
    """Say where it stands, with a warning so many days before it ends."""
    if to_day is None:
        return Standing("never")
    if revoked:
        return Standing("revoked")
    left = to_day - today
    if left < 0:
        return Standing("ended")
    if left == 0:
        return Standing("today")
    return Standing("soon" if left <= warn_days else "good", left)
