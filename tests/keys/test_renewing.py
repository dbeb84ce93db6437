"""A wrapping key goes on by itself, once in 90 days, and nothing but a wrapping key."""

from dataclasses import replace

import pytest

from alongside.ground import clock
from alongside.keys import actions
from alongside.keys.actions.coming_in import keep_record
from alongside.keys.models import Bundle, KeyRecord, LogLine, StateIndex
from alongside.keys.queries import endorsement_in_force
from alongside.people import actions as people
from alongside.people.models import Scope
from pse import as_json
from pse.account import words_lock
from pse.base64url import from_text, to_text
from pse.key_log import KeyLog, read_rows
from pse.key_record import kr_hash_of, next_key_record
from pse.person import come_back
from pse.renewal import renew_keys
from pse.signing import verify_key_of
from pse.strict_json import parse
from pse.wrapping import wrap_key_of
from tests.cast import HOME, Room, answer_for, bring_in
from tests.keys.ways import days_pass
from tests.racing import race

ANOTHER = b"another seed, of another lock..."


def room_of(member):
    """A sign-in of today."""
    return Room(people.sign_in(member.account, scope=Scope.FULL, now=clock.now()).raw)


def device_of(member):
    """Another device of theirs, which knows what this one knows now."""
    return replace(member.person)


def papers_of(person, *, days=0, months=(12,)):
    """What their room hands in; the person who made them goes on with the new keys."""
    return renew_keys(person, day=clock.today() + days, months=months)


@pytest.fixture
def later(ada, monkeypatch):
    """Ninety days after Ada came in she is back."""
    days_pass(monkeypatch, 90)
    ada.room = room_of(ada)
    return ada


def stored():
    """How far record, bundle and state have come: together, always."""
    newest = KeyRecord.objects.order_by("-gen").first()
    return newest.gen, Bundle.objects.get().ver, StateIndex.objects.get().ctr


def test_adas_room_hands_in_a_new_wrapping_key_and_she_comes_back_with_it(later, nobody):
    papers = papers_of(later.person)

    answer = later.room.post("/api/key-records", papers)

    assert answer.status_code == 200, answer.content
    assert [one["gen"] for one in answer.json()["key_records"]] == [0, 1]
    assert stored() == (1, 2, 2)
    lock = words_lock(later.made.words, home=HOME, username=later.username)
    proof = {"username": later.username, "auth": to_text(lock.auth)}
    entered = nobody.post("/api/sign-in", proof).json()
    back = come_back(lock, entered, home=HOME, username=later.username)
    assert back.record == later.record
    assert set(back.secrets.ek) == {0, 1}


def test_an_answer_lost_on_the_way_is_given_again(later):
    papers = papers_of(later.person)

    first = later.room.post("/api/key-records", papers)
    again = later.room.post("/api/key-records", papers)

    assert (again.status_code, again.json()) == (200, first.json())
    assert stored() == (1, 2, 2)


def listed(member):
    """What the list of who is who says of their keys, as they read it."""
    raw = from_text(member.room.get("/api/key-log?from=0").json()["rows"])
    return KeyLog(read_rows(raw)).keys_of(member.person.account_id)


def test_a_renewed_key_stands_in_the_list_of_who_is_who_with_the_answer_and_once(later):
    papers = papers_of(later.person)
    assert listed(later) == [kr_hash_of(later.person.records[0])]

    for _ in range(2):
        assert later.room.post("/api/key-records", papers).status_code == 200

    assert listed(later) == [kr_hash_of(record) for record in later.person.records]
    assert LogLine.objects.count() == 2


def test_what_is_refused_is_not_in_the_list(ada):
    papers = papers_of(ada.person)

    assert ada.room.post("/api/key-records", papers).status_code != 200
    assert LogLine.objects.count() == 1


def test_it_is_given_again_even_after_the_next_state_was_saved(later):
    papers = papers_of(later.person)
    later.room.post("/api/key-records", papers)
    later.room.put("/api/state", later.person.remember(name="Ada"))

    assert later.room.post("/api/key-records", papers).status_code == 200
    assert stored() == (1, 2, 3)


def test_of_two_devices_the_second_learns_what_the_first_has_made(later):
    other = device_of(later)
    later.room.post("/api/key-records", papers_of(later.person))

    answer = later.room.post("/api/key-records", papers_of(other))

    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "state-moved")
    assert answer.json()["state"] == as_json.state_json(later.person.state)
    assert stored() == (1, 2, 2)


def test_a_state_that_was_saved_meanwhile_takes_nothing_with_it(later):
    other = device_of(later)
    papers = papers_of(later.person)
    assert later.room.put("/api/state", other.remember(name="somebody")).status_code == 204

    assert later.room.post("/api/key-records", papers).status_code == 409
    assert stored() == (0, 1, 2)


