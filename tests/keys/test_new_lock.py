"""Someone knows Ada's five words: with her card she renews everything, and nobody is faster."""

from dataclasses import replace

import pytest

from alongside.ground import clock
from alongside.ground.identifiers import from_text
from alongside.keys.models import Bundle, KeyRecord, Slot, StateIndex, StatePart, WayChange
from alongside.people import actions as people
from alongside.people.models import Scope, Token
from pse import as_json
from pse.base64url import to_text
from pse.key_record import kr_hash_of
from pse.new_lock import renew_lock
from pse.person import come_back
from pse.signing import sign
from tests.cast import HOME, Room, bring_in
from tests.keys.ways import days_pass, phone_of, stale
from tests.racing import race

DOOR = "/api/new-lock"
NEW_WORDS = "abanico abarcar tibio higuera zona"
ASKED = b"a wish that waits"[:16]


def proof_of(lock):
    return to_text(lock.auth)


def new_lock(member, *, days=0, person=None):
    """What their room makes; the server has not heard of it."""
    made = renew_lock(
        person or replace(member.person), day=clock.today() + days, words=NEW_WORDS
    )
    return made, {**made.payload, "spare_auth": proof_of(member.made.locks[1])}


def sign_in(nobody, member, lock, door="/api/sign-in"):
    return nobody.post(door, {"username": member.username, "auth": proof_of(lock)})


def code_of(answer):
    return answer.json()["error"]["code"]


def stored():
    """How far record, bundle and state have come: together, always."""
    newest = KeyRecord.objects.order_by("-gen").first()
    bundle, index = Bundle.objects.get(), StateIndex.objects.get()
    return newest.gen, (bundle.g, bundle.ver), (index.g, index.ctr)


BEFORE = (0, (0, 1), (0, 1))
AFTER = (1, (1, 2), (1, 2))


@pytest.fixture
def seen(ada):
    """Ada has written her spare code down."""
    ada.room.post("/api/ways-in/spare-seen")
    return ada


@pytest.fixture
def thief(seen, nobody):
    """Somebody who knows Ada's five words, signed in with them."""
    answer = sign_in(nobody, seen, seen.made.locks[0])
    return Room(from_text(answer.json()["token"]))


def test_with_her_card_ada_renews_everything_and_comes_back_with_the_new_words(seen, nobody):
    here = replace(seen.person)
    made, papers = new_lock(seen, person=here)

    answer = seen.room.post(DOOR, papers)

    assert answer.status_code == 200, answer.content
    assert stored() == AFTER
    entered = sign_in(nobody, seen, made.locks[0]).json()
    back = come_back(made.locks[0], entered, home=HOME, username=seen.username)
    assert (back.g, back.record, back.root_key) == (1, here.record, here.root_key)
    assert set(back.secrets.ek) == {0, 1}
    assert back.secrets.ek[0] == seen.person.secrets.ek[0]


def test_the_old_words_the_old_card_and_a_phone_open_nothing_any_more(seen, nobody):
    phone = phone_of(seen)
    _, papers = new_lock(seen)
    assert seen.room.post(DOOR, papers).status_code == 200

    words, card = seen.made.locks
    assert code_of(sign_in(nobody, seen, words)) == "not-opened"
    assert code_of(sign_in(nobody, seen, card, "/api/sign-in/spare")) == "not-opened"
    assert code_of(nobody.post("/api/sign-in/device", phone.proof())) == "device-gone"
    assert sorted(Slot.objects.values_list("type", flat=True)) == [1, 2]


def test_the_thief_is_put_out_at_once_and_ada_stays_in(seen, thief):
    _, papers = new_lock(seen)
    seen.room.post(DOOR, papers)

    assert code_of(thief.get("/api/me")) == "signed-out"
    assert seen.room.get("/api/me").status_code == 200
    token = Token.objects.get(account=seen.account)
    assert token.way == from_text(papers["words"]["slot"]["slot_id"])


def test_an_answer_lost_on_the_way_is_given_again_without_another_proof(seen):
    _, papers = new_lock(seen)
    first = seen.room.post(DOOR, papers)
    stale(seen)
    again = seen.room.post(DOOR, papers)

    assert (again.status_code, again.json()) == (200, first.json())
    assert stored() == AFTER


def test_the_thief_without_the_card_renews_nothing(seen, thief):
    _, papers = new_lock(seen)
    wrong = papers | {"spare_auth": to_text(bytes(32))}
    none = {name: value for name, value in papers.items() if name != "spare_auth"}

    assert code_of(thief.post(DOOR, wrong)) == "not-opened"
    assert thief.post(DOOR, none).status_code == 400
    assert thief.post(DOOR, none | {"slot_id": to_text(ASKED)}).status_code == 404
    assert stored() == BEFORE


