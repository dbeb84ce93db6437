"""What is late does not go quiet: whoever may answer it is owed a note, step by step.

The note is the one that everybody gets: it says that something waits, and nothing else.
"""

from collections.abc import Iterable

from django.db import transaction

from alongside.concerns.decided import hearing, untold_late_appeals
from alongside.concerns.models import Concern, Measure
from alongside.concerns.queries import able_officers, untold_late
from alongside.notices.actions import owe_every_coordinator, owe_person
from alongside.people.models import Account


@transaction.atomic
def owe_for_late_concerns(*, today: int) -> int:
    """Owe the officers who read it a note for each concern that is late, once for each step."""
    late = list(untold_late(today=today).select_for_update())
    for concern in late:
        _owe(able_officers(concern, today=today))
    told = Concern.objects.filter(pk__in=[one.pk for one in late])
    return told.update(told_late_on=today)


@transaction.atomic
def owe_for_late_appeals(*, today: int) -> int:
    """Owe the officers who may hear it a note for each appeal that is late, as often."""
    late = list(untold_late_appeals(today=today).select_for_update(of=("self",)))
    for measure in late:
        _owe(hearing(measure, today=today))
    told = Measure.objects.filter(pk__in=[one.pk for one in late])
    return told.update(told_late_on=today)


def _owe(able: Iterable[Account]) -> None:
    """Where nobody is left to answer, whoever names officers hears that something waits."""
    found = list(able)
    for one in found:
        owe_person(one)
    if not found:
        owe_every_coordinator()
