"""Someone knows the five words: everything anew, in one transaction (P10)."""

import hmac
from datetime import datetime

from django.db import transaction

from alongside.ground.announce import announce
from alongside.ground.clock import day_of
from alongside.keys.actions.changes import NotYet, Proof, prove
from alongside.keys.actions.coming_in import keep_record, keep_way_in
from alongside.keys.actions.state import StateMoved
from alongside.keys.announcements import LockRenewed
from alongside.keys.models import (
    Bundle,
    ChangeKind,
    KeyRecord,
    Slot,
    StateIndex,
    StatePart,
    WayChange,
)
from alongside.keys.queries import change_of, newest_record, record_paper, state_of
from alongside.keys.rules import NewLock, check_new_lock
from alongside.people import actions as people
from alongside.people.models import Account, Token
from pse.key_record import kr_hash_of, verify_key_record
from pse.refusal import Malformed
from pse.state import State as StatePaper
from pse.state import state_hash_of


def renew_lock(
    token: Token, lock: NewLock, proof: Proof, *, waited: bytes | None, now: datetime
) -> None:
    """Take a whole new lock: with the spare code at once, else once the change has `waited`.

    NotFresh, NotOpened or SlowDown for the proof; NotYet; StateMoved where another device was
    first; BadRecord or Malformed. What was taken already is taken again without a word.
    """
    person = token.account
    if _is_taken(person, lock):
        return
    if (waited is None) == (proof.spare is None):
        raise Malformed("a new lock comes with the spare code, or after it has waited")
    if not prove(token, proof, now=now):
        _check_waited(person, waited or b"", today=day_of(now))
    _take(token, lock, now=now)


def _is_taken(person: Account, lock: NewLock) -> bool:
    """An answer that was lost on the way is asked for again."""
    kept = Bundle.objects.get(account=person)
    is_newest = newest_record(person).kr_hash == kr_hash_of(lock.record)
    return is_newest and hmac.compare_digest(kept.sealed_keys, lock.bundle.box)


def _check_waited(person: Account, slot_id: bytes, *, today: int) -> None:
    change = change_of(person, slot_id)
    if change.kind != ChangeKind.LOCK or change.due_on > today:
        raise NotYet


@transaction.atomic
def _take(token: Token, lock: NewLock, *, now: datetime) -> None:
    person = token.account
    bundle = Bundle.objects.select_for_update().get(account=person)
    _check_follows(person, lock, bundle, today=day_of(now))
    for old in (Slot, WayChange):
        old.objects.filter(account=person).delete()
    keep_way_in(person, lock.words)
    keep_way_in(person, lock.spare)
    bundle.g, bundle.ver, bundle.sealed_keys = lock.bundle.g, lock.bundle.ver, lock.bundle.box
    bundle.save(update_fields=["g", "ver", "sealed_keys"])
    _replace_state(person, lock.state)
    keep_record(person, lock.record, today=day_of(now))
    people.sign_out_others(token)
    people.came_by(token, lock.words.slot.slot_id)
    announce(LockRenewed(person))


def _check_follows(person: Account, lock: NewLock, bundle: Bundle, *, today: int) -> None:
    newest = newest_record(person)
    if lock.record.account_id != person.ref:
        raise Malformed("keys of another place")
    if (lock.record.gen, lock.bundle.ver, lock.bundle.g) != (
        newest.gen + 1,
        bundle.ver + 1,
        bundle.g + 1,
    ):
        raise StateMoved(state_of(person))
    check_new_lock(lock, g=bundle.g + 1, today=today)
    verify_key_record(lock.record, before=record_paper(newest, person))
    _check_is_other(person, lock)
    if not lock.even_so:
        _check_state_follows(person, lock.state)


def _check_is_other(person: Account, lock: NewLock) -> None:
    """No identity or wrapping key that was ever published counts as new."""
    mine = KeyRecord.objects.filter(account=person)
    if mine.filter(ik=lock.record.ik).exists() or mine.filter(ek=lock.record.ek).exists():
        raise Malformed("a new lock has other keys than any before")


def _check_state_follows(person: Account, state: StatePaper) -> None:
    index = StateIndex.objects.select_for_update().get(account=person)
    if (state.ctr, state.prev) != (index.ctr + 1, state_hash_of(index.sealed_index)):
        raise StateMoved(state_of(person))


def _replace_state(person: Account, state: StatePaper) -> None:
    StateIndex.objects.filter(account=person).update(
        g=state.g, ctr=state.ctr, prev=state.prev, sealed_index=state.box
    )
    for part in state.parts:
        StatePart.objects.filter(account=person, name=part.name).update(
            ver=part.ver, sealed_part=part.box
        )
