"""Telling with somebody: the client signs, the house keeps what it cannot open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from alongside.consent.actions import walled
from alongside.consent.models import LinkBox, Telling, Wrap
from alongside.consent.queries import newest_of, package_of, telling_of, with_link, wrap_of
from alongside.consent.rules import GROWN, MOST_OPEN, check_boxes, is_dated
from alongside.conversations.models import Conversation
from alongside.conversations.queries import is_reading
from alongside.ground.clock import day_of
from alongside.ground.refusal import NotYours, Refused
from alongside.keys.queries import newest_record, record_paper, supervisors_in_force
from alongside.people.models import Account
from alongside.people.tries import Door, forgive, take_try
from alongside.programme.queries import programme
from alongside.relationships.models import GOING, Relationship
from pse.package import (
    DISCLOSER,
    NOTHING_BEFORE,
    RECIPIENT,
    Package,
    Reader,
    is_door,
    package_hash_of,
    verify_package,
)
from pse.refusal import BadPackage


class TellingMoved(Refused):
    """Another window of the client signed something meanwhile."""

    code = "telling-moved"
    words = "Another of your windows was faster. Please look again."
    status = 409


class TellingsFull(Refused):
    """As many are told at the same time as anybody can keep an eye on."""

    code = "tellings-full"
    words = "Much is being told already. Please stop one first."


class MinorsNotHere(Refused):
    """Who may sign for somebody under age differs by place; no table of it is kept here."""

    code = "minors-not-here"
    words = "Where people under 18 come in, nothing is told through this page."
    status = 403


class NotTheirKeys(Refused):
    """Somebody has other keys now than the ones it was sealed to."""

    code = "reader-moved"
    words = "Somebody's lock has changed. Please open this page again."
    status = 409


@dataclass(frozen=True)
class TellingPaper:
    """A signed header, its boxes, and what the readers open them with."""

    paper: dict[str, Any]
    told: bytes
    consent: bytes
    wraps: Mapping[tuple[bytes, int], bytes]
    link_box: bytes


@dataclass(frozen=True)
class Found:
    """Something that may be read now, with the reader's key to it."""

    telling: Telling
    wrap: bytes


@transaction.atomic
def tell(given: TellingPaper, *, by: Account, today: int) -> Telling:
    """Keep what a client signed; the same again changes nothing."""
    Account.objects.select_for_update().get(pk=by.pk)
    package = package_of(given.paper)
    known = Telling.objects.filter(ref=package.id).first()
    if known is not None:
        return _only_same(known, package, by)
    if programme().min_age < GROWN:
        raise MinorsNotHere
    specialist = _specialist_of(package, by)
    recipient = _recipient_of(package, today=today)
    record = record_paper(newest_record(by), by)
    verify_package(package, home=programme().home, client=record)
    if not is_dated(package.day, today=today):
        raise BadPackage("signed on another day")
    check_boxes(
        package,
        told=given.told,
        consent=given.consent,
        wraps=given.wraps,
        link_box=given.link_box,
    )
    _check_place(package, by)
    telling = _store(given, package, (by, specialist, recipient))
    walled.told(telling, today=today)
    return telling


@transaction.atomic
def open_told(person: Account, ref: bytes, *, today: int) -> Found:
    """Give a reader what is told; the first time whoever was told opens it, both are told."""
    telling = telling_of(person, ref, today=today)
    wrap = wrap_of(person, telling)
    if telling.recipient_id == person.pk:
        _note_opening(telling, today=today)
    return Found(telling, wrap)


def open_by_link(ref: bytes, shown: bytes, *, address: str, now: datetime) -> Telling:
    """Give what is told to whoever has the link; NotYours or SlowDown for everybody else."""
    door = Door("told", ref.hex(), address)
    take_try(door, now=now)
    telling = with_link(ref, today=day_of(now))
    if telling is None or not is_door(package_of(telling.paper), shown):
        raise NotYours
    forgive(door)
    _note_opening(telling, today=day_of(now))
    return telling


@transaction.atomic
def _note_opening(telling: Telling, *, today: int) -> None:
    moved = Telling.objects.filter(pk=telling.pk, opened_on=None, ended_on=None)
    if moved.update(opened_on=today):
        telling.opened_on = today
        walled.opened(telling, today=today)


def _only_same(known: Telling, package: Package, by: Account) -> Telling:
    if known.client_id != by.pk or known.hash != package_hash_of(programme().home, package):
        raise NotYours
    return known


def _specialist_of(package: Package, client: Account) -> Account:
    """Give who tells: of those who walk with the client in this conversation, whom it names.

    Whoever stands in, or is to go on with it, tells only while they read there; NotYours else.
    """
    found = Conversation.objects.filter(ref=package.conv, owner=client)
    conversation = found.select_related("relationship").first()
    held = None if conversation is None else conversation.relationship
    reader = package.of_part(DISCLOSER)
    if conversation is None or held is None or reader is None:
        raise NotYours
    walking = Relationship.objects.filter(
        conv=held.conv,
        client=client,
        specialist__ref=reader.account_id,
        state__in=GOING,
    )
    theirs = walking.select_related("specialist").first()
    if theirs is None:
        raise NotYours
    is_first = theirs.pk == held.pk
    if not is_first and not is_reading(theirs.specialist, conversation):
        raise NotYours
    _check_reader(reader, theirs.specialist)
    return theirs.specialist


def _recipient_of(package: Package, *, today: int) -> Account | None:
    reader = package.of_part(RECIPIENT)
    if reader is None:
        return None
    able = {one.ref: one for one in supervisors_in_force(today=today)}
    person = able.get(reader.account_id)
    if person is None:
        raise NotYours
    _check_reader(reader, person)
    return person


def _check_reader(reader: Reader | None, person: Account) -> None:
    if reader is None or reader.account_id != person.ref:
        raise NotYours
    if reader.kr_hash != newest_record(person).kr_hash:
        raise NotTheirKeys


def _check_place(package: Package, client: Account) -> None:
    """Each follows the one before, so that none of a client's own can be left out."""
    before = newest_of(client)
    expected = (before.n + 1, before.hash) if before else (1, NOTHING_BEFORE)
    if (package.n, package.prev) != expected:
        raise TellingMoved
    if Telling.objects.filter(client=client, ended_on=None).count() >= MOST_OPEN:
        raise TellingsFull


def _store(
    given: TellingPaper, package: Package, people: tuple[Account, Account, Account | None]
) -> Telling:
    client, specialist, recipient = people
    telling = Telling.objects.create(
        ref=package.id,
        client=client,
        specialist=specialist,
        recipient=recipient,
        n=package.n,
        paper=given.paper,
        hash=package_hash_of(programme().home, package),
        from_day=package.from_day,
        until_day=package.until_day,
        sealed_consent=given.consent,
        sealed_told=given.told,
    )
    if given.link_box:
        LinkBox.objects.create(telling=telling, box=given.link_box)
    readers = {one.ref: one for one in people if one is not None}
    Wrap.objects.bulk_create(
        Wrap(telling=telling, account=readers[ref], box=box, wrap=wrap)
        for (ref, box), wrap in sorted(given.wraps.items())
    )
    return telling
