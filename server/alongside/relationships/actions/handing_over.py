"""Handing over and standing in: who may be named. Who reads is the client's own room's to say.

Rows are held in one order: the seat, the relationship of the one before, that of the one who
comes, and the handover.
"""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from alongside.ground.announce import announce
from alongside.ground.refusal import NotYours, Refused
from alongside.keys.queries import endorsement_in_force, made_on
from alongside.people.models import Account, Stopped
from alongside.people.queries import accounts_of_refs, is_blocked
from alongside.people.stopping import check_not_stopped, is_stopped
from alongside.programme.actions import hold_seat
from alongside.programme.breaks import stops_hellos
from alongside.programme.rules import MOST_WAITING
from alongside.relationships import handing
from alongside.relationships.actions.asking import (
    EnoughHellos,
    NotFree,
    NotStoodBehind,
    SeatIsFull,
    check_signed,
)
from alongside.relationships.actions.following import held_handover, let_it_be
from alongside.relationships.actions.stepping import NotNow
from alongside.relationships.announcements import (
    HandoverAgreed,
    HandoverAsked,
    HandoverSuggested,
)
from alongside.relationships.handovers import (
    ask_to,
    asked_over_on,
    is_accompanied,
    under_way,
    waiting_for,
)
from alongside.relationships.models import (
    GOING,
    OPEN,
    Agreement,
    Asked,
    Came,
    EndedBy,
    Handed,
    Handover,
    HandoverKind,
    Relationship,
    State,
)
from alongside.relationships.promises import (
    brought_before,
    lets_in,
    newest_signed,
    promise_in_force,
)
from alongside.relationships.queries import load_of, side_of
from alongside.relationships.rules import CLIENT as CLIENT_SIDE
from alongside.relationships.rules import SPECIALIST as SPECIALIST_SIDE
from alongside.relationships.rules import hellos_a_day
from pse.endorsement import CLIENT, SPECIALIST
from pse.promise import Agreement as Signed
from pse.promise import Sentence, agreement_hash, late_days, promise_json


class NotAStandIn(Refused):
    """A last day that standing in cannot have."""

    code = "not-a-stand-in"
    words = "Somebody can stand in for eight weeks at most. Please choose a day within these."


class NotPromised(Refused):
    """The promise that both signed says nothing of somebody else who reads."""

    code = "not-promised"
    words = "First both of you say yes to our new promise. Then somebody else can come in."


@dataclass(frozen=True)
class HandoverPaper:
    """Whom the client asks, for what, until when, and their signature under the promise."""

    kind: int
    to: bytes
    until_on: int | None
    day: int
    sig: bytes


@transaction.atomic
def ask_over(
    relationship: Relationship, paper: HandoverPaper, *, by: Account, today: int
) -> Handover:
    """Let the client ask somebody to take over or to stand in."""
    to = accounts_of_refs([paper.to]).get(paper.to)
    seat = hold_seat(to) if to else None
    held = _held_by(relationship, by, side=CLIENT_SIDE)
    _check_until(paper.kind, paper.until_on, today=today)
    _check_going(held)
    if under_way(held) is not None:
        raise NotNow
    if not lets_in(held):
        raise NotPromised
    check_not_stopped(by, Stopped.HELLOS)
    if asked_over_on(today, by=by) >= hellos_a_day(made_on(by), today=today):
        raise EnoughHellos
    promise = bytes(newest_signed(held).agreement_hash)
    signed = Signed(by.ref, CLIENT, paper.day, paper.sig)
    check_signed(signed, held.conv, promise, by=by, today=today)
    if to is None or seat is None or not _may_come(held, to, paper.kind, today=today):
        raise NotFree
    _drop_suggestions(held, today=today)
    made = _store(
        held,
        to,
        kind=paper.kind,
        state=Handed.ASKED,
        by=EndedBy.CLIENT,
        asked_on=today,
        until_on=paper.until_on,
        client_sig=paper.sig,
        client_day=paper.day,
    )
    announce(HandoverAsked(made))
    return made


@transaction.atomic
def suggest(
    relationship: Relationship, *, to: bytes, until_on: int | None, by: Account, today: int
) -> Handover:
    """Let the specialist name somebody who could stand in; only the client can ask them."""
    named = accounts_of_refs([to]).get(to)
    seat = hold_seat(named) if named else None
    held = _held_by(relationship, by, side=SPECIALIST_SIDE)
    if named is None or seat is None:
        raise NotFree
    kind = HandoverKind.STAND_IN
    return _suggest(
        held, named, kind=kind, until_on=until_on, by=EndedBy.SPECIALIST, today=today
    )


@transaction.atomic
def suggest_at_desk(
    number: int, *, to: int, kind: int, until_on: int | None, today: int
) -> Handover:
    """Let the programme suggest somebody, by number; the client decides, and nobody else."""
    named = Account.objects.filter(pk=to, closed=False).first()
    seat = hold_seat(named) if named else None
    held = Relationship.objects.select_for_update().filter(pk=number).first()
    if held is None:
        raise NotYours
    if named is None or seat is None:
        raise NotFree
    by = EndedBy.PROGRAMME
    return _suggest(held, named, kind=kind, until_on=until_on, by=by, today=today)


@transaction.atomic
def no_to_suggestion(relationship: Relationship, *, by: Account, today: int) -> None:
    """Let the client say no to somebody who was only suggested, and never knew."""
    held = _held_by(relationship, by, side=CLIENT_SIDE)
    _drop_suggestions(held, today=today)


