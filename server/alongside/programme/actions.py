"""What changes about the programme: its founding, its door, and its specialists' seats."""

from typing import Any

from django.db import transaction

from alongside.ground.identifiers import new_identifier
from alongside.ground.languages import NAMES
from alongside.ground.refusal import NotYours, Refused
from alongside.people.models import Account, DeskUser
from alongside.people.queries import is_specialist
from alongside.programme.models import CAP, Programme, Seat
from alongside.programme.rules import unknown_duties

LONGEST_REVIEWER = 60


class AlreadyFounded(Refused):
    """There is one programme in one installation."""

    code = "already-founded"
    words = "This programme is already here."


class NotASeat(Refused):
    """A specialist walks with 1 to 40 people."""

    code = "not-a-seat"
    words = "Please choose a number from 1 to 40."


class NotALanguage(Refused):
    """The software has no words in this language."""

    code = "not-a-language"
    words = "We do not speak that language yet."


class ReviewerMissing(Refused):
    """A language is offered only when somebody has read it all and says so."""

    code = "reviewer-missing"
    words = "Please say who has read it all."


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
    Programme.objects.filter(pk=1).update(door_open=True)


@transaction.atomic
def close_door(by: DeskUser) -> None:
    """Let nobody new come in; whoever is here stays."""
    Programme.objects.filter(pk=1).update(door_open=False)


@transaction.atomic
def switch_on_language(lang: str, *, reviewer: str, by: DeskUser, today: int) -> None:
    """Offer a further language, in the name of someone who has read it all.

    NotALanguage for one we do not speak; ReviewerMissing without a name.
    """
    if lang not in NAMES:
        raise NotALanguage
    name = " ".join(reviewer.split())[:LONGEST_REVIEWER]
    if not name:
        raise ReviewerMissing
    here = Programme.objects.select_for_update().get(pk=1)
    here.languages = {**here.languages, lang: {"reviewer": name, "on": today}}
    here.save(update_fields=["languages"])


@transaction.atomic
def switch_off_language(lang: str, *, by: DeskUser) -> None:
    """Offer a language no longer; the programme's own stays."""
    here = Programme.objects.select_for_update().get(pk=1)
    here.languages = {one: how for one, how in here.languages.items() if one != lang}
    here.save(update_fields=["languages"])


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
