"""A device of one's own: it opens with its number, is guessed at five times, and signed out."""

import pytest

from alongside.ground import wire
from alongside.ground.identifiers import from_text
from alongside.keys.models import Slot
from alongside.people.models import Token
from pse.person import come_back
from tests.cast import HOME, Room
from tests.keys.ways import PIN, phone_of, stale, text


@pytest.fixture
def phone(ada):
    return phone_of(ada, pin=PIN)


def code_of(answer):
    return answer.json()["error"]["code"]


def devices_of(ada):
    return Slot.objects.filter(account=ada.account, type=3)


def test_adas_own_phone_opens_her_place_without_words(ada, phone, nobody):
    answer = nobody.post("/api/sign-in/device", phone.proof())

    assert answer.status_code == 200
    opened = come_back(phone.lock, answer.json(), home=HOME, username=ada.username)
    assert opened.root_key == ada.person.root_key
    assert Room(from_text(answer.json()["token"])).get("/api/directory").status_code == 200


def test_five_wrong_numbers_destroy_the_device_and_nothing_else(ada, phone, nobody):
    answers = [nobody.post("/api/sign-in/device", phone.proof(bytes(32))) for _ in range(6)]

    assert [code_of(answer) for answer in answers] == ["wrong-number"] * 4 + ["device-gone"] * 2
    assert [answer.json()["left"] for answer in answers[:4]] == [4, 3, 2, 1]
    assert code_of(nobody.post("/api/sign-in/device", phone.proof())) == "device-gone"
    assert not devices_of(ada).exists()
    words = {"username": ada.username, "auth": text(ada.made.locks[0].auth)}
    assert nobody.post("/api/sign-in", words).status_code == 200


def test_the_right_number_forgives_the_wrong_ones_before_it(phone, nobody):
    for _ in range(3):
        for _ in range(4):
            nobody.post("/api/sign-in/device", phone.proof(bytes(32)))
        assert nobody.post("/api/sign-in/device", phone.proof()).status_code == 200


def test_a_device_nobody_has_is_answered_alike_for_every_name(ada, nobody, phone):
    elsewhere = phone.proof() | {"slot_id": text(bytes(16))}
    unknown = elsewhere | {"username": "nobody-here-0000"}
    odd = elsewhere | {"username": "x"}
    answers = [
        nobody.post("/api/sign-in/device", papers) for papers in (elsewhere, unknown, odd)
    ]

    assert {(answer.status_code, answer.content) for answer in answers} == {
        (422, answers[0].content)
    }


def test_neither_words_nor_code_open_the_device_and_it_opens_neither(ada, phone, nobody):
    for lock in ada.made.locks:
        assert nobody.post("/api/sign-in/device", phone.proof(lock.auth)).status_code == 401
    for door in ("/api/sign-in", "/api/sign-in/spare"):
        proof = {"username": ada.username, "auth": text(phone.lock.auth)}
        assert nobody.post(door, proof).status_code == 401


def test_a_phone_that_was_signed_out_is_out_at_once_and_asks_for_the_words(
    ada, phone, nobody, monkeypatch
):
    inside = nobody.post("/api/sign-in/device", phone.proof())
    room = Room(from_text(inside.json()["token"]))
    words = {"username": ada.username, "auth": text(ada.made.locks[0].auth)}
    laptop = Room(from_text(nobody.post("/api/sign-in", words).json()["token"]))
    told = []
    monkeypatch.setattr(wire, "tell", told.append)
    which = {"slot_id": text(phone.lock.slot_id)}

    assert laptop.post("/api/ways-in/sign-out", which).status_code == 204

    assert told
    assert room.get("/api/me").status_code == 401
    assert laptop.get("/api/me").status_code == 200
    assert [slot["suspended"] for slot in laptop.get("/api/me").json()["slots"]] == [
        False,
        False,
        True,
    ]
    for auth in (phone.lock.auth, bytes(32)):
        answer = nobody.post("/api/sign-in/device", phone.proof(auth))
        assert (answer.status_code, code_of(answer)) == (422, "words-first")


def test_after_the_five_words_the_phone_opens_again(ada, phone, nobody):
    which = {"slot_id": text(phone.lock.slot_id)}
    words = {"username": ada.username, "auth": text(ada.made.locks[0].auth)}
    room = Room(from_text(nobody.post("/api/sign-in", words).json()["token"]))
    room.post("/api/ways-in/sign-out", which)

    assert room.post("/api/ways-in/let-back", which).status_code == 200

    assert nobody.post("/api/sign-in/device", phone.proof()).status_code == 200


def test_only_fresh_words_let_a_phone_back_not_another_device(ada, phone, nobody):
    other = phone_of(ada, slot_id=b"a tablet of Adas")
    which = {"slot_id": text(phone.lock.slot_id)}
    tablet = Room(from_text(nobody.post("/api/sign-in/device", other.proof()).json()["token"]))
    tablet.post("/api/ways-in/sign-out", which)

    assert code_of(tablet.post("/api/ways-in/let-back", which)) == "not-fresh"

    words = {"username": ada.username, "auth": text(ada.made.locks[0].auth)}
    room = Room(from_text(nobody.post("/api/sign-in", words).json()["token"]))
    stale(ada)
    assert code_of(room.post("/api/ways-in/let-back", which)) == "not-fresh"


def test_words_and_codes_are_no_devices_to_sign_out(ada, finn, phone):
    for slot in ada.made.slots:
        answer = ada.room.post("/api/ways-in/sign-out", {"slot_id": text(slot.slot_id)})
        assert answer.status_code == 404
    foreign = {"slot_id": text(phone.lock.slot_id)}
    assert finn.room.post("/api/ways-in/sign-out", foreign).status_code == 404
    assert finn.room.post("/api/ways-in/let-back", foreign).status_code == 404


def test_leaving_a_shared_computer_clears_it_and_leaving_ones_own_does_not(ada, phone, nobody):
    tokens = [
        from_text(nobody.post("/api/sign-in/device", phone.proof()).json()["token"])
        for _ in range(2)
    ]
    own = Room(tokens[0]).post("/api/sign-out?device=kept")
    shared = Room(tokens[1]).post("/api/sign-out")

    assert own.status_code == shared.status_code == 204
    assert "Clear-Site-Data" not in own.headers
    assert shared.headers["Clear-Site-Data"] == '"cookies", "storage"'


def test_the_number_that_was_guessed_to_death_ends_what_the_phone_had_open(ada, phone, nobody):
    inside = nobody.post("/api/sign-in/device", phone.proof())
    for _ in range(5):
        nobody.post("/api/sign-in/device", phone.proof(bytes(32)))

    assert Room(from_text(inside.json()["token"])).get("/api/me").status_code == 401
    assert not Token.objects.filter(way=phone.lock.slot_id).exists()