@transaction.atomic
def say_yes_over(number: int, *, by: Account, day: int, sig: bytes, today: int) -> Relationship:
    """Let whoever was asked sign the promise; from now on the client's room may let them in."""
    asked = ask_to(by, id=number)
    seat = hold_seat(by)
    held = Relationship.objects.select_for_update().get(pk=asked.relationship_id)
    asked = held_handover(asked, (Handed.ASKED,))
    if held.state not in GOING:
        raise NotNow
    if endorsement_in_force(by, today=today) is None:
        raise NotStoodBehind
    check_not_stopped(by, Stopped.HELLOS)
    if is_stopped(held.client, Stopped.HELLOS):
        raise NotNow
    takes_place = asked.kind == HandoverKind.HANDOVER
    if seat is None or (takes_place and load_of(by) >= seat.cap):
        raise SeatIsFull
    promise = newest_signed(held)
    signed = Signed(by.ref, SPECIALIST, day, sig)
    check_signed(signed, held.conv, bytes(promise.agreement_hash), by=by, today=today)
    asked.made = _together(held, asked, by=by, day=day, sig=sig, today=today)
    asked.state = Handed.AGREED
    asked.save(update_fields=["made", "state"])
    _drop_suggestions(held, today=today)
    announce(HandoverAgreed(asked))
    return asked.made


@transaction.atomic
def say_no_over(number: int, *, by: Account, today: int) -> None:
    """Let whoever was asked say no, without a reason."""
    asked = ask_to(by, id=number)
    Relationship.objects.select_for_update().get(pk=asked.relationship_id)
    held = held_handover(asked, (Handed.ASKED,))
    let_it_be(held, Handed.DECLINED, by=EndedBy.SPECIALIST, today=today)


def _held_by(relationship: Relationship, by: Account, *, side: str) -> Relationship:
    """Hold a relationship for one side of it; for the other there is no such door."""
    held = Relationship.objects.select_for_update().get(pk=relationship.pk)
    if side_of(by, held) != side:
        raise NotYours
    return held


def _check_going(held: Relationship) -> None:
    """An ask is no reason here: the specialist who suggests somebody must not learn of it."""
    if held.state not in GOING or held.came == Came.STANDS_IN or is_accompanied(held):
        raise NotNow


def _check_until(kind: int, until_on: int | None, *, today: int) -> None:
    if not handing.is_until(kind, until_on, today=today):
        raise NotAStandIn


def _may_come(held: Relationship, to: Account, kind: int, *, today: int) -> bool:
    """Say whether somebody can be asked; never which rule it was."""
    if to.pk in (held.client_id, held.specialist_id) or is_blocked(held.client, to):
        return False
    if Relationship.objects.filter(client=held.client, specialist=to, state__in=OPEN).exists():
        return False
    return _has_room(to, kind, today=today) and not is_blocked(held.specialist, to)


def _has_room(to: Account, kind: int, *, today: int) -> bool:
    seat = hold_seat(to)
    if seat is None or endorsement_in_force(to, today=today) is None:
        return False
    if is_stopped(to, Stopped.HELLOS):
        return False
    return handing.has_room(
        kind,
        paused=seat.paused or stops_hellos(seat, today=today),
        cap=seat.cap,
        load=load_of(to),
        waiting=waiting_for(to),
        most=MOST_WAITING,
    )


def _suggest(
    held: Relationship,
    to: Account,
    *,
    kind: int,
    until_on: int | None,
    by: EndedBy,
    today: int,
) -> Handover:
    """Whom the client would not meet is refused to nobody: it is only never shown."""
    _check_until(kind, until_on, today=today)
    _check_going(held)
    if to.pk in (held.client_id, held.specialist_id) or not _has_room(to, kind, today=today):
        raise NotFree
    _drop_suggestions(held, today=today)
    made = _store(
        held,
        to,
        kind=kind,
        state=Handed.SUGGESTED,
        by=by,
        asked_on=today,
        until_on=until_on,
    )
    announce(HandoverSuggested(made))
    return made


def _store(held: Relationship, to: Account, **fields: object) -> Handover:
    try:
        with transaction.atomic():
            return Handover.objects.create(relationship=held, to=to, **fields)
    except IntegrityError:
        raise NotNow from None


def _together(
    held: Relationship, asked: Handover, *, by: Account, day: int, sig: bytes, today: int
) -> Relationship:
    promise, counts = newest_signed(held), promise_in_force(held)
    came = Came.HANDED_OVER if asked.kind == HandoverKind.HANDOVER else Came.STANDS_IN
    try:
        with transaction.atomic():
            made = Relationship.objects.create(
                client=held.client,
                specialist=by,
                state=State.ACTIVE,
                conv=held.conv,
                came=came,
                promise=promise.promise,
                agreement_hash=promise.agreement_hash,
                client_sig=asked.client_sig,
                client_day=asked.client_day or 0,
                specialist_sig=sig,
                specialist_day=day,
                asked_on=asked.asked_on,
                agreed_on=today,
                answer_days=late_days(counts),
                brought_hash=brought_before(held),
            )
    except IntegrityError:
        raise NotNow from None
    if agreement_hash(counts) != bytes(promise.agreement_hash):
        _count_from_here(made, counts, today=today)
    return made


def _count_from_here(made: Relationship, counts: list[Sentence], *, today: int) -> None:
    """What promises more than was last signed counts for whoever comes, too."""
    Agreement.objects.create(
        relationship=made,
        version=2,
        promise=promise_json(counts),
        agreement_hash=agreement_hash(counts),
        state=Asked.IN_FORCE,
        shown_on=today,
        in_force_on=today,
    )


def _drop_suggestions(held: Relationship, *, today: int) -> None:
    """What was only suggested goes without a word: whom it named never knew."""
    found = Handover.objects.filter(relationship=held, state=Handed.SUGGESTED)
    found.update(state=Handed.CALLED_OFF, over_on=today)
