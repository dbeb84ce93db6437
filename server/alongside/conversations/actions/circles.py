"""Gates in front of a circle's log: whom its hosts named, and who may write no more."""

from collections.abc import Sequence

from django.db.models import Exists, Model, OuterRef, QuerySet

from alongside.conversations.actions.forgetting import hold
from alongside.conversations.models import Conversation, Epoch, Kind, Member, Mode
from alongside.ground import wire
from alongside.ground.held import unheld
from alongside.ground.refusal import NotYours
from alongside.keys.queries import has_made
from alongside.people.models import Account
from pse.circle_rules import HOST, NO_PROMISE
from pse.epoch_rules import CIRCLE


def open_circle(
    *, conv: bytes, rand: bytes, hosts: Sequence[Account], retention: int, today: int
) -> Conversation:
    """Let the first header of a circle in; the first of its hosts owns it. NotYours."""
    owner = hosts[0]
    if not has_made(owner, conv, kind=CIRCLE, rand=rand):
        raise NotYours
    conversation = Conversation.objects.create(
        ref=conv,
        rand=rand,
        kind=Kind.CIRCLE,
        owner=owner,
        mode=Mode.ACTIVE,
        agreement_hash=NO_PROMISE,
        retention=retention,
        opened_on=today,
    )
    for host in hosts:
        name_in_circle(conversation, host, role=HOST)
    return conversation


def name_in_circle(conversation: Conversation, account: Account, *, role: int) -> None:
    """Let a host's header bring somebody in, or make them what they are named as."""
    Member.objects.update_or_create(
        conversation=conversation, account=account, defaults={"role": role, "may_write": True}
    )
    _tell(conversation)


def silence_in_circle(conversation: Conversation, account: Account) -> None:
    """Take nothing more of somebody; the next header goes on without them."""
    mine = Member.objects.filter(conversation=conversation, account=account)
    mine.update(may_write=False)
    _tell(conversation)


def close_circle(conversation: Conversation) -> None:
    """Nobody writes any more; who was in it may read until it is forgotten."""
    Conversation.objects.filter(pk=conversation.pk).update(mode=Mode.CLOSED)
    _tell(conversation)


def somebody_asks(conversation: Conversation) -> None:
    """Let the rooms of a circle look again: those of its hosts see who waits."""
    _tell(conversation)


def wordless(*, but: type[Model]) -> QuerySet[Conversation]:
    """Give closed circles in which no word is left, and that nothing needs but `but`."""
    left = Epoch.objects.filter(conversation=OuterRef("pk"), forgotten=False)
    closed = Conversation.objects.filter(kind=Kind.CIRCLE, mode=Mode.CLOSED)
    return unheld(closed.exclude(Exists(left)), but=(but,))


def forget_log(conversation: Conversation) -> None:
    """Forget who was in a closed circle, and the hashes that are left of what they said."""
    hold(conversation.pk)
    conversation.delete()


def _tell(conversation: Conversation) -> None:
    wire.tell(f"conv:{bytes(conversation.ref).hex()}")
