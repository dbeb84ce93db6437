"""A passkey in the room: added with the card, opening without words, and gone when removed."""

import json
from datetime import timedelta

import pytest

from alongside.ground import clock
from alongside.ground.identifiers import from_text
from alongside.keys.models import Slot, WayChange
from alongside.people import actions as people
from alongside.people.models import Scope, Token
from alongside.people.tries import HERE
from pse.account import slot_hash_of
from pse.as_json import read_slot
from pse.passkey import passkey_lock
from pse.person import come_back, renew_ways_in
from pse.remembered import SlotPin
from pse.ways_in import add_way, remove_way
from tests.cast import HOME, Room
from tests.keys.ways import stale, text

DOOR = "/api/sign-in/passkey"
CHANGES = "/api/ways-in/changes"
ANSWER = bytes(range(64, 96))


def code_of(answer):
    return answer.json()["error"]["code"]


def a_lock(member, slot_id=b"a key of Ada's..", answer=ANSWER):
    return passkey_lock(answer, slot_id=slot_id, home=HOME, username=member.username)


def proof(lock, auth=None):
    return {"slot_id": text(lock.slot_id), "auth": text(auth or lock.auth)}


def passkey_of(member, **about):
    """Make a passkey a way into somebody's place, with the spare code."""
    lock = a_lock(member, **about)
    papers = add_way(member.person, lock, name="My phone", spare=member.made.locks[1])
    answer = member.room.post(CHANGES, papers)
    assert answer.status_code == 200, answer.content
    return lock


def passkeys(member):
    return Slot.objects.filter(account=member.account, type=4)


@pytest.fixture
def seen(ada):
    """Ada has written her spare code down."""
    ada.room.post("/api/ways-in/spare-seen")
    return ada


def test_a_passkey_opens_adas_place_without_name_or_words(seen, nobody):
    lock = passkey_of(seen)

    answer = nobody.post(DOOR, proof(lock))

    assert answer.status_code == 200
    opened = come_back(lock, answer.json(), home=HOME, username=seen.username)
    assert opened.root_key == seen.person.root_key
    assert Room(from_text(answer.json()["token"])).get("/api/directory").status_code == 200


def test_a_wrong_proof_and_an_id_nobody_has_are_answered_alike(seen, nobody):
    lock = passkey_of(seen)
    other = a_lock(seen, slot_id=b"nobody has this.")

    answers = [nobody.post(DOOR, papers) for papers in (proof(lock, bytes(32)), proof(other))]

    assert {(answer.status_code, answer.content) for answer in answers} == {
        (422, answers[0].content)
    }
    assert code_of(answers[0]) == "passkey-gone"


def test_an_id_nobody_has_makes_the_house_work_exactly_as_much(seen, nobody):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def work(lock):
        with CaptureQueriesContext(connection) as asked:
            nobody.post(DOOR, proof(lock, bytes(32)))
        plain = [query["sql"].split(" WHERE ")[0].split(" VALUES ")[0] for query in asked]
        return [sql for sql in plain if "SAVEPOINT" not in sql]

    known = work(passkey_of(seen))
    unknown = work(a_lock(seen, slot_id=b"nobody has this."))

    assert known == unknown != []


def test_the_door_of_passkeys_slows_down_whoever_tries_again_and_again(seen, nobody):
    lock = passkey_of(seen)

    codes = [code_of(nobody.post(DOOR, proof(lock, bytes(32)))) for _ in range(HERE.most + 1)]

    assert codes == ["passkey-gone"] * HERE.most + ["slow-down"]


def test_no_other_way_in_opens_this_door_and_a_passkey_opens_no_other(seen, nobody):
    lock = passkey_of(seen)
    for other, slot in zip(seen.made.locks, seen.made.slots, strict=True):
        papers = {"slot_id": text(slot.slot_id), "auth": text(other.auth)}
        assert code_of(nobody.post(DOOR, papers)) == "passkey-gone"
    named = {"username": seen.username, "auth": text(lock.auth)}
    assert nobody.post("/api/sign-in", named).status_code == 401
    assert nobody.post("/api/sign-in/spare", named).status_code == 401
    device = named | {"slot_id": text(lock.slot_id)}
    assert code_of(nobody.post("/api/sign-in/device", device)) == "device-gone"


