"""Counts of replies, which a specialist's device made and the specialist handed in."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from alongside.ground.clock import date_of
from alongside.ground.refusal import NotYours, Refused
from alongside.keys.queries import endorsement_in_force
from alongside.people.announcements import PlaceClosed
from alongside.people.models import Account
from alongside.promises import rules
from alongside.promises.models import ReplyCount


class NotAMonth(Refused):
    """A month that is not over yet, or too long ago."""

    code = "not-a-month"
    words = "Counts are handed in for a month that is over, within a year."


class HandedIn(Refused):
    """A month is handed in once, so that nobody works out a single day from two counts."""

    code = "handed-in"
    words = "The counts of this month are handed in already."
    status = 409


@dataclass(frozen=True)
class Counts:
    """How many answers came in the time that was said, later, and much later."""

    within: int
    later: int
    much_later: int


@transaction.atomic
def hand_in(specialist: Account, month: int, counts: Counts, *, today: int) -> ReplyCount:
    """Keep the counts of a month; the same again changes nothing, others are refused."""
    Account.objects.select_for_update().get(pk=specialist.pk)
    if endorsement_in_force(specialist, today=today) is None:
        raise NotYours
    if not rules.may_hand_in(month, this_month=_month(date_of(today))):
        raise NotAMonth
    known = ReplyCount.objects.filter(specialist=specialist, month=month).first()
    if known is None:
        return ReplyCount.objects.create(
            specialist=specialist,
            month=month,
            within=counts.within,
            later=counts.later,
            much_later=counts.much_later,
        )
    if counts != Counts(known.within, known.later, known.much_later):
        raise HandedIn
    return known


def forget_reply_counts(*, today: int) -> int:
    """Forget counts of months more than two years ago."""
    last = _month(date_of(today)) - 2 * rules.MONTHS_BACK
    return ReplyCount.objects.filter(month__lt=last).delete()[0]


def forget_counts_of_closed(closed: PlaceClosed) -> None:
    """Forget what somebody handed in whose place is closed."""
    ReplyCount.objects.filter(specialist=closed.account).delete()


def _month(day: date) -> int:
    return rules.month_of(day.year, day.month)
