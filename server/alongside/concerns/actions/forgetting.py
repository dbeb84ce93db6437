"""What time lets go of, what goes with somebody's place, and of which days officers hear."""

from django.db import transaction
from django.db.models import Q

from alongside.concerns.models import Concern, LetterWrap, Measure, Partner, Wrap
from alongside.concerns.queries import due_soon
from alongside.concerns.rules import last_answer_to_forget, last_due_to_forget
from alongside.keys.letters import NO_WRAP
from alongside.notices.actions import owe_person
from alongside.people.announcements import PlaceClosed
from alongside.people.models import Account
from alongside.people.stopping import stop_exactly


@transaction.atomic
def forget_old_concerns(*, today: int) -> int:
    """Forget what was answered half a year ago, and what nobody answered for a year."""
    answered = Q(answered_on__lte=last_answer_to_forget(today))
    left = Q(answered_on=None, due_on__lte=last_due_to_forget(today))
    return Concern.objects.filter(answered | left).delete()[0]


@transaction.atomic
def owe_for_near_days(*, today: int) -> int:
    """Owe the officers a note for what is due by tomorrow, once for each concern."""
    near = list(due_soon(today=today).select_for_update())
    readers = Wrap.objects.filter(concern__in=near).values("account")
    for officer in Account.objects.filter(pk__in=readers, closed=False):
        owe_person(officer)
    return Concern.objects.filter(pk__in=[one.pk for one in near]).update(warned=True)


def forget_of_closed(closed: PlaceClosed) -> None:
    """What somebody raised goes with their place; an officer's keys to the rest go too.

    That something was sealed to them stays: the others' keys are bound to all its readers.
    """
    Concern.objects.filter(by=closed.account).delete()
    Measure.objects.filter(on=closed.account).delete()
    stop_exactly(closed.account, ())
    for keys in (Wrap, LetterWrap):
        keys.objects.filter(account=closed.account).update(wrap=NO_WRAP)
    Partner.objects.filter(account=closed.account).delete()
