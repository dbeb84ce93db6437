"""Asking and agreeing: both sign the same promise, one with the ask, one with the yes."""

from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from alongside.ground.announce import announce
from alongside.ground.refusal import NotYours, Refused
from alongside.keys.queries import (
    endorsement_in_force,
    has_made,
    made_on,
    newest_record,
    record_paper,
)
from alongside.people.models import Account, Stopped
from alongside.people.queries import accounts_of_refs, is_blocked, is_client
from alongside.people.stopping import check_not_stopped, is_stopped
from alongside.programme.actions import hold_seat
from alongside.programme.breaks import stops_hellos
from alongside.programme.models import Seat
from alongside.programme.queries import may_be_signed, programme
from alongside.programme.rules import is_free
from alongside.relationships.actions.inviting import (
    InvitePaper,
    answer_invite,
    note_second_use,
    use_invite,
)
from alongside.relationships.actions.meeting_again import is_way_back
from alongside.relationships.actions.stepping import NotNow, held_for
from alongside.relationships.announcements import Agreed, AskMade
from alongside.relationships.models import GOING, Relationship, State
from alongside.relationships.queries import load_of, rest_days_of
from alongside.relationships.rules import hellos_a_day, is_dated
from pse.endorsement import CLIENT, SPECIALIST
from pse.promise import (
    Agreement,
    agreement_hash,
    late_days,
    promise_json,
    read_promise,
    verify_agree,
)
from pse.refusal import BadPromise, Malformed

ONE_TO_ONE = 1


class OneOpenAsk(Refused):
    """A client asks one person at a time."""

    code = "one-open-ask"
    words = "You have asked someone and still wait. You can take that back first."


class NotFree(Refused):
    """This person cannot be asked just now; it does not say why."""

    code = "not-free"
    words = "This person has no room for someone new right now."


class EnoughHellos(Refused):
    """So many people were asked today that it is enough for one day; the words stay."""

    code = "hellos-today"
    words = "That is enough hellos for one day. Tomorrow you can ask again."


class PromiseChanged(Refused):
    """The settings moved since the promise was shown."""

    code = "promise-changed"
    words = "Our promise has changed. Please read it again before you send."


class NotStoodBehind(Refused):
    """The programme's word for this specialist has run out, or was never given."""

    code = "not-endorsed"
    words = "The programme does not stand behind you right now. Please ask at the desk."


class SeatIsFull(Refused):
    """A specialist walks with as many people as they said they can."""

    code = "seat-full"
    words = "You have as many people as you said you can. You can change that number."


@dataclass(frozen=True)
class AskPaper:
    """What a client hands over to ask: the conversation's identifier and their signature."""

    conv: bytes
    rand: bytes
    promise: Any
    day: int
    sig: bytes
    invite: InvitePaper | None = None
    # The language it was read in.
    lang: str = ""


def ask(ref: bytes, paper: AskPaper, *, by: Account, today: int) -> Relationship:
    """Ask whom an identifier names; the same ask sent again gives the same relationship.

    Somebody who is no specialist, or nobody at all, is as little free as a full one. An invite
    that cannot be used is NotYours, and its specialist learns of a second use.
    """
    try:
        return _ask(ref, paper, by=by, today=today)
    except NotYours:
        if paper.invite is not None:
            note_second_use(paper.invite.ref)
        raise


@transaction.atomic
def _ask(ref: bytes, paper: AskPaper, *, by: Account, today: int) -> Relationship:
    specialist = accounts_of_refs([ref]).get(ref)
    seat = hold_seat(specialist) if specialist else None
    sent_before = Relationship.objects.filter(conv=paper.conv, client=by).first()
    if sent_before is not None:
        return sent_before
    if not is_client(by):
        raise NotYours
    _check_paper(paper, by=by, today=today)
    check_not_stopped(by, Stopped.HELLOS)
    if _asked_on(today, by=by) >= hellos_a_day(made_on(by), today=today):
        raise EnoughHellos
    if not specialist or not seat or not _is_open_to(by, specialist, seat, today=today):
        raise NotFree
    relationship = _store(specialist, paper, by=by, today=today)
    if paper.invite is not None:
        use_invite(paper.invite, relationship, today=today)
    announce(AskMade(relationship, paper.rand))
    return relationship


