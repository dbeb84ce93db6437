"""Attacks 22 and 23: a signature serves one purpose, and no odd key is ever used."""

from dataclasses import replace

import pytest

from pse import frames
from pse.account import open_slot
from pse.as_json import key_record_json, read_key_record
from pse.bundle import open_bundle
from pse.entry import aad_of as aad
from pse.entry import seal_entry, sign_leave
from pse.epoch import epoch_bytes
from pse.key_record import key_record_bytes, verify_key_record
from pse.pae import labelled, pae
from pse.profile import Profile, profile_bytes, verify_profile
from pse.promise import agree_bytes, sign_agree, verify_agree
from pse.receipt import closed_bytes, receipt_bytes
from pse.refusal import Refused
from pse.seal import seal
from pse.signing import sign, verify
from pse.talking import turn
from pse.vectors.scene import DAY, HOME, PROMISE, asked, newcomer
from pse.vectors.seals import ODD_SIGNING_POINTS, ODD_WRAPPING_POINTS
from tests.attacks.hostile import told

ORDER = 2**252 + 27742317777372353535851937790883648493


@pytest.fixture
def scene():
    return asked(chance_name="authors of attacks")


@pytest.fixture
def ada(scene):
    return scene.room(scene.ada).read(scene.ledger)


def signed_things(scene, ada):
    """One honest signature of Ada's for each purpose: name -> (bytes, signature)."""
    person = scene.ada
    agree = agree_bytes(
        home=HOME,
        conv=scene.begun.conv,
        promise=PROMISE,
        account_id=person.account_id,
        role=1,
        day=DAY,
    )
    draft = ada.conversation.draft(kind=4, msg_id=b"m" * 16)
    left = sign_leave(draft, ik_seed=person.ik_seed, day=DAY)
    entry = scene.ledger.entries()[0]
    made = {
        "header": epoch_bytes(scene.begun.frame.header),
        "key record": key_record_bytes(person.record),
        "promise": agree,
        "profile": profile_bytes(person.account_id, Profile(1, DAY, b"{}")),
        "leave": aad(left),
        "message": labelled("pse1/sig", aad(entry), b"body"),
        "receipt": receipt_bytes(HOME, 1, bytes(32)),
        "closed place": closed_bytes(HOME, person.account_id, DAY, 2, 2),
    }
    return {name: (raw, sign(person.ik_seed, raw)) for name, raw in made.items()}


def test_22_a_signature_for_one_purpose_serves_no_other(scene, ada):
    things = signed_things(scene, ada)
    assert len({raw for raw, _ in things.values()}) == len(things)
    for name, (raw, sig) in things.items():
        verify(scene.ada.record.ik, raw, sig)
        for other, (_, foreign) in things.items():
            if other != name:
                with pytest.raises(Refused):
                    verify(scene.ada.record.ik, raw, foreign)


def test_22_a_headers_or_a_promises_signature_makes_no_message_leave_or_profile(scene, ada):
    for _, sig in signed_things(scene, ada).values():
        with pytest.raises(Refused):
            verify_profile(Profile(1, DAY, b"{ }", sig), record=scene.ada.record)
        with pytest.raises(Refused):
            verify_key_record(replace(scene.ada.record, day=DAY + 1, sig=sig))
        draft = ada.conversation.draft(kind=4, msg_id=b"m" * 16)
        left = replace(draft, box=(DAY + 1).to_bytes(8, "little") + sig)
        fresh = scene.room(scene.ben).read(scene.ledger)
        [line] = fresh.conversation.take(frames.Stored(3, left))
        assert line.fault


def test_22_pieces_do_not_run_into_each_other():
    lists = [["a", "bc"], ["ab", "c"], ["abc"], ["a", "b", "c"], ["", "abc"], ["abc", ""], []]
    assert len({pae(*pieces) for pieces in lists}) == len(lists)
    assert pae(pae("a"), "b") != pae("a", pae("b"))


@pytest.mark.parametrize(("name", "point"), ODD_SIGNING_POINTS)
def test_23_no_key_that_signs_for_anybody_stands_in_a_record(scene, name, point):
    record = replace(scene.ben.record, ik=point)
    for sig in (bytes(64), b"\x01" + bytes(63), point + bytes(32)):
        with pytest.raises(Refused):
            verify_key_record(replace(record, sig=sig))
    with pytest.raises(Refused):
        verify_key_record(read_key_record(key_record_json(record)))


@pytest.mark.parametrize(("name", "point"), ODD_WRAPPING_POINTS)
def test_23_nothing_is_wrapped_to_a_key_everybody_can_open(scene, ada, name, point):
    record = replace(scene.ben.record, ek=point)
    with pytest.raises(Refused):
        verify_key_record(record)
    with pytest.raises(Refused):
        turn(
            scene.ada,
            ada.conversation,
            records={**scene.records, scene.ben.account_id: record},
            day=DAY,
        )


def test_23_zero_and_stretched_signatures_are_refused_everywhere(scene, ada):
    record, terms = scene.ada.record, {"home": HOME, "conv": b"c" * 16, "promise": PROMISE}
    agreed = sign_agree(
        scene.ada.ik_seed, account_id=scene.ada.account_id, role=1, day=DAY, **terms
    )
    header = scene.begun.frame
    for sig in (record.sig, agreed.sig, header.eh_sig):
        s = int.from_bytes(sig[32:], "little") + ORDER
        stretched = sig[:32] + s.to_bytes(32, "little")
        for odd in (bytes(64), stretched, sig[:63], sig + b"\x00", b""):
            with pytest.raises(Refused):
                verify_key_record(replace(record, sig=odd))
            with pytest.raises(Refused):
                verify_agree(replace(agreed, sig=odd), record=record, **terms)
            answer = scene.ledger.follow(scene.ben.account_id)
            with pytest.raises(Refused):
                told(scene.room(scene.ben).conversation, [replace(answer[0], eh_sig=odd)])


ODD_KEYS = [b"", bytes(31), bytes(33), None, "k" * 32, [0] * 32, bytearray(32), 0, False]


@pytest.mark.parametrize("key", ODD_KEYS, ids=repr)
def test_23_no_odd_key_is_used_anywhere(scene, ada, key):
    person, newcomers = scene.ada, newcomer("ada")
    slot, lock = newcomers.slots[0], replace(newcomers.locks[0], kek=key)
    draft = ada.conversation.draft(kind=3, msg_id=b"m" * 16)
    uses = [
        lambda: seal(key, b"", b""),
        lambda: sign(key, b""),
        lambda: verify(key, b"", bytes(64)),
        lambda: open_slot(slot, lock, home=HOME, account_id=person.account_id, g=0),
        lambda: open_bundle(key, person.bundle, home=HOME, account_id=person.account_id),
        lambda: seal_entry(draft, b"", epoch_key=key, ik_seed=person.ik_seed),
        lambda: seal_entry(draft, b"", epoch_key=bytes(32), ik_seed=key),
    ]
    for use in uses:
        with pytest.raises(Refused):
            use()
