from datetime import timedelta

import pytest

from alongside.ground import clock
from alongside.ground.identifiers import from_text, to_text
from alongside.keys.models import KeyRecord, Slot, StatePart
from alongside.people import actions as people
from alongside.people.models import Account, Role, RoleName
from alongside.programme import actions as programmes
from pse.account import spare_lock, words_lock
from pse.person import come_back
from tests.cast import HOME, bring_in, fresh


@pytest.fixture
def papers(house):
    return fresh("ada").sign_up_payload()


def proof(member, way):
    return {"username": member.username, "auth": to_text(member.made.locks[way].auth)}


def test_ada_comes_in_with_nothing_but_a_made_up_name(papers, nobody):
    answer = nobody.post("/api/sign-up", papers)

    assert answer.status_code == 201
    assert answer.json()["expires_in"] == 12 * 60 * 60
    me = answer.json()["me"]
    assert (me["username"], me["roles"], me["spare_seen"]) == (papers["username"], [1], False)
    assert me["bundle"] == papers["bundle"]
    assert me["state"] == papers["state"]
    assert me["key_records"] == [papers["key_record"]]
    assert [slot["type"] for slot in me["slots"]] == [1, 2]


def test_of_what_proves_the_right_to_come_in_only_a_keyed_hash_is_kept(ada):
    words, spare = ada.made.locks

    kept = b"".join(bytes(slot.verifier) for slot in Slot.objects.order_by("type"))
    assert words.auth not in kept
    assert spare.auth not in kept
    assert len(kept) == 64


def change(papers, path, value):
    *way, last = path
    for step in way:
        papers = papers[step]
    papers[last] = value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["account_id"], to_text(bytes(16))),
        (["key_record", "account_id"], to_text(bytes(16))),
        (["key_record", "sig"], to_text(bytes(64))),
        (["key_record", "day"], 20_000),
        (["key_record", "gen"], 1),
        (["key_record", "rand"], to_text(bytes(16))),
        (["key_record", "prev_sig"], to_text(bytes(64))),
        (["key_record", "ik"], to_text(bytes(32))),
        (["slots", 0, "type"], 2),
        (["slots", 0, "profile"], 0),
        (["slots", 0, "g"], 1),
        (["slots", 0, "salt"], to_text(bytes(16))),
        (["slots", 1, "salt"], to_text(b"x" * 16)),
        (["slots", 0, "box"], to_text(b"\1" * 104)),
        (["bundle", "g"], 1),
        (["bundle", "ver"], 2),
        (["bundle", "box"], to_text(b"\1" * 4_169)),
        (["bundle", "box"], "=" * 8),
        (["state", "ctr"], 2),
        (["state", "prev"], to_text(b"x" * 32)),
        (["state", "parts"], []),
        (["state", "box"], to_text(b"\2" + b"x" * 1_096)),
        (["state", "box"], to_text(b"\1" * 1_098)),
        (["auth", "words"], to_text(bytes(31))),
        (["username"], "Ada"),
        (["username"], "river-otter-48277"),
        (["username"], "\ud800"),
        (["username"], 7),
        (["more"], True),
        (["slots"], []),
    ],
)
def test_papers_that_do_not_fit_are_refused_whole(papers, nobody, path, value):
    change(papers, path, value)

    answer = nobody.post("/api/sign-up", papers)

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "malformed")
    assert not Account.objects.exists()


def test_a_name_that_somebody_has_is_refused_and_nothing_is_left(ada, nobody):
    papers = fresh("finn").sign_up_payload() | {"username": ada.username}

    answer = nobody.post("/api/sign-up", papers)

    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "name-taken")
    assert KeyRecord.objects.count() == 1


def test_while_the_door_is_closed_only_a_link_opens_it(papers, desk, nobody):
    programmes.close_door(by=desk)
    assert nobody.post("/api/sign-up", papers).json()["error"]["code"] == "door-closed"

    link = people.make_link(by=desk, note="", now=clock.now())
    answer = nobody.post("/api/sign-up", papers | {"link": link})

    assert answer.status_code == 201
    assert answer.json()["me"]["wishes_specialist"] is True
    assert answer.json()["me"]["roles"] == []


