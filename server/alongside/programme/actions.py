"""What changes about the programme: its founding, its door, and its specialists' seats."""

from typing import Any

from django.db import transaction

from alongside.ground.identifiers import new_identifier
from alongside.ground.refusal import NotYours, Refused
from alongside.people.models import Account, DeskUser
from alongside.people.queries import is_specialist
from alongside.programme.models import CAP, Programme, Seat
from alongside.programme.rules import NOTICE_DAYS, has_come, may_end_on, unknown_duties


class AlreadyFounded(Refused):
    """There is one programme in one installation."""

    code = "already-founded"
    words = "This programme is already here."


class NotASeat(Refused):
    """A specialist walks with 1 to 40 people."""

    code = "not-a-seat"
    words = "Please choose a number from 1 to 40."


class TooSoon(Refused):
    """People need time to take along what is theirs."""

    code = "too-soon"
    words = f"People need at least {NOTICE_DAYS} days to take things along."


class NotAnnounced(Refused):
    """No end was announced, or its day has come and it cannot be called off."""

    code = "not-announced"
    words = "There is no end that could be called off."


@transaction.atomic
def found(*, roster_key: bytes, home: bytes | None = None, **settings: Any) -> Programme:
    """Make the one programme, at the home its roster key was made for (or a random one).

    AlreadyFounded the second time.
    """
    unknown = unknown_duties(settings.get("passes_on", []))
    if unknown:
        raise ValueError(f"no sentence of the promise says {', '.join(unknown)}")
    if Programme.objects.exists():
        raise AlreadyFounded
    made = Programme(home=home or new_identifier(), roster_key=roster_key, **settings)
    made.full_clean()
    made.save()
    return made


@transaction.atomic
def open_door(by: DeskUser) -> None:
    """Let new people come in again."""
    Programme.objects.filter(pk=1, closes_on=None).update(door_open=True)


@transaction.atomic
def close_door(by: DeskUser) -> None:
    """Let nobody new come in; whoever is here stays."""
    Programme.objects.filter(pk=1).update(door_open=False)


@transaction.atomic
def announce_end(day: int, *, today: int) -> None:
    """Announce the day on which the programme ends, and shut the door; TooSoon."""
    if not may_end_on(day, today=today):
        raise TooSoon
    Programme.objects.filter(pk=1).update(closes_on=day, door_open=False)


@transaction.atomic
def call_off_end(*, today: int) -> None:
    """Go on after all; the door stays shut until somebody opens it. NotAnnounced."""
    here = Programme.objects.filter(pk=1, closes_on__isnull=False).first()
    if here is None or has_come(here.closes_on, today=today):
        raise NotAnnounced
    Programme.objects.filter(pk=1).update(closes_on=None)


@transaction.atomic
def prepare_seat(person: Account) -> None:
    """Give a new specialist a seat; a seat that is there stays as it is."""
    Seat.objects.get_or_create(account=person)


@transaction.atomic
def set_seat(person: Account, *, paused: bool, cap: int) -> Seat:
    """Let a specialist say how many they can carry and whether new people may ask."""
    if not is_specialist(person):
        raise NotYours
    if not CAP[0] <= cap <= CAP[1]:
        raise NotASeat
    seat, _ = Seat.objects.update_or_create(
        account=person, defaults={"paused": paused, "cap": cap}
    )
    return seat


def hold_seat(person: Account) -> Seat | None:
    """Give a specialist's seat, held until the transaction ends; None for everybody else.

    Whoever wants a place with this person waits here, so that two never take the last one.
    """
    return Seat.objects.select_for_update().filter(account=person).first()


@transaction.atomic
def give_up_seat(person: Account) -> None:
    """Let a specialist who closes their place go."""
    Seat.objects.filter(account=person).delete()
