"""One changed bit, anywhere: refused, or shown as a line that could not be opened."""

from dataclasses import fields, replace
from typing import Any

import pytest

from pse.account import open_slot
from pse.bundle import open_bundle
from pse.endorsement import verify_endorsement
from pse.entry import open_entry, sign_leave, verify_leave
from pse.epoch import open_epoch
from pse.grant import verify_grant
from pse.key_record import verify_key_record
from pse.profile import verify_profile
from pse.promise import sign_agree, verify_agree
from pse.receipt import Receipt, leaf_of, path_of, sign_batch, verify_receipt
from pse.refusal import Refused
from pse.seal import open_sealed, seal
from pse.signing import sign, verify, verify_key_of
from pse.state import open_state
from pse.ticket import Ticket, read_ticket, write_ticket
from pse.vectors.entries import EPOCH_KEY, draft, sealed
from pse.vectors.grants import grant
from pse.vectors.grants import scene as granted
from pse.vectors.people import ROSTER, endorsement
from pse.vectors.scene import (
    DAY,
    HOME,
    LOG_SEED,
    PROMISE,
    newcomer,
    profile_fields,
)
from pse.vectors.transcripts import story
from tests.pse.bits import assert_all_refused, assert_every_field_matters, every_bit, others

KEY = bytes(range(32))


def test_a_sealed_box():
    box = seal(KEY, b"aad", b"text", chance=lambda size: b"n" * size)
    assert_all_refused(box, lambda raw: open_sealed(KEY, b"aad", raw))


def test_the_context_and_the_key_of_a_box():
    box = seal(KEY, b"context", b"text", chance=lambda size: b"n" * size)
    assert_all_refused(b"context", lambda aad: open_sealed(KEY, aad, box))
    assert_all_refused(KEY, lambda key: open_sealed(key, b"context", box))


def test_a_signature_its_key_and_its_message():
    public, message = verify_key_of(KEY), b"I am here."
    sig = sign(KEY, message)
    assert_all_refused(sig, lambda raw: verify(public, message, raw))
    assert_all_refused(public, lambda raw: verify(raw, message, sig))
    assert_all_refused(message, lambda raw: verify(public, raw, sig))


def test_a_way_in():
    ada = newcomer("ada")
    slot, lock, account_id = ada.slots[0], ada.locks[0], ada.person.account_id

    def take(changed):
        return open_slot(changed, lock, home=HOME, account_id=account_id, g=0)

    assert_every_field_matters(slot, take)


def test_the_bundle():
    ada = newcomer("ada").person

    def take(bundle):
        return open_bundle(ada.root_key, bundle, home=HOME, account_id=ada.account_id)

    assert_every_field_matters(ada.bundle, take)


def test_the_index_of_state_and_its_parts():
    ada = newcomer("ada").person

    def take(state):
        return open_state(ada.root_key, state, account_id=ada.account_id)

    assert_all_refused(ada.state.box, lambda box: take(replace(ada.state, box=box)))
    first, *rest = ada.state.parts
    assert_all_refused(
        first.box, lambda box: take(replace(ada.state, parts=(replace(first, box=box), *rest)))
    )


def test_a_key_record():
    record = newcomer("ben").person.record
    assert_every_field_matters(record, verify_key_record)


def test_an_endorsement():
    record = newcomer("ben").person.record

    def take(changed):
        verify_endorsement(changed, home=HOME, roster=ROSTER, records=[record])

    assert_every_field_matters(endorsement(), take)


def test_a_grant_of_history():
    here, headers, _ = granted()

    def take(changed):
        verify_grant(changed, headers=headers, owner=here.ada.record)

    assert_every_field_matters(grant(), take)


def test_a_profile():
    ben = newcomer("ben").person
    profile = ben.profiled(profile_fields(), ver=1, day=DAY)
    assert_every_field_matters(
        profile, lambda changed: verify_profile(changed, record=ben.record)
    )


def test_a_yes_to_the_promise():
    ben = newcomer("ben").person
    given = {"home": HOME, "conv": b"c" * 16, "promise": PROMISE}
    signed = sign_agree(ben.ik_seed, account_id=ben.account_id, role=2, day=DAY, **given)
    assert_every_field_matters(
        signed, lambda changed: verify_agree(changed, record=ben.record, **given)
    )


def test_a_receipt():
    levels, sig = sign_batch(LOG_SEED, HOME, [bytes([i]) * 32 for i in range(5)])
    good = _receipt_of(levels, sig)

    def take(changed):
        verify_receipt(changed, home=HOME, log_key=verify_key_of(LOG_SEED))

    take(good)
    for name in ("conv", "h", "sig"):
        for raw in every_bit(getattr(good, name)):
            with pytest.raises(Refused):
                take(_with(good, name, raw))
    for place, node in enumerate(good.path):
        for raw in every_bit(node):
            path = (*good.path[:place], raw, *good.path[place + 1 :])
            with pytest.raises(Refused):
                take(replace(good, path=path))


def _with(record: Any, name: str, value: Any) -> Any:
    return replace(record, **{name: value})


def _receipt_of(levels: list[list[bytes]], sig: bytes) -> Receipt:
    """A receipt over a real leaf: entry 9 in a batch of five."""
    leaves = [*levels[0][:4], leaf_of(b"c" * 16, 9, b"h" * 32)]
    levels, sig = sign_batch(LOG_SEED, HOME, leaves)
    return Receipt(b"c" * 16, 9, b"h" * 32, 4, 5, path_of(levels, 4), sig)


def test_a_ticket():
    raw = write_ticket(KEY, HOME, Ticket(3, b"a" * 16, 9, 1_000))
    assert_all_refused(raw, lambda changed: read_ticket(KEY, HOME, changed, now=1_000))


def test_a_message_its_context_and_its_box():
    ik = newcomer("ada").person.record.ik
    assert_every_field_matters(
        sealed(), lambda changed: open_entry(changed, epoch_key=EPOCH_KEY, ik=ik)
    )


def test_a_leave():
    ada = newcomer("ada").person
    entry = sign_leave(draft(), ik_seed=ada.ik_seed, day=DAY)
    ignored = {"kind"}  # the reader has chosen by kind before it comes here
    for field in fields(entry):
        for value in [] if field.name in ignored else others(getattr(entry, field.name)):
            with pytest.raises(Refused):
                verify_leave(replace(entry, **{field.name: value}), ik=ada.record.ik)


def test_a_wrap_and_the_header_it_belongs_to():
    begun, ben = story()[0].begun, newcomer("ben").person
    header = begun.frame.header
    member = header.member(ben.account_id)
    assert member is not None
    wrapped = begun.frame.wraps[ben.account_id]

    def take(raw):
        return open_epoch(header, raw, member=member, ek_seed=ben.secrets.ek[0])

    assert_all_refused(wrapped, take)
