"""What changes about the programme: its founding, its door, and its specialists' seats."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from alongside.ground.identifiers import new_identifier
from alongside.ground.languages import NAMES
from alongside.ground.refusal import NotYours, Refused
from alongside.people.announcements import PlaceClosed
from alongside.people.models import Account, DeskUser
from alongside.people.queries import is_specialist
from alongside.programme.checks import SETTINGS, fits
from alongside.programme.credentials import MOST as MOST_CREDENTIALS
from alongside.programme.credentials import Credential, NotACredential
from alongside.programme.documenting import Documenting, as_kept
from alongside.programme.help_lines import MOST, Line, NotALine, confirmed, key_of
from alongside.programme.house_rules import RulesChanged
from alongside.programme.models import (
    CAP,
    Debrief,
    HouseRules,
    HouseYes,
    OnCall,
    Programme,
    Seat,
)
from alongside.programme.models import Credential as CredentialRow
from alongside.programme.on_call import MOST as MOST_ON_CALL
from alongside.programme.on_call import NotOnCall, Shift
from alongside.programme.queries import NotSetUp, missing, newest_house_rules
from alongside.programme.rules import NOTICE_DAYS, has_come, may_end_on, unknown_duties

LONGEST_REVIEWER = 60


class AlreadyFounded(Refused):
    """There is one programme in one installation."""

    code = "already-founded"
    words = "This programme is already here."


class NotReady(Refused):
    """The door stays shut until everything is there; queries.missing names what is not."""

    code = "not-ready"
    words = "Something is still missing. The door stays shut until it is there."


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
def open_door(by: DeskUser, *, today: int, specialists: int) -> None:
    """Let new people come in; NotReady while something is missing.

    `specialists`: how many people the programme stands behind today; upper rooms know.
    """
    if missing(today, specialists=specialists):
        raise NotReady
    Programme.objects.filter(pk=1, closes_on=None).update(door_open=True)


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
def change(setting: str, values: dict[str, Any], *, by: DeskUser) -> None:
    """Set what one setting sets; people who already talk keep what they signed."""
    here = _held()
    for field in SETTINGS[setting]:
        setattr(here, field, values[field])
    fits(setting, here)
    here.full_clean()
    here.save(update_fields=SETTINGS[setting])


@transaction.atomic
def put_help_line(line: Line, *, over: str | None = None, by: DeskUser) -> None:
    """Add a help line, or put it in the place of the one named by its key; NotYours if gone."""
    here = _held()
    lines: list[Line] = here.help_lines
    if over is not None and over not in map(key_of, lines):
        raise NotYours
    if key_of(line) in {key_of(one) for one in lines} - {over}:
        raise NotALine("twice")
    kept = [line if key_of(one) == over else one for one in lines]
    _keep_help_lines(here, kept if over is not None else [*kept, line])


@transaction.atomic
def confirm_help_line(key: str, *, by: DeskUser, today: int) -> None:
    """Note that somebody looked at a line today and found it right; NotYours if it changed."""
    here = _held()
    if key not in map(key_of, here.help_lines):
        raise NotYours
    lines = (
        confirmed(one, today=today) if key_of(one) == key else one for one in here.help_lines
    )
    _keep_help_lines(here, list(lines))


@transaction.atomic
def drop_help_line(key: str, *, by: DeskUser) -> None:
    """Take a help line away; one that is gone already is no trouble."""
    here = _held()
    _keep_help_lines(here, [one for one in here.help_lines if key_of(one) != key])


@transaction.atomic
def put_on_call(number: int, shifts: Sequence[Shift], *, by: DeskUser) -> None:
    """Put a specialist on call for these; times that begin together are put in their place."""
    person = _specialist(number)
    _held()
    for shift in shifts:
        OnCall.objects.update_or_create(
            account=person,
            weekday=shift.day,
            starts=shift.starts,
            defaults={"ends": shift.ends},
        )
    if OnCall.objects.count() > MOST_ON_CALL:
        raise NotOnCall("many")


@transaction.atomic
def take_off_call(number: int, *, by: DeskUser) -> None:
    """Take a row off the list of who is on call; one that is gone already is no trouble."""
    OnCall.objects.filter(pk=number).delete()


@transaction.atomic
def put_credential(number: int, one: Credential, *, by: DeskUser, today: int) -> None:
    """Put down what a specialist learnt; NotYours for anybody else, NotACredential."""
    person = _specialist(number)
    _held()
    rows = CredentialRow.objects.filter(account=person)
    if rows.count() >= MOST_CREDENTIALS:
        raise NotACredential("many")
    rows.create(
        account=person,
        what=one.what,
        given_by=one.given_by,
        done_on=one.done_on,
        runs_out_on=one.runs_out_on,
        put_by=by.name,
        put_on=today,
    )


@transaction.atomic
def take_credential_out(number: int, *, by: DeskUser) -> None:
    """Take a row out of the record of training; one that is gone already is no trouble."""
    CredentialRow.objects.filter(pk=number).delete()


def forget_of_closed(closed: PlaceClosed) -> None:
    """Nobody is on call whose place is closed, has a record, nor said yes to anything."""
    OnCall.objects.filter(account=closed.account).delete()
    Debrief.objects.filter(account=closed.account).delete()
    CredentialRow.objects.filter(account=closed.account).delete()
    HouseYes.objects.filter(account=closed.account).delete()


@transaction.atomic
def write_house_rules(
    words: Mapping[str, str], *, over: int, by: DeskUser, today: int
) -> HouseRules:
    """Write the version after `over`; RulesChanged if another came first."""
    _held()
    if over != newest_house_rules()[0]:
        raise RulesChanged
    return HouseRules.objects.create(
        version=over + 1, words=dict(words), by_name=by.name, written_on=today
    )


@transaction.atomic
def say_yes_to_house_rules(person: Account, version: int) -> None:
    """Note that somebody keeps to the newest version; RulesChanged for any other."""
    _held()
    if version != newest_house_rules()[0]:
        raise RulesChanged
    HouseYes.objects.update_or_create(account=person, defaults={"version": version})


@transaction.atomic
def say_on_call(words: Mapping[str, Any], *, phone: str, by: DeskUser) -> None:
    """Keep what people may expect of whoever is on call, and the number to call."""
    here = _held()
    here.on_call_words, here.on_call_phone = dict(words), phone
    here.save(update_fields=["on_call_words", "on_call_phone"])


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
    """Let a specialist who closes their place go, and those they supported look for another."""
    Seat.objects.filter(account=person).delete()
    Seat.objects.filter(supported_by=person).update(supported_by=None)
    Seat.objects.filter(cover=person).update(cover=None)


def _specialist(number: int) -> Account:
    """Give a specialist whose place is open, by number; NotYours for anybody else."""
    person = Account.objects.filter(pk=number, closed=False).first()
    if person is None or not is_specialist(person):
        raise NotYours
    return person


def _held() -> Programme:
    """Give the programme, held until the transaction ends, so that two changes never cross."""
    here = Programme.objects.select_for_update().filter(pk=1).first()
    if here is None:
        raise NotSetUp
    return here


def _keep_help_lines(here: Programme, lines: list[Line]) -> None:
    if len(lines) > MOST:
        raise NotALine("many")
    here.help_lines = lines
    here.save(update_fields=["help_lines"])


@transaction.atomic
def say_hints(*, is_on: bool, by: DeskUser) -> None:
    """Let people have their own room look for words of danger, or not."""
    here = _held()
    here.hints = is_on
    here.save(update_fields=["hints"])


@transaction.atomic
def say_documenting(said: Documenting) -> None:
    """Keep whether notes of meetings are written, and how they are counted."""
    here = _held()
    here.documenting = as_kept(said)
    here.save(update_fields=["documenting"])