def test_without_the_card_a_passkey_waits_three_days_and_opens_nothing(
    seen, nobody, monkeypatch
):
    lock = a_lock(seen)
    asked = add_way(seen.person, lock)

    assert seen.room.post(CHANGES, asked).status_code == 200

    [waiting] = seen.room.get("/api/me").json()["changes"]
    assert (waiting["kind"], waiting["type"]) == (1, 4)
    assert waiting["due_on"] == clock.today() + 4
    assert code_of(nobody.post(DOOR, proof(lock))) == "passkey-gone"
    slot = read_slot(asked["slot"])
    pins = [*seen.person.trust.slots, SlotPin(slot_hash_of(slot), slot.slot_id, slot.type)]
    papers = {"slot_id": asked["slot_id"], "state": seen.person.remember(slots=pins)}
    assert code_of(seen.room.post(CHANGES + "/finish", papers)) == "not-yet"
    now = clock.now() + timedelta(days=4)
    monkeypatch.setattr(clock, "now", lambda: now)
    room = Room(people.sign_in(seen.account, scope=Scope.FULL, now=now).raw)
    assert room.post(CHANGES + "/finish", papers).status_code == 200
    assert nobody.post(DOOR, proof(lock)).status_code == 200


def test_a_wrong_card_adds_no_passkey_and_leaves_nothing_waiting(seen, finn):
    answer = seen.room.post(
        CHANGES, add_way(seen.person, a_lock(seen), spare=finn.made.locks[1])
    )

    assert code_of(answer) == "not-opened"
    assert not passkeys(seen).exists()
    assert not WayChange.objects.exists()


def test_an_old_sign_in_adds_no_passkey(seen):
    stale(seen)
    papers = add_way(seen.person, a_lock(seen), spare=seen.made.locks[1])

    assert code_of(seen.room.post(CHANGES, papers)) == "not-fresh"


def test_a_removed_passkey_opens_nothing_and_what_it_opened_ends(seen, nobody):
    lock = passkey_of(seen)
    inside = Room(from_text(nobody.post(DOOR, proof(lock)).json()["token"]))

    papers = remove_way(seen.person, lock.slot_id, spare=seen.made.locks[1])
    assert seen.room.post(CHANGES, papers).status_code == 200

    assert inside.get("/api/me").status_code == 401
    assert not Token.objects.filter(way=lock.slot_id).exists()
    assert code_of(nobody.post(DOOR, proof(lock))) == "passkey-gone"


def test_whoever_takes_away_the_passkey_they_came_by_stays_inside_alone(seen, nobody):
    lock = passkey_of(seen)
    inside, other = (
        Room(from_text(nobody.post(DOOR, proof(lock)).json()["token"])) for _ in range(2)
    )

    papers = remove_way(seen.person, lock.slot_id, spare=seen.made.locks[1])
    assert inside.post(CHANGES, papers).status_code == 200

    assert inside.get("/api/me").status_code == 200
    assert other.get("/api/me").status_code == 401
    assert code_of(nobody.post(DOOR, proof(lock))) == "passkey-gone"


def test_five_passkeys_and_no_sixth(seen):
    for number in range(5):
        passkey_of(seen, slot_id=b"key number %5d" % number)

    sixth = a_lock(seen, slot_id=b"key number     6")
    papers = add_way(seen.person, sixth, spare=seen.made.locks[1])

    assert code_of(seen.room.post(CHANGES, papers)) == "too-many-ways"
    assert passkeys(seen).count() == 5


def test_a_stretched_or_salted_passkey_is_no_passkey(seen):
    papers = add_way(seen.person, a_lock(seen))
    for change in ({"profile": 1}, {"salt": text(b"s" * 16)}, {"type": 5}):
        odd = papers | {"slot": papers["slot"] | change}
        assert seen.room.post(CHANGES, odd).status_code == 400


def test_the_card_used_at_the_door_drops_every_passkey(seen, nobody):
    lock = passkey_of(seen)
    back = {"username": seen.username, "auth": text(seen.made.locks[1].auth)}
    opened = nobody.post("/api/sign-in/spare", back).json()
    spare = Room(from_text(opened["token"]))

    renewed = renew_ways_in(seen.person).payload
    assert spare.post("/api/ways-in/renew", renewed).status_code == 200

    assert not passkeys(seen).exists()
    assert code_of(nobody.post(DOOR, proof(lock))) == "passkey-gone"


def test_somebody_who_copies_the_id_opens_their_own_place_alone(seen, finn, nobody):
    lock = passkey_of(seen)
    copied = passkey_of(finn, slot_id=lock.slot_id, answer=bytes(32))

    for member, held in ((seen, lock), (finn, copied)):
        answer = nobody.post(DOOR, proof(held)).json()
        assert answer["me"]["account_id"] == text(member.account.ref)


def test_what_the_house_keeps_of_a_passkey_opens_nothing(seen):
    lock = passkey_of(seen)
    kept = passkeys(seen).get()

    assert lock.auth not in (kept.verifier, kept.box, kept.salt)
    listed = json.dumps(seen.room.get("/api/me").json()["slots"])
    assert text(lock.auth) not in listed
    assert "My phone" not in listed
