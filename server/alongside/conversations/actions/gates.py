"""Gates in front of logs: opened and closed as relationships move, in the same transaction."""

from typing import Protocol

from django.db import transaction

from alongside.conversations.actions.forgetting import destroy
from alongside.conversations.actions.waiting import (
    forget_waiting_of,
    let_go_of_waiting,
    wait_from,
)
from alongside.conversations.announcements import HelloGone
from alongside.conversations.models import Conversation, Member, Mode
from alongside.conversations.queries import (
    has_hello,
    hellos_on_their_way,
    hellos_waiting,
    newest_log_of,
)
from alongside.ground import wire
from alongside.ground.announce import announce
from alongside.ground.refusal import NotYours
from alongside.keys.announcements import LockRenewed
from alongside.keys.queries import has_made
from alongside.people.models import Account, RoleName
from alongside.programme.rules import MOST_WAITING
from alongside.relationships.actions.asking import ONE_TO_ONE, NotFree
from alongside.relationships.actions.stepping import NotNow
from alongside.relationships.announcements import (
    Agreed,
    AskLeft,
    AskMade,
    Ended,
    Paused,
    PromiseAgreed,
    Resumed,
)
from alongside.relationships.handovers import is_accompanied, is_between
from alongside.relationships.models import EndedBy, Relationship, State
from alongside.relationships.promises import signed_hash
from pse.promise import kept_months, read_promise
from pse.refusal import BadPromise, Malformed


class Between(Protocol):
    """Something that happened between two people."""

    @property
    def relationship(self) -> Relationship:
        """Give what they are to each other."""


def open_for_hello(made: AskMade) -> None:
    """Let the client's header and hello in; NotFree if it would be more than five.

    The seat is held while this runs, so two who ask at once are counted one after the other.
    """
    relationship = made.relationship
    waiting = hellos_waiting([relationship.specialist]).get(relationship.specialist_id, 0)
    coming = hellos_on_their_way(relationship.specialist, today=relationship.asked_on)
    if waiting + coming > MOST_WAITING:
        raise NotFree
    _open(
        relationship, relationship.conv, made.rand, mode=Mode.ASKED, today=relationship.asked_on
    )


def open_for_both(agreed: Agreed) -> None:
    """Both have signed: both may write."""
    _set_mode(agreed.relationship, Mode.ACTIVE)


def follow_promise(agreed: PromiseAgreed) -> None:
    """Both signed another edition: the next header may carry it, and no other."""
    months = kept_months(read_promise(agreed.agreement.promise))
    found = Conversation.objects.filter(relationship=agreed.relationship, mode__lt=Mode.CLOSED)
    for conversation in found.select_for_update().order_by("id"):
        conversation.agreement_hash = agreed.agreement.agreement_hash
        if months is not None:
            conversation.retention = months
        conversation.save(update_fields=["agreement_hash", "retention"])
        wire.tell(f"conv:{conversation.ref.hex()}")


def tell_rooms(changed: Between) -> None:
    """Let both rooms ask the house, at once."""
    found = Conversation.objects.filter(relationship=changed.relationship, mode__lt=Mode.CLOSED)
    for conversation in found.order_by("id"):
        wire.tell(f"conv:{conversation.ref.hex()}")


def tell_all_of(person: Account) -> None:
    """Let every room that somebody writes in ask the house, and the relay look anew."""
    named = Member.objects.filter(account=person).values("conversation_id")
    found = Conversation.objects.filter(pk__in=named, mode__lt=Mode.CLOSED).order_by("id")
    for conversation in found:
        wire.tell(f"conv:{conversation.ref.hex()}")


def tell_both(relationship: Relationship) -> None:
    """Let the rooms of a talk ask the house, at once, also where somebody else came to it."""
    found = Conversation.objects.filter(
        relationship__conv=relationship.conv, mode__lt=Mode.CLOSED
    )
    for conversation in found.order_by("id"):
        wire.tell(f"conv:{conversation.ref.hex()}")


def close(ended: Ended) -> None:
    """Nobody writes any more; both may read until it is forgotten."""
    _set_mode(ended.relationship, Mode.CLOSED)


