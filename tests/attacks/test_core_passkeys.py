"""Attacks 3, 4, 5, 6, 28 on a passkey as a way in: swapped, moved, brought back, added."""

import json
from dataclasses import replace

import pytest

from pse import account
from pse.account import open_slot
from pse.as_json import slot_json, slot_summary, state_json
from pse.base64url import from_text, to_text
from pse.chance import repeatable_chance
from pse.passkey import passkey_lock, passkey_salt_of
from pse.person import come_back, make_person
from pse.refusal import Malformed, NotOpened, Refused, Unknown
from pse.vectors.scene import DAY, HOME, NAMES
from pse.ways_in import add_way, remove_way
from tests.attacks.hostile import HostileServer, server_of

ANSWER, SLOT_ID, OTHER_ID = bytes(range(64, 96)), b"a key of Ada's..", b"another of Ada's"


def lock_of(slot_id=SLOT_ID, answer=ANSWER, home=HOME, name="ada"):
    return passkey_lock(answer, slot_id=slot_id, home=home, username=NAMES[name])


def added(ada, lock, name="key"):
    papers = add_way(ada.person, lock, name=name, day=DAY, spare=ada.locks[1])
    given = {key: from_text(papers["slot"][key]) for key in ("slot_id", "salt", "box")}
    return account.Slot(type=4, g=0, profile=papers["slot"]["profile"], **given)


@pytest.fixture
def ada():
    return make_person(NAMES["ada"], home=HOME, day=DAY, chance=repeatable_chance("a passkey"))


@pytest.fixture
def both(ada):
    """Two passkeys of Ada's: one on her phone, one on a key she carries."""
    return added(ada, lock_of()), added(ada, lock_of(OTHER_ID, b"k" * 32))


@pytest.fixture
def server(ada, both):
    honest = server_of(ada)
    listed = [*honest.me["slots"], *map(slot_summary, both)]
    me = {**honest.me, "slots": listed, "state": state_json(ada.person.state)}
    return HostileServer(me, slot_json(both[0]))


def opened(server, lock):
    return come_back(lock, server.answer(), home=HOME, username=NAMES["ada"])


def test_an_honest_server_opens_adas_place_with_either_passkey(ada, server, both):
    assert opened(server, lock_of()).root_key == ada.person.root_key
    other = opened(server.hands_out(both[1]), lock_of(OTHER_ID, b"k" * 32))
    assert other.root_key == ada.person.root_key


def test_3_a_server_that_swaps_two_passkeys_opens_nothing(ada, server, both):
    phone, carried = both
    swapped = [
        carried,
        replace(phone, box=carried.box),
        replace(carried, slot_id=phone.slot_id),
        replace(phone, g=1),
        *ada.slots,
        *(replace(slot, type=4, slot_id=SLOT_ID) for slot in ada.slots),
    ]
    for slot in swapped:
        with pytest.raises(Refused):
            opened(server.hands_out(slot), lock_of())


def test_1_a_server_cannot_choose_a_salt_or_a_profile(server, both):
    for weaker in (replace(both[0], profile=1), replace(both[0], profile=2)):
        with pytest.raises(Unknown):
            opened(server.hands_out(weaker), lock_of())
    with pytest.raises(Malformed):
        opened(server.hands_out(replace(both[0], salt=b"s" * 16)), lock_of())


def test_4_another_home_another_account_and_another_name_open_nothing(ada, both):
    mine = {"home": HOME, "account_id": ada.person.account_id, "g": 0}
    for lock, where in (
        (lock_of(home=bytes(16)), mine),
        (lock_of(name="ben"), mine),
        (lock_of(), mine | {"home": bytes(16)}),
        (lock_of(), mine | {"account_id": bytes(16)}),
    ):
        with pytest.raises(NotOpened):
            open_slot(both[0], lock, **where)


def test_3_a_passkey_that_was_removed_and_is_brought_back_is_noticed(ada, server):
    remove_way(ada.person, SLOT_ID, spare=ada.locks[1])

    with pytest.raises(Refused, match="ways in"):
        opened(server.answers(state=state_json(ada.person.state)), lock_of())


def test_28_a_passkey_that_the_server_took_away_is_noticed(ada, server):
    gone = [row for row in server.me["slots"] if row["type"] != 4]
    words = HostileServer({**server.me, "slots": gone}, slot_json(ada.slots[0]))

    with pytest.raises(Refused, match="ways in"):
        opened(words, ada.locks[0])


def test_5_what_opens_the_door_and_what_is_asked_open_no_box(ada, both):
    mine = {"home": HOME, "account_id": ada.person.account_id, "g": 0}
    lock = lock_of()
    for key in (lock.auth, passkey_salt_of(HOME), ANSWER):
        with pytest.raises(NotOpened):
            open_slot(both[0], replace(lock, kek=key), **mine)


def test_5_no_two_keys_of_ada_are_the_same(ada):
    locks = [*ada.locks, lock_of(), lock_of(OTHER_ID), lock_of(answer=b"k" * 32)]

    assert len({key for one in locks for key in (one.auth, one.kek)}) == 10


def test_6_nothing_secret_leaves_when_a_passkey_is_added_or_taken_away(ada):
    lock = lock_of()
    sent = json.dumps(
        [
            add_way(ada.person, lock, name="My own key", spare=ada.locks[1]),
            remove_way(ada.person, SLOT_ID, spare=ada.locks[1]),
        ]
    )
    for secret in (ANSWER, lock.kek, ada.locks[1].kek, ada.spare, ada.person.root_key):
        assert to_text(secret) not in sent
        assert secret.hex() not in sent
    assert "My own key" not in sent
