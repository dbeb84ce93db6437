"""A specialist says when they are there."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from alongside.appointments.models import Hours
from alongside.appointments.rules import hours as rules
from alongside.ground.refusal import NotYours, Refused
from alongside.notices.zones import zone_named
from alongside.people.announcements import PlaceClosed
from alongside.people.models import Account
from alongside.people.queries import is_specialist


class NotHours(Refused):
    """Hours that nobody can keep."""

    code = "not-hours"
    words = "These hours do not fit together. Please look at the times again."


class NotAZone(Refused):
    """A time zone this house does not know."""

    code = "no-such-zone"
    words = "We do not know this time zone. Please choose another."


@dataclass(frozen=True)
class HoursPaper:
    """A week as its specialist says it."""

    zone: str
    pattern: rules.Pattern
    books: bool


@transaction.atomic
def put_hours(paper: HoursPaper, *, by: Account, today: date) -> Hours:
    """Say one's hours anew; what is agreed stays agreed. Days that are over are let go of."""
    if not is_specialist(by):
        raise NotYours
    if zone_named(paper.zone) is None:
        raise NotAZone
    pattern = paper.pattern
    if not rules.is_pattern(pattern):
        raise NotHours
    kept, _ = Hours.objects.update_or_create(
        account=by,
        defaults={
            "zone": paper.zone,
            "week": [_written(day) for day in pattern.week],
            "others": [
                [day.isoformat(), other.is_off, _written(other.more)]
                for day, other in sorted(pattern.others.items())
                if day >= today
            ],
            "minutes": pattern.minutes,
            "between": pattern.between,
            "lead_hours": pattern.lead_hours,
            "ahead_days": pattern.ahead_days,
            "books": paper.books,
        },
    )
    return kept


def forget_hours(closed: PlaceClosed) -> None:
    """Forget the week of somebody whose place is closed."""
    Hours.objects.filter(account=closed.account).delete()


def _written(spans: tuple[rules.Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in sorted(spans)]
