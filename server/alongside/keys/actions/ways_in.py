"""Renewing, proving and destroying the ways into a place."""

import hmac
from datetime import datetime

from django.db import transaction

from alongside.ground.clock import day_of
from alongside.ground.refusal import Refused
from alongside.ground.secrets import server_key
from alongside.keys.actions.coming_in import keep_way_in
from alongside.keys.actions.state import save_state
from alongside.keys.actions.told import tell_changed, tell_new_words
from alongside.keys.documents.actions import destroy_documents
from alongside.keys.models import (
    Bundle,
    ChangeKind,
    Slot,
    SlotType,
    StateIndex,
    StatePart,
    WayChange,
)
from alongside.keys.queries import made_on, words_slot_of
from alongside.keys.rules import WayIn, check_way_in, is_new
from alongside.people import actions as people
from alongside.people.actions import NotOpened, SignedIn
from alongside.people.models import Account, Scope, Token
from alongside.people.tries import Door, forgive, take_try
from pse.account import SPARE, WORDS
from pse.state import State as StatePaper
from pse.ticket import verifier_of


class SpareIsSeen(Refused):
    """A spare code that was written down is changed with the code itself, not with words."""

    code = "spare-seen"
    words = "You have written this code down. To change it, come in with it."


class NotNewAnyMore(Refused):
    """Once a place is not new, a fresh code without the card waits for three days (P10)."""

    code = "not-new"
    words = "Your place is not new any more. A fresh code has to wait three days."


@transaction.atomic
def renew_ways_in(
    token: Token, words: WayIn, spare: WayIn, state: StatePaper, *, now: datetime
) -> SignedIn:
    """With the spare code: new words, a new code; every other way in and sign-in ends."""
    person = token.account
    g = words_slot_of(person).g
    check_way_in(words, WORDS, g=g)
    check_way_in(spare, SPARE, g=g)
    save_state(person, state)
    for old in (Slot, WayChange):
        old.objects.filter(account=person).delete()
    keep_way_in(person, words)
    keep_way_in(person, spare)
    people.sign_out_everywhere(person)
    tell_new_words(person, today=day_of(now))
    way = words.slot.slot_id
    return people.sign_in(person, scope=Scope.FULL, now=now, way=way)


@transaction.atomic
def see_spare(person: Account) -> None:
    """Remember that the spare code has been written down."""
    Slot.objects.filter(account=person, type=SlotType.SPARE).update(seen=True)


def renew_spare(
    person: Account,
    spare: WayIn,
    state: StatePaper,
    *,
    words: bytes,
    address: str,
    now: datetime,
) -> None:
    """With the five words, make a fresh code in a new place; NotNewAnyMore or SpareIsSeen."""
    if not is_new(made_on(person), today=day_of(now)):
        raise NotNewAnyMore
    prove_words(person, words, address=address, now=now)
    _exchange_spare(person, spare, state, today=day_of(now))


def prove_words(person: Account, auth: bytes, *, address: str, now: datetime) -> None:
    """Return if someone who is signed in knows the five words too; NotOpened or SlowDown."""
    door = Door(SlotType.WORDS.name, person.username or "", address)
    take_try(door, now=now)
    slot = words_slot_of(person)
    given = verifier_of(server_key(), person.ref, WORDS, auth)
    if not hmac.compare_digest(given, slot.verifier):
        raise NotOpened
    forgive(door)


@transaction.atomic
def destroy_ways_in(person: Account) -> int:
    """Delete every way in and everything sealed; gives how many ways in there were."""
    for sealed in (Bundle, StateIndex, StatePart, WayChange):
        sealed.objects.filter(account=person).delete()
    destroy_documents(person)
    slots, _ = Slot.objects.filter(account=person).delete()
    return slots


@transaction.atomic
def _exchange_spare(person: Account, spare: WayIn, state: StatePaper, *, today: int) -> None:
    codes = Slot.objects.select_for_update().filter(account=person, type=SlotType.SPARE)
    kept = codes.filter(seen=False).order_by("id").first()
    if kept is None:
        raise SpareIsSeen
    check_way_in(spare, SPARE, g=kept.g)
    save_state(person, state)
    kept.delete()
    keep_way_in(person, spare)
    tell_changed(person, ChangeKind.ADD, SPARE, today=today)
