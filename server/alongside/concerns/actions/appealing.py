"""An appeal: once, to officers who did not decide before, answered by a promised day."""

from collections.abc import Collection

from django.db import transaction

from alongside.concerns.actions.raising import NobodyReads, NotNowInConcern
from alongside.concerns.actions.sending import send
from alongside.concerns.decided import appeals_due_soon, hearing, own_measure
from alongside.concerns.measures import may_appeal
from alongside.concerns.models import Measure, Sort
from alongside.concerns.queries import terms
from alongside.concerns.rules import due_on
from alongside.keys.letters import LetterPaper
from alongside.notices.actions import owe_person
from alongside.people.models import Account


@transaction.atomic
def appeal(
    person: Account,
    ref: bytes,
    letter: LetterPaper,
    *,
    working_days: Collection[int],
    today: int,
) -> Measure:
    """Ask that another officer looks at what was decided about oneself."""
    measure = own_measure(person, ref)
    appealed = measure.appealed_on is not None
    if not may_appeal(began_on=measure.began_on, appealed=appealed, today=today):
        raise NotNowInConcern
    to = hearing(measure, today=today)
    if not to:
        raise NobodyReads
    send(measure, letter, by=person, sort=Sort.APPEAL, to=to, today=today)
    measure.appealed_on, measure.warned = today, False
    # An officer may have made it less before; an appeal is about what is left.
    measure.heard_by = measure.heard_on = measure.outcome = None
    measure.due_on = due_on(today, within=terms().answer_within, working_days=working_days)
    measure.save()
    return measure


@transaction.atomic
def owe_for_appeals(*, today: int) -> int:
    """Owe the officers a note for each appeal that is due by tomorrow, once."""
    near = list(appeals_due_soon(today=today).select_for_update(of=("self",)))
    for measure in near:
        for officer in hearing(measure, today=today):
            owe_person(officer)
    return Measure.objects.filter(pk__in=[one.pk for one in near]).update(warned=True)
