"""A specialist's break: their talks rest together and go on together, by themselves."""

from django.db import transaction
from django.db.models import QuerySet

from alongside.ground.announce import announce
from alongside.ground.refusal import NotYours
from alongside.keys.queries import endorsement_in_force
from alongside.people.models import Account
from alongside.people.queries import accounts_of_refs
from alongside.programme import breaks
from alongside.programme.actions import hold_seat
from alongside.programme.models import Seat
from alongside.relationships.actions.asking import NotFree
from alongside.relationships.actions.pausing import pause, resume
from alongside.relationships.announcements import BreakPlanned
from alongside.relationships.handovers import coming_by
from alongside.relationships.models import GOING, EndedBy, Pause, Relationship, State


@transaction.atomic
def plan_break(
    person: Account, *, from_on: int, back_on: int, cover: bytes | None, today: int
) -> None:
    """Plan a break, in place of one that has not begun; whoever walks with them is told.

    `cover` is an idea for those who wish for somebody meanwhile: each client asks, or not.
    """
    seat = hold_seat(person)
    if seat is None:
        raise NotYours
    if breaks.has_begun(seat, today=today):
        raise breaks.OnBreak
    if not breaks.is_a_break(from_on, back_on, today=today):
        raise breaks.NotABreak
    seat.cover = None if cover is None else _cover(cover, of=person, today=today)
    seat.away_from_on, seat.back_on = from_on, back_on
    seat.save(update_fields=["cover", "away_from_on", "back_on"])
    for one in _walks_with(person):
        announce(BreakPlanned(one))
    _rest(seat, today=today)


@transaction.atomic
def end_break(person: Account, *, today: int) -> None:
    """Call a break off, or come back before its day; also where there is none."""
    seat = hold_seat(person)
    if seat is None:
        raise NotYours
    if seat.away_from_on is None:
        return
    began = {"since_on__gte": seat.away_from_on, "until_on": seat.back_on}
    resting = Pause.objects.filter(
        relationship__specialist=person, by=EndedBy.SPECIALIST, over_on=None, **began
    )
    _forget(Seat.objects.filter(pk=seat.pk))
    for one in resting.select_related("relationship").order_by("id"):
        resume(one.relationship, by=person, today=today)
    for talk in _walks_with(person):
        announce(BreakPlanned(talk))


def begin_breaks(*, today: int) -> int:
    """Let the talks of whoever is on a break rest until they are back; gives how many."""
    on_break = Seat.objects.filter(away_from_on__lte=today, back_on__gt=today)
    return sum(_begin(pk, today=today) for pk in list(on_break.values_list("pk", flat=True)))


def forget_breaks(*, today: int) -> int:
    """Forget breaks whose day back has come; gives how many."""
    return _forget(Seat.objects.filter(back_on__lte=today))


@transaction.atomic
def _begin(pk: int, *, today: int) -> int:
    seat = hold_seat(Account(pk=pk))
    return 0 if seat is None else _rest(seat, today=today)


def _rest(seat: Seat, *, today: int) -> int:
    """Pause what goes on; what they took up again, or began, in the break stays open."""
    if seat.away_from_on is None or not breaks.has_begun(seat, today=today):
        return 0
    rested = Pause.objects.filter(by=EndedBy.SPECIALIST, since_on__gte=seat.away_from_on)
    going = _walks_with(seat.account).filter(
        state=State.ACTIVE, agreed_on__lte=seat.away_from_on
    )
    going = going.exclude(pk__in=rested.values("relationship"))
    resting = [one for one in going if coming_by(one) is None]
    for one in resting:
        pause(one, by=seat.account, until=seat.back_on, today=today)
    return len(resting)


def _walks_with(person: Account) -> QuerySet[Relationship]:
    return Relationship.objects.filter(specialist=person, state__in=GOING).order_by("id")


def _forget(seats: QuerySet[Seat]) -> int:
    return seats.update(away_from_on=None, back_on=None, cover=None)


def _cover(ref: bytes, *, of: Account, today: int) -> Account:
    named = accounts_of_refs([ref]).get(ref)
    if named is None or named.pk == of.pk:
        raise NotFree
    if endorsement_in_force(named, today=today) is None:
        raise NotFree
    return named
