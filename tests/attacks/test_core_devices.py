"""Attacks 1, 3, 5, 6, 28 on a device of one's own: swapped, weakened, brought back, added."""

import json
from dataclasses import replace

import pytest

from pse import account, device
from pse.account import NO_SALT, open_slot, seal_slot
from pse.as_json import slot_json, slot_summary, state_json
from pse.base64url import from_text, to_text
from pse.chance import repeatable_chance
from pse.device import device_lock
from pse.person import come_back, make_person
from pse.refusal import Malformed, NotOpened, Refused, Unknown
from pse.seal import open_sealed
from pse.vectors.scene import DAY, HOME, NAMES
from pse.ways_in import add_way, remove_way
from tests.attacks.hostile import HostileServer, server_of

SECRET, SLOT_ID, PIN = bytes(range(32)), b"a phone of Ada's", "274913"


@pytest.fixture
def ada():
    return make_person(NAMES["ada"], home=HOME, day=DAY, chance=repeatable_chance("a device"))


@pytest.fixture
def lock():
    return device_lock(SECRET, pin=PIN, slot_id=SLOT_ID, home=HOME, username=NAMES["ada"])


@pytest.fixture
def slot(ada, lock):
    person = ada.person
    papers = add_way(person, lock, name="phone", day=DAY, spare=ada.locks[1])
    fields = papers["slot"]
    given = {name: from_text(fields[name]) for name in ("slot_id", "salt", "box")}
    return account.Slot(type=3, g=0, profile=fields["profile"], **given)


@pytest.fixture
def server(ada, slot):
    honest = server_of(ada)
    listed = [*honest.me["slots"], slot_summary(slot)]
    me = {**honest.me, "slots": listed, "state": state_json(ada.person.state)}
    return HostileServer(me, slot_json(slot))


def opened(server, lock):
    return come_back(lock, server.answer(), home=HOME, username=NAMES["ada"])


def test_an_honest_server_opens_adas_phone(ada, server, lock):
    assert opened(server, lock).root_key == ada.person.root_key


def test_1_the_number_cannot_be_taken_away_by_the_server(server, lock, slot):
    for weaker in (replace(slot, profile=0, salt=NO_SALT), replace(slot, profile=2)):
        with pytest.raises(Unknown):
            opened(server.hands_out(weaker), lock)
    with pytest.raises(Malformed):
        opened(server.hands_out(replace(slot, salt=b"s" * 16)), lock)


def test_1_a_number_is_always_stretched_with_the_one_compiled_profile(monkeypatch):
    made = []
    real = vars(account)["crypto_pwhash_alg"]
    monkeypatch.setattr(account, "crypto_pwhash_alg", lambda *v: made.append(v) or real(*v))

    device_lock(SECRET, pin="0000", slot_id=SLOT_ID, home=HOME, username=NAMES["ada"])
    device_lock(SECRET, pin=None, slot_id=SLOT_ID, home=HOME, username=NAMES["ada"])

    [(size, text, salt, passes, memory, algorithm)] = made
    assert (size, text, passes, memory, algorithm) == (32, b"0000", 6, 33_554_432, 2)
    assert salt == device.device_salt_of(HOME, NAMES["ada"], SLOT_ID)


def test_3_no_other_slot_is_taken_for_the_phones(ada, server, lock, slot):
    swapped = [
        *ada.slots,
        replace(ada.slots[0], type=3),
        replace(slot, slot_id=bytes(16)),
        replace(slot, g=1),
        replace(slot, box=ada.slots[0].box),
    ]
    for other in swapped:
        with pytest.raises(Refused):
            opened(server.hands_out(other), lock)


def test_3_a_phone_that_was_removed_and_is_brought_back_is_noticed(ada, server, lock):
    remove_way(ada.person, SLOT_ID, spare=ada.locks[1])

    with pytest.raises(Refused, match="ways in"):
        opened(server.answers(state=state_json(ada.person.state)), lock)


def test_3_a_phone_that_the_server_took_away_is_noticed(ada, server):
    gone = [row for row in server.me["slots"] if row["type"] != 3]
    words = HostileServer({**server.me, "slots": gone}, slot_json(ada.slots[0]))

    with pytest.raises(Refused, match="ways in"):
        opened(words, ada.locks[0])


def test_5_what_opens_the_door_opens_no_box(ada, lock, slot):
    person = ada.person
    swapped = replace(lock, kek=lock.auth)
    with pytest.raises(NotOpened):
        open_slot(slot, swapped, home=HOME, account_id=person.account_id, g=0)
    for box in (slot.box, person.bundle.box, person.state.box):
        with pytest.raises(NotOpened):
            open_sealed(lock.auth, b"", box)


def test_5_every_lock_of_ada_is_another(ada, lock):
    bare = device_lock(SECRET, pin=None, slot_id=SLOT_ID, home=HOME, username=NAMES["ada"])
    locks = [*ada.locks, lock, bare]

    assert len({key for one in locks for key in (one.auth, one.kek)}) == 8


def test_a_stolen_phone_without_the_number_opens_nothing(ada, slot, lock):
    """Whoever has secret and box still needs the number; and the box is at the server."""
    for pin in (None, "0000", "274914"):
        guess = device_lock(SECRET, pin=pin, slot_id=SLOT_ID, home=HOME, username=NAMES["ada"])
        assert guess.auth != lock.auth
        same = replace(guess, salt=slot.salt)
        with pytest.raises(NotOpened):
            open_slot(slot, same, home=HOME, account_id=ada.person.account_id, g=0)


def test_6_nothing_secret_leaves_when_a_phone_is_added_or_taken_away(ada, lock):
    sent = json.dumps(
        [
            add_way(ada.person, lock, name="My own phone", spare=ada.locks[1]),
            remove_way(ada.person, SLOT_ID, spare=ada.locks[1]),
        ]
    )
    secrets = [SECRET, lock.kek, ada.locks[1].kek, ada.spare, ada.person.root_key]
    for secret in secrets:
        assert to_text(secret) not in sent
        assert secret.hex() not in sent
    for told in (PIN, "My own phone", *ada.words.split()):
        assert told not in sent


def test_a_phone_of_an_earlier_root_key_is_not_taken_for_the_newest(ada, server, lock):
    old = seal_slot(lock, b"o" * 32, home=HOME, account_id=ada.person.account_id, g=0)
    with pytest.raises(Refused):
        opened(server.hands_out(old), lock)
