"""Counting by the quarter: what happened, of nobody in particular."""

from django.db import transaction
from django.db.models import F

from alongside.concerns.models import Tally
from alongside.counts.rules import first_quarter_kept, quarter_of


@transaction.atomic
def count(what: int, *, today: int) -> None:
    """Count one more of it in the quarter that runs."""
    row, _ = Tally.objects.get_or_create(quarter=quarter_of(today), what=int(what))
    Tally.objects.filter(pk=row.pk).update(count=F("count") + 1)


def forget_old_tallies(*, today: int) -> int:
    """Forget quarters that are told no more."""
    return Tally.objects.filter(quarter__lt=first_quarter_kept(today)).delete()[0]