def rest(paused: Paused) -> None:
    """Nobody writes for now, both may read; that somebody waits is put aside with it.

    While somebody stands in, a specialist rests alone: the talk goes on.
    """
    if paused.pause.by == EndedBy.SPECIALIST and is_accompanied(paused.relationship):
        return
    for conversation in _set_mode(paused.relationship, Mode.PAUSED):
        if forget_waiting_of(conversation):
            paused.pause.had_waited = True
            paused.pause.save(update_fields=["had_waited"])


def go_on(resumed: Resumed) -> None:
    """Both may write again; who waited before the pause waits from today."""
    for conversation in _set_mode(resumed.relationship, Mode.ACTIVE):
        if resumed.pause.had_waited and resumed.pause.over_on is not None:
            wait_from(conversation, resumed.pause.over_on)


def take_away(left: AskLeft) -> None:
    """An ask that came to nothing leaves nothing to read."""
    gone = _set_mode(left.relationship, Mode.GONE)
    had_come = has_hello(left.relationship)
    for conversation in gone:
        destroy(conversation)
    announce(HelloGone(left.relationship, had_come))


@transaction.atomic
def again(
    relationship: Relationship, *, conv: bytes, rand: bytes, by: Account, today: int
) -> None:
    """Go on in a new log after trouble; the old one stays readable. Only the owner may."""
    held = Relationship.objects.select_for_update().get(pk=relationship.pk)
    if by.pk != held.client_id:
        raise NotYours
    old = newest_log_of(held)
    if old.ref == conv:
        return
    if held.state != State.ACTIVE or is_between(held):
        raise NotNow
    if not has_made(by, conv, kind=ONE_TO_ONE, rand=rand):
        raise Malformed("this conversation id belongs to other keys")
    _open(held, conv, rand, mode=Mode.ACTIVE, today=today, continues=old)
    Conversation.objects.filter(pk=old.pk).update(mode=Mode.CLOSED)
    let_go_of_waiting([old])
    wire.tell(f"conv:{old.ref.hex()}")


def look_again(renewed: LockRenewed) -> None:
    """Let rooms that talk with somebody whose lock is another one ask the house, at once."""
    mine = Member.objects.filter(account=renewed.account).values("conversation_id")
    talks = Conversation.objects.filter(pk__in=mine, mode__lt=Mode.CLOSED)
    for conversation in talks.order_by("id"):
        wire.tell(f"conv:{conversation.ref.hex()}")


def _open(
    relationship: Relationship,
    conv: bytes,
    rand: bytes,
    *,
    mode: Mode,
    today: int,
    continues: Conversation | None = None,
) -> None:
    conversation = Conversation.objects.create(
        ref=conv,
        rand=rand,
        kind=ONE_TO_ONE,
        owner=relationship.client,
        relationship=relationship,
        mode=mode,
        agreement_hash=signed_hash(relationship),
        retention=_kept_for(relationship),
        opened_on=today,
        continues=continues,
    )
    client, specialist = relationship.client, relationship.specialist
    Member.objects.bulk_create(
        Member(conversation=conversation, account=account, role=role, may_write=True)
        for account, role in ((client, RoleName.CLIENT), (specialist, RoleName.SPECIALIST))
    )
    wire.tell(f"conv:{conv.hex()}")


def _kept_for(relationship: Relationship) -> int:
    months = kept_months(read_promise(relationship.promise))
    if months is None:
        raise BadPromise("a promise that does not say how long lines are kept")
    return months


def _set_mode(relationship: Relationship, mode: Mode) -> list[Conversation]:
    """Move every log that still stands open, and tell the wire."""
    found = Conversation.objects.filter(relationship=relationship, mode__lt=Mode.CLOSED)
    conversations = list(found.select_for_update().order_by("id"))
    for conversation in conversations:
        conversation.mode = mode
        conversation.save(update_fields=["mode"])
        wire.tell(f"conv:{conversation.ref.hex()}")
    if mode >= Mode.CLOSED:
        let_go_of_waiting(conversations)
    return conversations