@transaction.atomic
def accept(
    relationship: Relationship,
    *,
    by: Account,
    day: int,
    sig: bytes,
    today: int,
    invite_yes: bytes | None = None,
    lang: str = "",
) -> None:
    """Let the specialist sign the promise; from now on both may write."""
    seat = hold_seat(relationship.specialist)
    held = held_for(relationship, "accept", by=by)
    if endorsement_in_force(by, today=today) is None:
        raise NotStoodBehind
    check_not_stopped(by, Stopped.HELLOS)
    if is_stopped(held.client, Stopped.HELLOS):
        raise NotNow
    if seat is None or load_of(by) >= seat.cap:
        raise SeatIsFull
    agreement = Agreement(by.ref, SPECIALIST, day, sig)
    check_signed(agreement, held.conv, held.agreement_hash, by=by, today=today)
    held.state, held.agreed_on = State.ACTIVE, today
    held.specialist_day, held.specialist_sig, held.specialist_lang = day, sig, lang
    held.save()
    if invite_yes is not None:
        answer_invite(held, invite_yes)
    announce(Agreed(held))


def _check_paper(paper: AskPaper, *, by: Account, today: int) -> None:
    if not has_made(by, paper.conv, kind=ONE_TO_ONE, rand=paper.rand):
        raise Malformed("this conversation id belongs to other keys")
    shown = agreement_hash(read_promise(paper.promise))
    agreement = Agreement(by.ref, CLIENT, paper.day, paper.sig)
    check_signed(agreement, paper.conv, shown, by=by, today=today)
    if not may_be_signed(shown, programme()):
        raise PromiseChanged


def check_signed(
    agreement: Agreement, conv: bytes, promise: bytes, *, by: Account, today: int
) -> None:
    """Return if somebody signed this promise for this conversation today; Refused else."""
    if not is_dated(agreement.day, today=today):
        raise BadPromise("a signature is dated the day it is given")
    record = record_paper(newest_record(by), by)
    verify_agree(agreement, home=programme().home, conv=conv, promise=promise, record=record)


def _is_open_to(client: Account, specialist: Account, seat: Seat, *, today: int) -> bool:
    if specialist.pk == client.pk or is_blocked(client, specialist):
        return False
    if endorsement_in_force(specialist, today=today) is None:
        return False
    if is_stopped(specialist, Stopped.HELLOS):
        return False
    if stops_hellos(seat, today=today):
        return False
    if rest_days_of(client, [specialist], today=today):
        return False
    # Two who both wished to meet again need no open door: only a place.
    paused = seat.paused and not is_way_back(client, specialist, today=today)
    # Which hellos wait is known one floor up, where this ask is refused if they are too many.
    return is_free(paused=paused, cap=seat.cap, load=load_of(specialist), waiting=0)


def _asked_on(today: int, *, by: Account) -> int:
    """Count whom somebody asked on a day, taken back or not."""
    return Relationship.objects.filter(client=by, asked_on=today).count()


def _store(specialist: Account, paper: AskPaper, *, by: Account, today: int) -> Relationship:
    sentences = read_promise(paper.promise)
    try:
        with transaction.atomic():
            return Relationship.objects.create(
                client=by,
                specialist=specialist,
                state=State.ASKED,
                conv=paper.conv,
                promise=promise_json(sentences),
                agreement_hash=agreement_hash(sentences),
                client_sig=paper.sig,
                client_day=paper.day,
                client_lang=paper.lang,
                asked_on=today,
                answer_days=late_days(sentences),
            )
    except IntegrityError:
        raise _refusal_for(specialist, by=by) from None


def _refusal_for(specialist: Account, *, by: Account) -> Refused:
    """Say which rule of the database an ask ran into."""
    mine = Relationship.objects.filter(client=by)
    if mine.filter(state=State.ASKED).exists():
        return OneOpenAsk()
    if mine.filter(state__in=GOING, specialist=specialist).exists():
        return NotFree()
    return NotNow()
