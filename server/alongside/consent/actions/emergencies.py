"""Somebody is in danger: a person told somebody outside, and enters it here.

The house gives nothing to anybody by it: there is no key it could use. It keeps the entry,
asks a second person, and sees to it that the client learns of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from alongside.consent.actions import walled
from alongside.consent.models import Emergency, EmergencyWrap
from alongside.consent.queries import (
    emergency_at_desk,
    emergency_of,
    entry_of,
    newest_overdue_look,
)
from alongside.consent.rules import check_words, is_dated, is_left
from alongside.conversations.models import Conversation
from alongside.ground.refusal import NotYours, Refused
from alongside.keys.queries import newest_record, record_paper, supervisors_in_force
from alongside.notices.actions import owe_coordinators
from alongside.people.also.queries import said_by
from alongside.people.models import Account, DeskUser
from alongside.programme.queries import programme
from alongside.relationships.models import OPEN, Relationship, State
from pse.emergency import Emergency as EmergencyPaper
from pse.emergency import verify_emergency
from pse.package import DISCLOSER, RECIPIENT, SUBJECT, Reader
from pse.refusal import BadPackage


class NotTwo(Refused):
    """Who told cannot be the one who confirms."""

    code = "not-two"
    words = "Somebody else has to confirm this."


class NotYetSafe(Refused):
    """Until the day to look again is over, the specialist alone says that it is safe."""

    code = "not-yet-safe"
    words = "The day to look again is not over yet."


@dataclass(frozen=True)
class EmergencyGiven:
    """A signed entry, its sealed words, and what its readers open them with."""

    paper: dict[str, Any]
    words: bytes
    wraps: Mapping[bytes, bytes]


@transaction.atomic
def enter(given: EmergencyGiven, *, by: Account, today: int) -> Emergency:
    """Keep a specialist's entry; the client learns of it today if the entry says so."""
    entry = entry_of(given.paper)
    known = Emergency.objects.filter(ref=entry.id).first()
    if known is not None:
        if known.specialist_id != by.pk:
            raise NotYours
        return known
    client = _client_of(entry, by)
    supervisor = _supervisor_of(entry, today=today)
    record = record_paper(newest_record(by), by)
    verify_emergency(entry, home=programme().home, specialist=record)
    if not is_dated(entry.day, today=today):
        raise BadPackage("signed on another day")
    check_words(entry, words=given.words, wraps=given.wraps)
    kept = _store(given, entry, (client, by, supervisor))
    if entry.look_on == entry.day:
        _show(kept, today=today)
    return kept


@transaction.atomic
def tell_client(specialist: Account, ref: bytes, *, today: int) -> Emergency:
    """Let the client learn of it now: it has become safe."""
    kept = emergency_of(specialist, ref, today=today)
    if kept.specialist_id != specialist.pk:
        raise NotYours
    held = Emergency.objects.select_for_update().get(pk=kept.pk)
    if held.told_on is None:
        _show(held, today=today)
    return held


@transaction.atomic
def confirm(supervisor: Account, ref: bytes, *, today: int) -> Emergency:
    """Let the supervisor who was asked say that they know of it."""
    kept = emergency_of(supervisor, ref, today=today)
    if kept.supervisor_id != supervisor.pk:
        raise NotYours
    return _confirm(kept.pk, today=today, confirmed_by=supervisor)


@transaction.atomic
def confirm_at_desk(id: int, *, by: DeskUser, today: int) -> Emergency:
    """Let a coordinator say that they know of it; not one who is this specialist too."""
    kept = emergency_at_desk(id)
    also = said_by(by)
    if also is not None and also.account_id == kept.specialist_id:
        raise NotTwo
    return _confirm(kept.pk, today=today, confirmed_at_desk=by)


@transaction.atomic
def tell_client_from_desk(id: int, *, today: int) -> Emergency:
    """Let the client learn of it once the day to look again is over and nobody has."""
    kept = Emergency.objects.select_for_update().get(pk=emergency_at_desk(id).pk)
    if kept.told_on is None:
        if not is_left(kept.look_on, today=today) or kept.client.closed:
            raise NotYetSafe
        _show(kept, today=today)
    return kept


@transaction.atomic
def say_about_talk(client: Account, ref: bytes, *, wishes: bool, today: int) -> Emergency:
    """Let the client say whether they wish to talk about it; they may change their mind."""
    kept = emergency_of(client, ref, today=today)
    if kept.client_id != client.pk:
        raise NotYours
    kept.wishes_talk = wishes
    kept.save(update_fields=["wishes_talk"])
    return kept


def owe_for_looking_again(*, today: int) -> None:
    """Owe the coordinators one note for each day on which somebody should have looked again."""
    day = newest_overdue_look(today=today)
    if day is not None:
        owe_coordinators(looks_day=day)


def _confirm(pk: int, *, today: int, **by: Any) -> Emergency:
    held = Emergency.objects.select_for_update().get(pk=pk)
    if held.confirmed_on is None:
        held.confirmed_on = today
        for name, who in by.items():
            setattr(held, name, who)
        held.save(update_fields=["confirmed_on", *by])
        if held.told_on is not None:
            walled.emergency_confirmed(held, today=today)
    return held


def _show(held: Emergency, *, today: int) -> None:
    held.told_on = today
    held.save(update_fields=["told_on"])
    walled.emergency_shown(held, today=today)
    if held.confirmed_on is not None:
        walled.emergency_confirmed(held, today=today)


def _client_of(entry: EmergencyPaper, specialist: Account) -> Account:
    """Give the other of a conversation of one's own: also one that ended not long ago."""
    named = Conversation.objects.select_related("relationship__client")
    talk = named.filter(ref=entry.conv).first()
    held = None if talk is None else talk.relationship
    # Whoever stands in, or handed over not long ago, has a relationship of their own in it.
    if (
        held is None
        or not Relationship.objects.filter(
            conv=held.conv,
            client=held.client,
            specialist=specialist,
            state__in=[*OPEN, State.ENDED],
        ).exists()
    ):
        raise NotYours
    client = held.client
    _check(entry, SUBJECT, client)
    _check(entry, DISCLOSER, specialist)
    return client


def _supervisor_of(entry: EmergencyPaper, *, today: int) -> Account | None:
    reader = _reader(entry, RECIPIENT)
    if reader is None:
        return None
    able = {one.ref: one for one in supervisors_in_force(today=today)}
    if reader.account_id not in able:
        raise NotYours
    _check(entry, RECIPIENT, able[reader.account_id])
    return able[reader.account_id]


def _check(entry: EmergencyPaper, part: int, person: Account) -> None:
    reader = _reader(entry, part)
    known = newest_record(person).kr_hash
    if reader is None or (reader.account_id, reader.kr_hash) != (person.ref, known):
        raise NotYours


def _reader(entry: EmergencyPaper, part: int) -> Reader | None:
    return next((one for one in entry.readers if one.part == part), None)


def _store(
    given: EmergencyGiven,
    entry: EmergencyPaper,
    people: tuple[Account, Account, Account | None],
) -> Emergency:
    client, specialist, supervisor = people
    kept = Emergency.objects.create(
        ref=entry.id,
        client=client,
        specialist=specialist,
        supervisor=supervisor,
        paper=given.paper,
        reason=entry.reason,
        sealed_words=given.words,
        entered_on=entry.day,
        look_on=entry.look_on,
    )
    readers = {one.ref: one for one in people if one is not None}
    EmergencyWrap.objects.bulk_create(
        EmergencyWrap(emergency=kept, account=readers[ref], wrap=wrap)
        for ref, wrap in sorted(given.wraps.items())
    )
    return kept