@pytest.mark.django_db(transaction=True)
def test_of_two_devices_at_once_exactly_one_wins(later):
    devices = [papers_of(device_of(later)) for _ in range(3)]

    answers = race(
        *[lambda sent=sent: later.room.post("/api/key-records", sent) for sent in devices]
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    assert stored() == (1, 2, 2)
    assert LogLine.objects.count() == 2


@pytest.mark.parametrize(("days", "status"), [(0, 422), (79, 422), (80, 200), (400, 200)])
def test_keys_are_renewed_once_in_a_while_only(ada, monkeypatch, days, status):
    days_pass(monkeypatch, days)
    answer = room_of(ada).post("/api/key-records", papers_of(ada.person))

    assert answer.status_code == status
    if status == 422:
        assert answer.json()["error"]["code"] == "not-due"
        assert stored() == (0, 1, 1)


@pytest.mark.parametrize("days", [-2, 2])
def test_keys_are_dated_the_day_they_are_made(later, days):
    answer = later.room.post("/api/key-records", papers_of(later.person, days=days))

    assert answer.status_code == 400
    assert stored() == (0, 1, 1)


def test_another_lock_does_not_come_in_by_this_door(later):
    before = later.person.record
    papers = papers_of(later.person)
    other = next_key_record(
        before,
        ik_seed=ANOTHER,
        ik=verify_key_of(ANOTHER),
        ek=wrap_key_of(ANOTHER),
        prev_ik_seed=later.person.ik_seed,
        day=clock.today(),
    )
    sent = papers | {"key_record": as_json.key_record_json(other)}

    answer = later.room.post("/api/key-records", sent)

    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "other-lock")
    assert stored() == (0, 1, 1)


@pytest.mark.parametrize(
    "name", ["account_id", "ik", "ek", "rand", "prev", "day", "sig", "prev_sig"]
)
def test_a_record_that_ada_did_not_sign_is_not_hers(later, name):
    papers = papers_of(later.person)
    old = as_json.read_key_record(papers["key_record"])
    value = getattr(old, name)
    odd = value - 1 if type(value) is int else bytes([value[0] ^ 1]) + value[1:]
    papers["key_record"] = as_json.key_record_json(replace(old, **{name: odd}))

    assert later.room.post("/api/key-records", papers).status_code == 400
    assert stored() == (0, 1, 1)


def test_finn_cannot_put_his_keys_in_adas_place(later, finn):
    papers = papers_of(later.person)

    answer = room_of(finn).post("/api/key-records", papers)

    assert answer.status_code == 400
    assert KeyRecord.objects.filter(account=finn.account).count() == 1
    assert KeyRecord.objects.filter(account=later.account).count() == 1


@pytest.mark.parametrize(
    ("change", "status"),
    [({"ver": 3}, 409), ({"ver": 1}, 409), ({"g": 1}, 400), ({"box": "AQ"}, 400)],
)
def test_a_bundle_that_does_not_follow_is_refused(later, change, status):
    papers = papers_of(later.person)
    papers["bundle"] = papers["bundle"] | change

    assert later.room.post("/api/key-records", papers).status_code == status
    assert stored() == (0, 1, 1)


def test_whoever_came_with_the_spare_code_alone_renews_nothing(later):
    spare = people.sign_in(later.account, scope=Scope.SPARE, now=clock.now())

    answer = Room(spare.raw).post("/api/key-records", papers_of(later.person))

    assert answer.status_code == 404


def test_the_programme_still_stands_behind_ben_and_what_he_shows(ben, desk, monkeypatch):
    days_pass(monkeypatch, 85)
    room = room_of(ben)
    assert room.post("/api/key-records", papers_of(ben.person)).status_code == 200

    (listed,) = room.get("/api/directory").json()["people"]
    assert [one["gen"] for one in listed["key_records"]] == [0, 1]
    profile = ben.person.profiled(fields_of(listed), ver=2, day=clock.today())
    assert room.put("/api/profile", as_json.profile_json(profile)).status_code == 200


def fields_of(listed):
    return parse(from_text(listed["profile"]["bytes"]))


def test_the_programme_goes_on_standing_behind_the_same_lock(ben, desk, monkeypatch):
    days_pass(monkeypatch, 85)
    room = room_of(ben)
    room.post("/api/key-records", papers_of(ben.person))
    request = room.get("/api/endorsement-request").json()
    assert request == ben.person.endorsement_request("Ben")
    assert request["key_record"]["gen"] == 0

    taken = actions.take_endorsement(answer_for(ben, serial=2), by=desk, now=clock.now())
    assert taken.kr_hash == kr_hash_of(ben.person.records[0])


def test_another_lock_that_somehow_came_in_is_not_stood_behind(ben, desk):
    other = next_key_record(
        ben.record,
        ik_seed=ANOTHER,
        ik=verify_key_of(ANOTHER),
        ek=wrap_key_of(ANOTHER),
        prev_ik_seed=ben.person.ik_seed,
        day=clock.today(),
    )
    assert endorsement_in_force(ben.account, today=clock.today()) is not None
    assert len(ben.room.get("/api/directory").json()["people"]) == 1

    keep_record(ben.account, other, today=clock.today())

    assert endorsement_in_force(ben.account, today=clock.today()) is None
    assert ben.room.get("/api/directory").json()["people"] == []


def test_finn_is_told_nothing_of_a_place_that_renewed(later):
    later.room.post("/api/key-records", papers_of(later.person))
    stranger = room_of(bring_in("finn"))

    assert stranger.get("/api/directory").json()["people"] == []
    assert stranger.get("/api/relationships").json()["relationships"] == []
