import pytest

from alongside.conversations.models import Conversation, Entry, Wrap
from alongside.ground import clock, wire
from alongside.ground.identifiers import from_text, to_text
from alongside.ground.secrets import log_seed
from alongside.keys.models import Bundle, KeyRecord, Slot, StateIndex, StatePart
from alongside.people.models import Account, Role, Token
from pse.receipt import closed_bytes
from pse.signing import verify, verify_key_of
from tests.cast import HOME, accept, ask, fresh


def close(member, way=0):
    return member.room.post("/api/close-place", {"auth": to_text(member.made.locks[way].auth)})


def test_closing_a_place_destroys_every_way_in_and_gives_a_receipt(talking, ada, ben):
    receipt = close(ada).json()["receipt"]

    assert (receipt["slots"], receipt["wraps"], receipt["day"]) == (2, 1, clock.today())
    signed = closed_bytes(HOME, ada.account.ref, receipt["day"], 2, 1)
    verify(verify_key_of(log_seed()), signed, from_text(receipt["sig"]))
    for model in (Slot, Bundle, StateIndex, StatePart, Token, Role):
        assert not model.objects.filter(account=ada.account).exists()
    assert not Wrap.objects.filter(account=ada.account).exists()
    assert Account.objects.get(pk=ada.account.pk).username is None


def test_the_other_can_still_read_and_is_told_only_that_it_ended(talking, ada, ben):
    close(ada)

    (seen,) = ben.room.get("/api/relationships").json()["relationships"]
    assert (seen["state"], seen["ended_by"]) == ("ended", "them")
    assert seen["conversations"][0]["mode"] == 4
    assert len(seen["other"]["key_records"]) == 1
    assert Wrap.objects.filter(account=ben.account).exists()


def test_it_cuts_the_wire_and_nothing_opens_any_more(ada, nobody, monkeypatch):
    events = []
    monkeypatch.setattr(wire, "tell", events.append)
    close(ada)

    assert events == [f"account:{ada.account.ref.hex()}"]
    assert ada.room.get("/api/me").status_code == 401
    proof = {"username": ada.username, "auth": to_text(ada.made.locks[0].auth)}
    assert nobody.post("/api/sign-in", proof).status_code == 401


def test_someone_new_may_take_the_name_again(ada, nobody):
    close(ada)
    papers = fresh("finn").sign_up_payload() | {"username": ada.username}

    assert nobody.post("/api/sign-up", papers).status_code == 201


def test_an_open_ask_is_taken_back_and_nothing_of_it_is_left(asked, ada):
    close(ada)

    asked.refresh_from_db()
    assert asked.state == "withdrawn"
    assert not Wrap.objects.exists()
    assert not Entry.objects.filter(kind__gt=1, box__isnull=False).exists()


def test_a_specialist_who_goes_is_shown_no_more(asked, ada, ben):
    close(ben)

    asked.refresh_from_db()
    assert asked.state == "declined"
    assert ada.room.get("/api/directory").json() == {"people": []}
    (mine,) = ada.room.get("/api/relationships").json()["relationships"]
    assert mine["other"]["profile"] is None


def test_when_both_have_closed_their_places_nothing_is_left_to_read(talking, ada, ben):
    close(ada)
    close(ben)

    assert Conversation.objects.get().mode == 5
    assert not Wrap.objects.exists()
    assert not Entry.objects.filter(kind__gt=1, box__isnull=False).exists()
    assert KeyRecord.objects.count() == 2


@pytest.mark.parametrize("way", [1])
def test_the_five_words_are_asked_for_again(ada, way):
    answer = close(ada, way)

    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "not-opened")
    assert ada.room.get("/api/me").status_code == 200


def test_guessing_them_is_slowed_down(ada):
    for _ in range(5):
        assert close(ada, 1).status_code == 401

    assert close(ada).status_code == 429


def test_what_ada_wanted_kept_until_she_leaves_is_gone_with_her_for_both(ada, ben):
    accept(ask(ada, ben, months=0)[0], ben)
    close(ada)

    assert not Wrap.objects.exists()
    assert not Entry.objects.filter(kind__gt=1, box__isnull=False).exists()
    (seen,) = ben.room.get("/api/relationships").json()["relationships"]
    assert (seen["state"], seen["conversations"][0]["mode"]) == ("ended", 5)


def test_when_ben_leaves_what_ada_wanted_kept_stays_hers(ada, ben):
    accept(ask(ada, ben, months=0)[0], ben)
    close(ben)

    assert Wrap.objects.filter(account=ada.account).exists()
    (seen,) = ada.room.get("/api/relationships").json()["relationships"]
    assert seen["conversations"][0]["mode"] == 4
