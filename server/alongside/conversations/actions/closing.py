"""Closing one's place: everything one could open is destroyed, and a receipt says how much."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from alongside.conversations.actions.forgetting import destroy
from alongside.conversations.models import Conversation, Member, Mode, Wrap
from alongside.ground import wire
from alongside.ground.clock import day_of
from alongside.ground.secrets import log_seed
from alongside.keys import actions as keys
from alongside.keys.actions.signed import take_profile_down
from alongside.notices.actions import forget_reach
from alongside.people import actions as people
from alongside.people.models import Account
from alongside.programme.actions import give_up_seat
from alongside.programme.queries import programme
from alongside.relationships import actions as relationships
from pse.receipt import closed_bytes
from pse.signing import sign


@dataclass(frozen=True)
class Closed:
    """The receipt: how many ways in and wraps were destroyed, signed with the log key."""

    home: bytes
    account_id: bytes
    day: int
    slots: int
    wraps: int
    sig: bytes


def close_place(person: Account, *, auth: bytes, address: str, now: datetime) -> Closed:
    """Close a place for good; needs the five words again. NotOpened or SlowDown."""
    keys.prove_words(person, auth, address=address, now=now)
    return _close(person, today=day_of(now))


@transaction.atomic
def _close(person: Account, *, today: int) -> Closed:
    relationships.leave_all(person, today=today)
    relationships.take_all_invites_back(person)
    wraps, _ = Wrap.objects.filter(account=person).delete()
    slots = keys.destroy_ways_in(person)
    _let_go_of_what_was_kept_until_now(person)
    take_profile_down(person)
    give_up_seat(person)
    forget_reach(person)
    people.close_place(person)
    _let_go_of_empty_rooms(person)
    home = programme().home
    signed = closed_bytes(home, person.ref, today, slots, wraps)
    return Closed(home, person.ref, today, slots, wraps, sign(log_seed(), signed))


def _let_go_of_what_was_kept_until_now(person: Account) -> None:
    """What its owner wanted kept until they close their place is gone with it, for both."""
    _let_go(Conversation.objects.filter(owner=person, retention=0))


def _let_go_of_empty_rooms(person: Account) -> None:
    """Where everybody has closed their place, nobody is left to read."""
    mine = Member.objects.filter(account=person).values("conversation_id")
    readers = Member.objects.filter(account__closed=False).values("conversation_id")
    _let_go(Conversation.objects.filter(pk__in=mine).exclude(pk__in=readers))


def _let_go(conversations: QuerySet[Conversation]) -> None:
    for conversation in conversations.exclude(mode=Mode.GONE).order_by("id"):
        Conversation.objects.filter(pk=conversation.pk).update(mode=Mode.GONE)
        destroy(conversation)
        wire.tell(f"conv:{conversation.ref.hex()}")
