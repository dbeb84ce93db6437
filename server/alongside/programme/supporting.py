"""Who supports a specialist, and the talk they ask for after something hard."""

from django.db import transaction

from alongside.ground.announce import announce
from alongside.ground.refusal import NotYours
from alongside.people.models import Account
from alongside.programme import debriefs
from alongside.programme.actions import hold_seat
from alongside.programme.announcements import DebriefMoved
from alongside.programme.models import Debrief, Seat


@transaction.atomic
def support(specialist: int, *, supervisor: Account | None) -> None:
    """Note who supports a specialist, and tell them of a talk that waits; NotYours: no seat."""
    if not Seat.objects.filter(account=specialist).update(supported_by=supervisor):
        raise NotYours
    if supervisor and Debrief.objects.filter(account=specialist, meets_on=None).exists():
        announce(DebriefMoved(supervisor))


@transaction.atomic
def ask_for_debrief(person: Account, *, today: int, due_on: int) -> Debrief:
    """Ask whoever supports a specialist for a talk; one that waits or is to come stands."""
    seat = hold_seat(person)
    if seat is None or seat.supported_by is None:
        raise debriefs.NobodySupports
    here = Debrief.objects.filter(account=person).first()
    if here is not None and not debriefs.is_over(here.meets_on, today=today):
        return here
    days = {"asked_on": today, "due_on": due_on, "meets_on": None}
    made, _ = Debrief.objects.update_or_create(account=person, defaults=days)
    announce(DebriefMoved(seat.supported_by))
    return made


def take_debrief_back(person: Account) -> None:
    """Take it back, or put it away; also where there is none."""
    Debrief.objects.filter(account=person).delete()


@transaction.atomic
def answer_debrief(
    supervisor: Account, specialist: bytes, *, meets_on: int, today: int
) -> None:
    """Say on which day the two talk, or another day; NotYours unless one supports them."""
    if not debriefs.is_day_to_talk(meets_on, today=today):
        raise debriefs.NotADayToTalk
    seat = Seat.objects.filter(account__ref=specialist, supported_by=supervisor).first()
    if seat is None:
        raise NotYours
    if not Debrief.objects.filter(pk=seat.account_id).update(meets_on=meets_on):
        raise NotYours
    person = Account(pk=seat.account_id)
    announce(DebriefMoved(person))


def forget_debriefs(*, today: int) -> int:
    """Forget what was asked four weeks ago, answered or not."""
    old = Debrief.objects.filter(asked_on__lte=debriefs.last_asked_to_forget(today))
    return old.delete()[0]
