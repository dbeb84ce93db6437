"""Attack 4: no box tells a server which of many guessed words are Ada's."""

from dataclasses import replace

import pytest
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as raw_decrypt

from pse.account import Slot, open_slot, words_lock
from pse.pae import kdf, labelled
from pse.refusal import NotOpened
from pse.seal import open_sealed
from pse.vectors.scene import HOME, NAMES, newcomer
from tests.attacks.salamander import two_faced


@pytest.fixture
def ada():
    return newcomer("ada")


def test_4_one_box_that_two_guesses_open_would_tell_which_guess_is_right(ada):
    """The raw cipher takes such a box; ours refuses it for every guess but one."""
    one, two = ada.locks[0], words_lock("about " * 5, home=HOME, username=NAMES["ada"])
    slot = Slot(b"i" * 16, 1, 0, 1, ada.slots[0].salt)
    aad = slot_aad(slot, ada.person.account_id)
    nonce, keys, both = crafted(one.kek, two.kek, aad)
    opened = {raw_decrypt(both, aad, nonce, key[:32]) for key in keys}
    assert len(opened) == 2, "the raw cipher opened one box to two root keys"
    commitment = keys[0][32:]
    box = b"\x01" + nonce + commitment + both
    assert open_sealed(one.kek, aad, box) in opened
    for lock, is_right in ((one, True), (two, False)):
        assert is_opened(replace(slot, box=box), lock, ada.person.account_id) is is_right


def crafted(one, two, aad):
    for number in range(64):
        nonce = number.to_bytes(24, "little")
        keys = [kdf(key, 64, "pse1/aead", nonce, aad) for key in (one, two)]
        both = two_faced(keys[0][:32], keys[1][:32], nonce, aad)
        if both is not None:
            return nonce, keys, both
    raise AssertionError("no such box found")


def slot_aad(slot, account_id):
    return labelled(
        "pse1/slot", HOME, account_id, slot.slot_id, slot.type, slot.g, slot.profile, slot.salt
    )


def is_opened(slot, lock, account_id):
    try:
        open_slot(slot, lock, home=HOME, account_id=account_id, g=0)
    except NotOpened:
        return False
    return True
