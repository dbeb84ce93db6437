"""Who may be named while somebody takes over or stands in, and what of before they are given.

The gate says who may be named; who reads is what the newest header says, and the client alone
signs it. These rows only follow.
"""

from dataclasses import dataclass

from django.db import transaction

from alongside.conversations.actions.forgetting import hold
from alongside.conversations.models import Conversation, Entry, Epoch, Member, Mode, Wrap
from alongside.conversations.queries import is_reading, newest_log_of, readers_of
from alongside.ground import wire
from alongside.ground.announce import announce
from alongside.ground.refusal import NotYours
from alongside.people.models import Account, RoleName
from alongside.relationships import actions as relationships
from alongside.relationships.actions.stepping import NotNow
from alongside.relationships.announcements import (
    HandoverAgreed,
    HandoverAsked,
    HandoverDone,
    HandoverOver,
    HandoverSuggested,
    HandoverTogether,
    HistoryGiven,
    StayNamed,
)
from alongside.relationships.handovers import (
    accompanied,
    handover_seen_by,
    handover_with_history,
)
from alongside.relationships.models import EndedBy, Handover, Pause, Relationship, State
from pse.entry import LEAVE

MOST_WRAPS = 400


@dataclass(frozen=True)
class Granted:
    """One stretch of before: its epoch, and its key for whoever came."""

    epoch: int
    wrap: bytes


def name_them(agreed: HandoverAgreed) -> None:
    """Both signed: the client's room may name them in a header. Nothing else happens.

    NotNow where one of the two has just left: their signed way out is the last word of a talk,
    and a name that came after it would leave three people in a talk that takes nothing more.
    """
    held = agreed.handover.relationship
    for conversation in _open_logs(held):
        if _was_left(conversation):
            raise NotNow
        Member.objects.update_or_create(
            conversation=conversation,
            account=agreed.handover.to,
            defaults={"role": RoleName.SPECIALIST, "may_write": True},
        )
        if conversation.mode == Mode.PAUSED and _rests_alone(held):
            conversation.mode = Mode.ACTIVE
            conversation.save(update_fields=["mode"])
        _tell(conversation)


def move(done: HandoverDone) -> None:
    """The talk is theirs to whom it was handed; the one before writes no more."""
    handover = done.handover
    for conversation in _open_logs(handover.relationship):
        conversation.relationship, conversation.mode = _made(handover), Mode.ACTIVE
        conversation.save(update_fields=["relationship", "mode"])
        _silence(conversation, handover.relationship.specialist)
        _tell(conversation)


def part(over: HandoverOver) -> None:
    """Whoever came is named no more; if a header still lets them read, they only are silent."""
    handover = over.handover
    for conversation in _open_logs(handover.relationship):
        if handover.made_id is not None:
            _silence(conversation, handover.to)
            _rest_again(conversation, handover.relationship)
        _tell(conversation)


def tell_company(
    made: HandoverSuggested | HandoverAsked | HandoverTogether | StayNamed,
) -> None:
    """Let the rooms that talk here ask the house."""
    for conversation in _open_logs(made.handover.relationship):
        _tell(conversation)


def look(relationship: Relationship, *, by: Account, today: int) -> None:
    """Read the newest header and follow it; any of the three may ask for that."""
    found = handover_seen_by(by, relationship)
    if found is not None:
        _look(found.pk, today=today)


def look_everywhere(*, today: int) -> int:
    """Follow every header whose room did not come back to tell; gives how many were read."""
    numbers = list(accompanied())
    for number in numbers:
        _look(number, today=today)
    return len(numbers)


@transaction.atomic
def give_history(
    relationship: Relationship, granted: list[Granted], *, is_all: bool, by: Account
) -> None:
    """Keep the keys of granted stretches with the others; only the client gives any."""
    handover = handover_with_history(relationship)
    if relationship.client_id != by.pk or handover is None:
        raise NotYours
    conversation = newest_log_of(handover.relationship, moved_to=handover.made)
    hold(conversation.pk)
    if not is_reading(handover.to, conversation):
        raise NotYours
    epochs = {each.epoch for each in granted}
    if epochs - set(_before_them(conversation, handover.to)):
        raise NotYours
    Wrap.objects.filter(
        conversation=conversation, account=handover.to, epoch__in=epochs
    ).delete()
    Wrap.objects.bulk_create(
        Wrap(conversation=conversation, epoch=each.epoch, account=handover.to, wrap=each.wrap)
        for each in granted
    )
    announce(HistoryGiven(handover, is_all))
    _tell(conversation)


def _look(handover_id: int, *, today: int) -> None:
    relationships.follow_header(handover_id, read=_read, today=today)


def _read(handover: Handover) -> frozenset[bytes]:
    return readers_of(newest_log_of(handover.relationship))


def _before_them(conversation: Conversation, person: Account) -> list[int]:
    """The stretches in which somebody was not yet: no header of theirs names them."""
    kept = Epoch.objects.filter(conversation=conversation, forgotten=False).order_by("epoch")
    return [each.epoch for each in kept if bytes(person.ref) not in bytes(each.eh)]


def _was_left(conversation: Conversation) -> bool:
    hold(conversation.pk)
    entries = Entry.objects.filter(conversation=conversation).order_by("-n")
    return entries.values_list("kind", flat=True).first() == LEAVE


def _open_logs(relationship: Relationship) -> list[Conversation]:
    found = Conversation.objects.filter(relationship=relationship, mode__lt=Mode.CLOSED)
    return list(found.select_for_update().order_by("id"))


def _silence(conversation: Conversation, person: Account) -> None:
    hold(conversation.pk)
    mine = Member.objects.filter(conversation=conversation, account=person)
    if is_reading(person, conversation) or _has_read(conversation, person):
        mine.update(may_write=False)
    else:
        mine.delete()


def _has_read(conversation: Conversation, person: Account) -> bool:
    ref = bytes(person.ref)
    headers = Epoch.objects.filter(conversation=conversation).order_by("epoch")
    return any(ref in bytes(eh) for eh in headers.values_list("eh", flat=True))


def _rest_again(conversation: Conversation, relationship: Relationship) -> None:
    if relationship.state == State.PAUSED and conversation.mode == Mode.ACTIVE:
        conversation.mode = Mode.PAUSED
        conversation.save(update_fields=["mode"])


def _rests_alone(relationship: Relationship) -> bool:
    """Whoever was ill rests on; the client's own pause is theirs to end."""
    mine = Pause.objects.filter(relationship=relationship, over_on=None)
    return mine.filter(by=EndedBy.SPECIALIST).exists()


def _made(handover: Handover) -> Relationship:
    if handover.made is None:
        raise NotYours
    return handover.made


def _tell(conversation: Conversation) -> None:
    wire.tell(f"conv:{conversation.ref.hex()}")
