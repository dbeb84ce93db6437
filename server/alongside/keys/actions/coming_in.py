"""Coming in for the first time, and coming back."""

import hmac
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from alongside.ground.clock import day_of
from alongside.ground.refusal import Refused
from alongside.ground.secrets import server_key
from alongside.keys.actions.key_log import log_of
from alongside.keys.actions.state import keep_first_state
from alongside.keys.actions.told import tell_came_in
from alongside.keys.models import Bundle, KeyRecord, Slot, SlotType, WayChange
from alongside.keys.queries import slots_named
from alongside.keys.rules import Newcomer, WayIn, check_newcomer
from alongside.people import actions as people
from alongside.people.actions import NotOpened, SignedIn
from alongside.people.models import Account, Scope
from alongside.people.tries import Door, forgive, take_try
from alongside.programme.queries import programme
from pse.account import Slot as SlotPaper
from pse.account import checked_username
from pse.key_log import key_leaf
from pse.key_record import KeyRecord as RecordPaper
from pse.key_record import kr_hash_of, verify_key_record
from pse.refusal import Malformed
from pse.ticket import verifier_of

NOBODY = bytes(16)
_SCOPES = {SlotType.WORDS: Scope.FULL, SlotType.SPARE: Scope.SPARE}


class DoorIsClosed(Refused):
    """The programme takes nobody new just now; a link opens all the same."""

    code = "door-closed"
    words = "This place takes no new people right now."


@dataclass(frozen=True)
class Entered:
    """Someone who proved the right to one of their ways in."""

    signed_in: SignedIn
    slot: Slot


@transaction.atomic
def sign_up(newcomer: Newcomer, *, now: datetime) -> SignedIn:
    """Make a place and sign in; NameTaken, DoorIsClosed, LinkIsSpent, or malformed papers."""
    today = day_of(now)
    _check(newcomer, today=today)
    if programme().closes_on is not None:
        raise DoorIsClosed
    if newcomer.link is not None:
        people.spend_link(newcomer.link, today=today)
    elif not programme().door_open:
        raise DoorIsClosed
    person = people.open_place(
        ref=newcomer.account_id,
        username=newcomer.username,
        wishes_specialist=newcomer.link is not None,
    )
    _keep(newcomer, person, today=today)
    way = newcomer.words.slot.slot_id
    return people.sign_in(person, scope=Scope.FULL, now=now, way=way)


def sign_in(
    username: str, auth: bytes, *, by: SlotType, address: str, now: datetime
) -> Entered:
    """Open the door with the five words or the spare code; NotOpened or SlowDown.

    A name that nobody has takes the same steps as one that somebody has.
    """
    door = Door(by.name, username, address)
    take_try(door, now=now)
    slot = opened_by(auth, slots_named(username, by) if is_username(username) else [], by=by)
    if slot is None:
        raise NotOpened
    forgive(door)
    if by == SlotType.SPARE:
        # Whoever holds the card decides: what waits without it is called off.
        WayChange.objects.filter(account=slot.account).delete()
    tell_came_in(slot.account, by, today=day_of(now))
    signed_in = people.sign_in(slot.account, scope=_SCOPES[by], now=now, way=slot.slot_id)
    return Entered(signed_in, slot)


def opened_by(auth: bytes, slots: list[Slot], *, by: SlotType) -> Slot | None:
    """Give which of one person's ways in this proves the right to; as long for nobody."""
    owner = slots[0].account.ref if slots else NOBODY
    given = verifier_of(server_key(), owner, by.value, auth)
    kept = [slot.verifier for slot in slots] or [NOBODY * 2]
    matches = [hmac.compare_digest(given, verifier) for verifier in kept]
    return slots[matches.index(True)] if slots and any(matches) else None


def keep_way_in(person: Account, way: WayIn) -> Slot:
    """Store one way in; of what proves the right to it, only a keyed hash."""
    verifier = verifier_of(server_key(), person.ref, way.slot.type, way.auth)
    return keep_slot(person, way.slot, verifier)


def keep_slot(person: Account, slot: SlotPaper, verifier: bytes) -> Slot:
    """Store one way in whose proof is hashed already."""
    return Slot.objects.create(
        account=person,
        slot_id=slot.slot_id,
        type=slot.type,
        g=slot.g,
        profile=slot.profile,
        salt=slot.salt,
        box=slot.box,
        verifier=verifier,
    )


def keep_record(person: Account, record: RecordPaper, *, today: int) -> None:
    """Store one generation of somebody's public keys, in the list of who is who as well."""
    kr_hash = kr_hash_of(record)
    log_of(key_leaf(person.ref, kr_hash), today=today)
    fields = asdict(record)
    del fields["account_id"]
    KeyRecord.objects.create(account=person, kr_hash=kr_hash, **fields)


def is_username(name: str) -> bool:
    """Say whether somebody could have this name."""
    try:
        return checked_username(name) == name
    except Malformed:
        return False


def _check(newcomer: Newcomer, *, today: int) -> None:
    checked_username(newcomer.username)
    check_newcomer(newcomer, today=today)
    verify_key_record(newcomer.record)


def _keep(newcomer: Newcomer, person: Account, *, today: int) -> None:
    keep_way_in(person, newcomer.words)
    keep_way_in(person, newcomer.spare)
    bundle = newcomer.bundle
    Bundle.objects.create(account=person, g=bundle.g, ver=bundle.ver, sealed_keys=bundle.box)
    keep_first_state(person, newcomer.state)
    keep_record(person, newcomer.record, today=today)
