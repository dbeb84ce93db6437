from datetime import timedelta

import pytest

from alongside.ground import clock, wire
from alongside.ground.identifiers import from_text, to_text
from alongside.keys.models import Slot, StateIndex
from alongside.people import actions as people
from alongside.people.models import Scope, Token
from pse.account import words_lock
from pse.person import come_back, renew_ways_in
from tests.cast import HOME, Room


@pytest.fixture
def spare_room(ada):
    signed_in = people.sign_in(ada.account, scope=Scope.SPARE, now=clock.now())
    return Room(signed_in.raw)


def way(payload):
    return payload["spare"]["slot"], payload["spare"]["auth"]


def test_with_the_spare_code_ada_chooses_new_words_and_everyone_else_is_out(
    ada, spare_room, nobody, monkeypatch
):
    events = []
    monkeypatch.setattr(wire, "tell", events.append)
    renewed = renew_ways_in(ada.person)

    answer = spare_room.post("/api/ways-in/renew", renewed.payload)

    assert answer.status_code == 200
    assert events == [f"account:{ada.account.ref.hex()}"]
    assert ada.room.get("/api/me").status_code == 401
    assert spare_room.get("/api/me").status_code == 401
    back = Room(from_text(answer.json()["token"]))
    assert back.get("/api/directory").status_code == 200
    old = {"username": ada.username, "auth": to_text(ada.made.locks[0].auth)}
    assert nobody.post("/api/sign-in", old).status_code == 401
    lock = words_lock(renewed.words, home=HOME, username=ada.username)
    new = nobody.post("/api/sign-in", {"username": ada.username, "auth": to_text(lock.auth)})
    come_back(lock, new.json(), home=HOME, username=ada.username)


def test_five_words_alone_do_not_choose_new_words(ada):
    renewed = renew_ways_in(ada.person)

    assert ada.room.post("/api/ways-in/renew", renewed.payload).status_code == 404
    assert Slot.objects.filter(account=ada.account).count() == 2


def test_a_renewal_that_does_not_follow_the_newest_state_changes_nothing(ada, spare_room):
    ada.person.remember(name="Ada")
    renewed = renew_ways_in(ada.person)

    answer = spare_room.post("/api/ways-in/renew", renewed.payload)

    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "state-moved")
    assert answer.json()["state"]["ctr"] == 1
    assert spare_room.get("/api/me").status_code == 200


def test_a_renewal_with_a_way_in_of_another_kind_is_refused(ada, spare_room):
    renewed = renew_ways_in(ada.person)
    swapped = renewed.payload | {"words": renewed.payload["spare"]}

    assert spare_room.post("/api/ways-in/renew", swapped).status_code == 400
    assert StateIndex.objects.get(account=ada.account).ctr == 1


def test_writing_the_code_down_is_remembered(ada):
    assert ada.room.post("/api/ways-in/spare-seen").status_code == 204

    assert ada.room.get("/api/me").json()["spare_seen"] is True


def fresh_spare(ada, **changed):
    renewed = renew_ways_in(ada.person)
    slot, auth = way(renewed.payload)
    papers = {
        "slot": slot,
        "auth": auth,
        "words_auth": to_text(ada.made.locks[0].auth),
        "state": renewed.payload["state"],
    }
    return papers | changed


def test_until_then_a_fresh_code_can_be_made_with_the_five_words(ada, nobody):
    papers = fresh_spare(ada)

    answer = ada.room.put("/api/ways-in/spare", papers)

    assert answer.status_code == 200
    assert answer.json()["state"]["ctr"] == 2
    proof = {"username": ada.username, "auth": papers["auth"]}
    assert nobody.post("/api/sign-in/spare", proof).status_code == 200
    old = {"username": ada.username, "auth": to_text(ada.made.locks[1].auth)}
    assert nobody.post("/api/sign-in/spare", old).status_code == 401


def test_a_fresh_code_needs_the_five_words(ada):
    answer = ada.room.put("/api/ways-in/spare", fresh_spare(ada, words_auth=to_text(bytes(32))))

    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "not-opened")


def at_day(monkeypatch, days):
    """So many days after Ada's place was made."""
    later = clock.now() + timedelta(days=days)
    monkeypatch.setattr(clock, "now", lambda: later)


def signed_in_by_words(member, nobody):
    proof = {"username": member.username, "auth": to_text(member.made.locks[0].auth)}
    return Room(from_text(nobody.post("/api/sign-in", proof).json()["token"]))


def test_on_the_day_after_a_place_is_still_new(ada, nobody, monkeypatch):
    at_day(monkeypatch, 1)
    room = signed_in_by_words(ada, nobody)

    assert room.get("/api/me").json()["spare_at_once"] is True
    assert room.put("/api/ways-in/spare", fresh_spare(ada)).status_code == 200


@pytest.mark.parametrize("days", [2, 30, 400])
def test_later_a_thief_with_the_five_words_makes_no_code_of_their_own(
    ada, nobody, monkeypatch, days
):
    at_day(monkeypatch, days)
    thief = signed_in_by_words(ada, nobody)
    papers = fresh_spare(ada)

    answer = thief.put("/api/ways-in/spare", papers)

    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "not-new")
    proof = {"username": ada.username, "auth": papers["auth"]}
    assert nobody.post("/api/sign-in/spare", proof).status_code == 401
    kept = {"username": ada.username, "auth": to_text(ada.made.locks[1].auth)}
    assert nobody.post("/api/sign-in/spare", kept).status_code == 200
    me = signed_in_by_words(ada, nobody).get("/api/me").json()
    assert (me["spare_seen"], me["spare_at_once"]) == (False, False)


def test_a_code_that_is_written_down_is_not_exchanged_behind_its_back(ada):
    ada.room.post("/api/ways-in/spare-seen")

    answer = ada.room.put("/api/ways-in/spare", fresh_spare(ada))

    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "spare-seen")
    assert Token.objects.filter(account=ada.account).count() == 1