def test_without_the_card_it_waits_three_days_in_plain_sight(seen, thief, monkeypatch):
    asked = thief.post("/api/ways-in/changes", {"kind": 5, "slot_id": to_text(ASKED)})
    assert asked.status_code == 200, asked.content
    [waiting] = seen.room.get("/api/me").json()["changes"]
    assert (waiting["kind"], waiting["due_on"]) == (5, clock.today() + 4)
    assert waiting["hash"] is None
    _, papers = new_lock(seen)
    del papers["spare_auth"]
    assert code_of(thief.post(DOOR, papers | {"slot_id": to_text(ASKED)})) == "not-yet"

    days_pass(monkeypatch, 4)
    later = Room(people.sign_in(seen.account, scope=Scope.FULL, now=clock.now()).raw)
    _, papers = new_lock(seen)
    del papers["spare_auth"]
    assert later.post(DOOR, papers | {"slot_id": to_text(ASKED)}).status_code == 200
    assert stored() == AFTER


def test_any_sign_in_with_the_card_calls_the_waiting_wish_off(seen, thief, nobody):
    thief.post("/api/ways-in/changes", {"kind": 5, "slot_id": to_text(ASKED)})
    sign_in(nobody, seen, seen.made.locks[1], "/api/sign-in/spare")

    assert not WayChange.objects.exists()


def test_the_waiting_wish_is_not_finished_at_the_door_of_other_changes(seen, monkeypatch):
    seen.room.post("/api/ways-in/changes", {"kind": 5, "slot_id": to_text(ASKED)})
    days_pass(monkeypatch, 5)
    later = Room(people.sign_in(seen.account, scope=Scope.FULL, now=clock.now()).raw)
    papers = {"slot_id": to_text(ASKED), "state": seen.person.remember(name="me")}

    assert later.post("/api/ways-in/changes/finish", papers).status_code == 404
    assert stored() == BEFORE


def test_who_holds_the_card_wins_however_often_the_thief_saves(seen, thief):
    """The thief moves the state before every try; the card wins over it."""
    made, papers = new_lock(seen)
    other = replace(seen.person)
    for name in ("a", "b", "c"):
        assert thief.put("/api/state", other.remember(name=name)).status_code == 204
        answer = seen.room.post(DOOR, papers)
        assert (answer.status_code, code_of(answer)) == (409, "state-moved")
        assert answer.json()["state"]["ctr"] == other.state.ctr

    assert seen.room.post(DOOR, papers | {"even_so": True}).status_code == 200
    assert (Bundle.objects.get().g, StateIndex.objects.get().g) == (1, 1)
    back = as_json.read_state(seen.room.get("/api/me").json()["state"])
    assert back.box == from_text(made.payload["state"]["box"])


def test_even_so_is_for_the_card_alone(seen, thief, monkeypatch):
    thief.post("/api/ways-in/changes", {"kind": 5, "slot_id": to_text(ASKED)})
    days_pass(monkeypatch, 4)
    later = Room(people.sign_in(seen.account, scope=Scope.FULL, now=clock.now()).raw)
    _, papers = new_lock(seen)
    del papers["spare_auth"]
    later.put("/api/state", replace(seen.person).remember(name="saved meanwhile"))

    answer = later.post(DOOR, papers | {"slot_id": to_text(ASKED), "even_so": True})
    assert answer.status_code == 409


@pytest.mark.django_db(transaction=True)
def test_of_two_new_locks_at_once_exactly_one_is_the_place(seen):
    both = [new_lock(seen)[1] for _ in range(2)]

    answers = race(*[lambda sent=sent: seen.room.post(DOOR, sent) for sent in both])

    codes = sorted(answer.status_code for answer in answers)
    assert codes[0] == 200
    assert codes[1] in {401, 409}
    assert stored() == AFTER
    assert Slot.objects.count() == 2


def test_an_old_sign_in_gives_the_words_once_more(seen):
    _, papers = new_lock(seen)
    stale(seen)

    assert code_of(seen.room.post(DOOR, papers)) == "not-fresh"
    words = {"words_auth": proof_of(seen.made.locks[0])}
    assert seen.room.post(DOOR, papers | words).status_code == 200