def test_a_sign_up_that_fails_does_not_use_up_the_link(papers, desk, nobody):
    link = people.make_link(by=desk, note="", now=clock.now())
    change(papers, ["key_record", "sig"], to_text(bytes(64)))
    assert nobody.post("/api/sign-up", papers | {"link": link}).status_code == 400

    assert bring_in("ben", link=link).account.pk


def test_a_spent_link_is_refused(papers, desk, nobody):
    link = people.make_link(by=desk, note="", now=clock.now())
    bring_in("ben", link=link)

    answer = nobody.post("/api/sign-up", papers | {"link": link})

    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "link-spent")


def test_ada_comes_back_with_five_words_and_opens_her_place(ada, nobody):
    answer = nobody.post("/api/sign-in", proof(ada, 0)).json()

    lock = words_lock(ada.made.words, home=HOME, username=ada.username)
    back = come_back(lock, answer, home=HOME, username=ada.username)
    assert back.ik_seed == ada.person.ik_seed
    nobody.token = from_text(answer["token"])
    assert nobody.get("/api/me").json() == answer["me"]


def test_the_spare_code_opens_just_enough_to_choose_new_words(ada, nobody):
    answer = nobody.post("/api/sign-in/spare", proof(ada, 1)).json()
    nobody.token = from_text(answer["token"])

    assert answer["expires_in"] == 600
    lock = spare_lock(ada.made.spare, home=HOME, username=ada.username)
    come_back(lock, answer, home=HOME, username=ada.username)
    assert nobody.get("/api/me").status_code == 200
    for path in ("/api/directory", "/api/relationships", "/api/endorsement-request"):
        assert nobody.get(path).status_code == 404
    assert nobody.post("/api/ticket").status_code == 404
    assert nobody.post("/api/sign-out").status_code == 204


@pytest.mark.parametrize("door", ["/api/sign-in", "/api/sign-in/spare"])
def test_wrong_words_a_wrong_name_and_a_closed_place_are_answered_alike(
    ada, finn, nobody, door
):
    people.close_place(finn.account)
    wrong = to_text(bytes(32))
    names = [ada.username, finn.username, "cedar-finch-0000", "Ada", "", "\u00fc"]

    answers = [nobody.post(door, {"username": name, "auth": wrong}) for name in names]

    assert {(answer.status_code, answer.content) for answer in answers} == {
        (401, answers[0].content)
    }
    assert answers[0].json()["error"]["code"] == "not-opened"


def test_what_opens_one_door_does_not_open_the_other(ada, nobody):
    swapped = proof(ada, 0) | {"auth": to_text(ada.made.locks[1].auth)}

    assert nobody.post("/api/sign-in", swapped).status_code == 401
    assert nobody.post("/api/sign-in/spare", proof(ada, 0)).status_code == 401


def test_guessing_is_slowed_down_and_says_for_how_long(ada, nobody):
    wrong = {"username": ada.username, "auth": to_text(bytes(32))}
    for _ in range(5):
        assert nobody.post("/api/sign-in", wrong).status_code == 401

    answer = nobody.post("/api/sign-in", proof(ada, 0))

    assert (answer.status_code, answer.json()["error"]["code"]) == (429, "slow-down")
    assert 0 < answer.json()["retry_after"] <= 15 * 60
    assert nobody.post("/api/sign-in/spare", proof(ada, 1)).status_code == 200


def test_a_link_makes_no_client_and_an_open_door_makes_no_specialist(ada, ben):
    assert list(Role.objects.filter(account=ada.account).values_list("role", "wished")) == [
        (RoleName.CLIENT, False)
    ]
    assert list(Role.objects.filter(account=ben.account).values_list("role", "wished")) == [
        (RoleName.SPECIALIST, False)
    ]
    assert StatePart.objects.filter(account=ben.account).count() == 4


def test_a_token_older_than_twelve_hours_is_signed_out(ada, monkeypatch):
    late = clock.now() + timedelta(hours=13)
    monkeypatch.setattr(clock, "now", lambda: late)

    assert ada.room.get("/api/me").status_code == 401