@pytest.mark.parametrize(
    ("name", "value"),
    [("gen", 2), ("gen", 0), ("day", 0), ("rand", b"r" * 16), ("prev", b"p" * 32)],
)
def test_a_record_that_does_not_follow_is_refused(seen, name, value):
    _, papers = new_lock(seen)
    record = replace(as_json.read_key_record(papers["key_record"]), **{name: value})
    papers["key_record"] = as_json.key_record_json(record)

    assert seen.room.post(DOOR, papers).status_code in {400, 409}
    assert stored() == BEFORE


@pytest.mark.parametrize("name", ["sig", "prev_sig", "ik", "ek"])
def test_a_record_that_the_old_lock_did_not_sign_on_is_refused(seen, name):
    _, papers = new_lock(seen)
    record = as_json.read_key_record(papers["key_record"])
    value = getattr(record, name)
    odd = replace(record, **{name: bytes([value[0] ^ 1]) + value[1:]})
    papers["key_record"] = as_json.key_record_json(odd)

    assert seen.room.post(DOOR, papers).status_code == 400
    assert stored() == BEFORE


def test_the_same_identity_is_not_a_new_lock(seen):
    from pse.key_record import key_record_bytes

    _, papers = new_lock(seen)
    record = replace(as_json.read_key_record(papers["key_record"]), ik=seen.record.ik)
    raw = sign(seen.person.ik_seed, key_record_bytes(record))
    papers["key_record"] = as_json.key_record_json(replace(record, sig=raw, prev_sig=raw))

    assert seen.room.post(DOOR, papers).status_code == 400
    assert stored() == BEFORE


def changed(papers, *path, **fields):
    """The same papers with some fields changed, further inside."""
    if not path:
        return {**papers, **fields}
    return {**papers, path[0]: changed(papers[path[0]], *path[1:], **fields)}


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [
        (("bundle",), {"g": 0}, 409),
        (("bundle",), {"ver": 1}, 409),
        (("bundle",), {"box": "AQ"}, 400),
        (("state",), {"g": 0}, 400),
        (("state",), {"ctr": 9}, 409),
        (("state",), {"box": "AQ"}, 400),
        (("state",), {"parts": []}, 400),
        (("words", "slot"), {"g": 0}, 400),
        (("words", "slot"), {"type": 3}, 400),
        (("spare", "slot"), {"g": 2}, 400),
        ((), {"more": 1}, 400),
    ],
)
def test_what_is_not_whole_changes_nothing(seen, path, fields, status):
    _, papers = new_lock(seen)

    assert seen.room.post(DOOR, changed(papers, *path, **fields)).status_code == status
    assert stored() == BEFORE
    assert StatePart.objects.filter(ver=1).count() == 4


def test_finn_cannot_put_his_lock_in_adas_place(seen, finn):
    _, papers = new_lock(seen)
    papers["spare_auth"] = proof_of(finn.made.locks[1])

    assert finn.room.post(DOOR, papers).status_code == 400
    assert KeyRecord.objects.filter(account=finn.account).count() == 1
    assert KeyRecord.objects.filter(account=seen.account).count() == 1


def test_the_card_alone_renews_no_lock(seen):
    spare = people.sign_in(seen.account, scope=Scope.SPARE, now=clock.now())
    _, papers = new_lock(seen)

    assert Room(spare.raw).post(DOOR, papers).status_code == 404


def test_the_card_cannot_be_guessed_at_this_door_either(seen):
    _, papers = new_lock(seen)
    wrong = papers | {"spare_auth": to_text(bytes(32))}

    codes = [code_of(seen.room.post(DOOR, wrong)) for _ in range(6)]
    assert codes == ["not-opened"] * 5 + ["slow-down"]


def test_a_new_lock_of_bens_is_not_stood_behind_until_it_is_read_again(ben, desk):
    assert len(ben.room.get("/api/directory").json()["people"]) == 1
    here = replace(ben.person)
    _, papers = new_lock(ben, person=here)
    assert ben.room.post(DOOR, papers).status_code == 200

    assert ben.room.get("/api/directory").json()["people"] == []
    request = ben.room.get("/api/endorsement-request").json()
    assert request == here.endorsement_request("Ben")
    assert request["key_record"]["gen"] == 1
    assert [one["gen"] for one in request["before"]] == [0]
    assert to_text(kr_hash_of(here.record)) != to_text(kr_hash_of(here.records[0]))


def test_finn_learns_nothing_of_it(seen):
    _, papers = new_lock(seen)
    seen.room.post(DOOR, papers)
    stranger = bring_in("finn").room

    assert stranger.get("/api/relationships").json()["relationships"] == []
