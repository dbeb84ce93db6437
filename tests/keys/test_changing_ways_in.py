"""With the spare code ways in change at once; without it, after three days that others see."""

from datetime import timedelta

import pytest

from alongside.ground import clock
from alongside.ground.identifiers import from_text
from alongside.keys.models import Slot, StateIndex, WayChange
from alongside.people import actions as people
from alongside.people.models import Scope
from pse.account import slot_hash_of, spare_lock, words_lock
from pse.as_json import read_slot
from pse.base64url import to_text
from pse.person import come_back, renew_ways_in
from pse.remembered import SlotPin
from pse.ways_in import WORDS, add_way, remove_way
from tests.cast import HOME, Room
from tests.keys.ways import PIN, device, phone_of, stale, text

CHANGES = "/api/ways-in/changes"
NEW_WORDS = "acorn about above accent acrobat"


def code_of(answer):
    return answer.json()["error"]["code"]


def ways_of(member):
    return sorted(Slot.objects.filter(account=member.account).values_list("type", flat=True))


@pytest.fixture
def seen(ada):
    """Ada has written her spare code down."""
    ada.room.post("/api/ways-in/spare-seen")
    return ada


def another_code(ada, secret=b"for a good frien"):
    return spare_lock(secret, home=HOME, username=ada.username)


def at(member, *, days):
    """The same person's room, so many days later."""
    now = clock.now() + timedelta(days=days)
    return Room(people.sign_in(member.account, scope=Scope.FULL, now=now).raw)


def finish_papers(member, asked):
    slot = read_slot(asked["slot"])
    pins = [*member.person.trust.slots, SlotPin(slot_hash_of(slot), slot.slot_id, slot.type)]
    return {"slot_id": asked["slot_id"], "state": member.person.remember(slots=pins)}


def test_with_the_card_a_device_is_added_at_once_and_state_knows_it(seen):
    phone = phone_of(seen)

    me = seen.room.get("/api/me").json()
    assert ways_of(seen) == [1, 2, 3]
    assert me["changes"] == []
    assert me["state"]["ctr"] == 2
    assert phone.lock.slot_id in {pin.slot_id for pin in seen.person.trust.slots}


def test_stolen_words_add_nothing_before_three_days(seen, nobody, monkeypatch):
    words = {"username": seen.username, "auth": text(seen.made.locks[0].auth)}
    thief = Room(from_text(nobody.post("/api/sign-in", words).json()["token"]))
    asked = add_way(seen.person, device(seen.username, pin=None))

    answer = thief.post(CHANGES, asked)

    assert answer.status_code == 200
    assert ways_of(seen) == [1, 2]
    today = clock.today()
    [waiting] = seen.room.get("/api/me").json()["changes"]
    assert (waiting["kind"], waiting["type"], waiting["due_on"]) == (1, 3, today + 4)
    papers = finish_papers(seen, asked)
    for days in (0, 1, 2, 3):
        with monkeypatch.context() as later:
            now = clock.now() + timedelta(days=days)
            later.setattr(clock, "now", lambda now=now: now)
            answer = at(seen, days=0).post(CHANGES + "/finish", papers)
            assert code_of(answer) == "not-yet"
    assert ways_of(seen) == [1, 2]


def test_stolen_words_take_nothing_away_and_change_no_words(seen, nobody):
    phone_of(seen)
    before = ways_of(seen)
    new = words_lock(NEW_WORDS, home=HOME, username=seen.username)
    for asked in (
        remove_way(seen.person, b"a phone of Ada's"),
        add_way(seen.person, new, kind=WORDS),
    ):
        assert seen.room.post(CHANGES, asked).status_code == 200

    assert ways_of(seen) == before
    proof = {"username": seen.username, "auth": text(new.auth)}
    assert nobody.post("/api/sign-in", proof).status_code == 401


def test_a_wrong_card_does_nothing_and_leaves_nothing_waiting(seen, finn):
    wrong = finn.made.locks[1]
    asked = add_way(seen.person, device(seen.username, pin=None), spare=wrong)

    answer = seen.room.post(CHANGES, asked)

    assert (answer.status_code, code_of(answer)) == (401, "not-opened")
    assert ways_of(seen) == [1, 2]
    assert not WayChange.objects.exists()


def test_the_card_cannot_be_guessed_at_from_inside(seen):
    asked = add_way(seen.person, device(seen.username, pin=None), spare=seen.made.locks[1])
    wrong = asked | {"spare_auth": text(bytes(32))}

    codes = [code_of(seen.room.post(CHANGES, wrong)) for _ in range(6)]

    assert codes == ["not-opened"] * 5 + ["slow-down"]


def test_an_old_sign_in_changes_nothing_even_with_the_card(seen):
    stale(seen)
    asked = add_way(seen.person, device(seen.username, pin=None), spare=seen.made.locks[1])

    answer = seen.room.post(CHANGES, asked)

    assert (answer.status_code, code_of(answer)) == (422, "not-fresh")
    without = {k: v for k, v in asked.items() if k not in ("state", "spare_auth")}
    assert code_of(seen.room.post(CHANGES, without)) == "not-fresh"
    assert ways_of(seen) == [1, 2]


def test_the_five_words_once_more_make_it_fresh(seen):
    stale(seen)
    asked = add_way(seen.person, device(seen.username, pin=None), spare=seen.made.locks[1])
    proof = {"words_auth": text(seen.made.locks[0].auth)}

    assert seen.room.post(CHANGES, asked | proof).status_code == 200
    assert ways_of(seen) == [1, 2, 3]


def test_in_the_first_visit_the_code_on_the_screen_is_enough(ada):
    stale(ada)

    phone_of(ada)

    assert ways_of(ada) == [1, 2, 3]


def test_after_three_days_it_is_done_and_nobody_is_alarmed(seen, nobody, monkeypatch):
    lock = device(seen.username, pin=PIN)
    asked = add_way(seen.person, lock)
    seen.room.post(CHANGES, asked)
    later = clock.now() + timedelta(days=4)
    monkeypatch.setattr(clock, "now", lambda: later)

    answer = at(seen, days=0).post(CHANGES + "/finish", finish_papers(seen, asked))

    assert answer.status_code == 200
    assert answer.json()["changes"] == []
    papers = {"username": seen.username, "slot_id": text(lock.slot_id), "auth": text(lock.auth)}
    answer = nobody.post("/api/sign-in/device", papers)
    come_back(lock, answer.json(), home=HOME, username=seen.username)


def test_anyone_with_the_card_calls_off_what_waits_just_by_coming_in(seen, nobody):
    seen.room.post(CHANGES, add_way(seen.person, device(seen.username, pin=None)))
    card = {"username": seen.username, "auth": text(seen.made.locks[1].auth)}

    assert nobody.post("/api/sign-in/spare", card).status_code == 200

    assert not WayChange.objects.exists()


def test_any_of_her_devices_calls_it_off(seen):
    asked = add_way(seen.person, device(seen.username, pin=None))
    seen.room.post(CHANGES, asked)

    answer = at(seen, days=0).post(CHANGES + "/cancel", {"slot_id": asked["slot_id"]})

    assert answer.json()["changes"] == []
    assert not WayChange.objects.exists()


def test_finn_neither_sees_nor_ends_nor_finishes_what_waits_for_ada(seen, finn):
    asked = add_way(seen.person, device(seen.username, pin=None))
    seen.room.post(CHANGES, asked)
    which = {"slot_id": asked["slot_id"]}

    assert finn.room.get("/api/me").json()["changes"] == []
    assert finn.room.post(CHANGES + "/cancel", which).status_code == 404
    state = finn.person.remember(name="Finn")
    assert finn.room.post(CHANGES + "/finish", which | {"state": state}).status_code == 404
    assert finn.room.post(CHANGES, which | {"kind": 2}).status_code == 404
    assert WayChange.objects.count() == 1


def test_asking_once_more_begins_the_three_days_anew(seen, monkeypatch):
    asked = add_way(seen.person, device(seen.username, pin=None))
    seen.room.post(CHANGES, asked)
    later = clock.now() + timedelta(days=2)
    monkeypatch.setattr(clock, "now", lambda: later)

    at(seen, days=0).post(CHANGES, asked)

    assert WayChange.objects.get().due_on == clock.today() + 4


def test_new_words_with_the_card_end_every_other_sign_in(seen, nobody):
    phone = phone_of(seen)
    other = at(seen, days=0)
    new = words_lock(NEW_WORDS, home=HOME, username=seen.username)
    asked = add_way(seen.person, new, kind=WORDS, spare=seen.made.locks[1])

    assert seen.room.post(CHANGES, asked).status_code == 200

    assert other.get("/api/me").status_code == 401
    assert seen.room.get("/api/me").status_code == 200
    old = {"username": seen.username, "auth": text(seen.made.locks[0].auth)}
    assert nobody.post("/api/sign-in", old).status_code == 401
    answer = nobody.post("/api/sign-in", {"username": seen.username, "auth": text(new.auth)})
    come_back(new, answer.json(), home=HOME, username=seen.username)
    assert nobody.post("/api/sign-in/device", phone.proof()).status_code == 200


def test_a_second_spare_code_opens_too_and_there_is_no_third(seen, nobody):
    friend = another_code(seen)
    first = seen.made.locks[1]
    asked = add_way(seen.person, friend, name="my sister", spare=first)
    assert seen.room.post(CHANGES, asked).status_code == 200

    for lock in (first, friend):
        proof = {"username": seen.username, "auth": text(lock.auth)}
        answer = nobody.post("/api/sign-in/spare", proof)
        assert answer.status_code == 200
        come_back(lock, answer.json(), home=HOME, username=seen.username)
    third = add_way(seen.person, another_code(seen, bytes(16)), spare=friend)
    assert code_of(seen.room.post(CHANGES, third)) == "too-many-ways"
    assert seen.room.get("/api/me").json()["state"]["ctr"] == 2


def test_a_second_code_does_not_make_the_first_one_look_written_down(ada):
    asked = add_way(ada.person, another_code(ada), spare=ada.made.locks[1])

    me = ada.room.post(CHANGES, asked).json()

    assert me["spare_seen"] is False
    renewed = renew_ways_in(ada.person).payload
    papers = {
        "slot": renewed["spare"]["slot"],
        "auth": renewed["spare"]["auth"],
        "words_auth": text(ada.made.locks[0].auth),
        "state": renewed["state"],
    }
    assert ada.room.put("/api/ways-in/spare", papers).status_code == 200
    assert ways_of(ada) == [1, 2, 2]


def test_whoever_never_wrote_a_code_down_gets_one_after_three_days_that_others_see(
    ada, nobody, monkeypatch
):
    fresh = another_code(ada)
    asked = add_way(ada.person, fresh)
    assert ada.room.post(CHANGES, asked).status_code == 200
    proof = {"username": ada.username, "auth": text(fresh.auth)}
    assert nobody.post("/api/sign-in/spare", proof).status_code == 401
    other_device = at(ada, days=0).get("/api/me").json()
    assert [(one["kind"], one["type"]) for one in other_device["changes"]] == [(1, 2)]
    later = clock.now() + timedelta(days=4)
    monkeypatch.setattr(clock, "now", lambda: later)

    answer = at(ada, days=0).post(CHANGES + "/finish", finish_papers(ada, asked))

    assert answer.status_code == 200
    assert answer.json()["spare_seen"] is True
    come_back(
        fresh, nobody.post("/api/sign-in/spare", proof).json(), home=HOME, username=ada.username
    )


def test_a_code_that_goes_after_three_days_leaves_the_other_to_be_written_down(
    ada, monkeypatch
):
    friend = another_code(ada)
    ada.room.post(CHANGES, add_way(ada.person, friend, spare=ada.made.locks[1]))
    [given] = Slot.objects.filter(account=ada.account, type=2, seen=True)
    asked = remove_way(ada.person, given.slot_id)
    assert ada.room.post(CHANGES, asked).status_code == 200
    later = clock.now() + timedelta(days=4)
    monkeypatch.setattr(clock, "now", lambda: later)
    kept = [pin for pin in ada.person.trust.slots if pin.slot_id != given.slot_id]
    papers = {"slot_id": asked["slot_id"], "state": ada.person.remember(slots=kept)}

    answer = at(ada, days=0).post(CHANGES + "/finish", papers)

    assert answer.status_code == 200
    assert answer.json()["spare_seen"] is False


def test_the_words_and_the_last_code_cannot_be_taken_away(seen):
    words, code = (slot.slot_id for slot in seen.made.slots)
    for slot_id, spare in ((words, None), (code, None), (code, seen.made.locks[1])):
        asked = remove_way(seen.person, slot_id, spare=spare)
        assert code_of(seen.room.post(CHANGES, asked)) == "last-way"
    assert StateIndex.objects.get(account=seen.account).ctr == 1


def test_with_two_codes_either_can_go(seen, nobody):
    friend = another_code(seen)
    seen.room.post(CHANGES, add_way(seen.person, friend, spare=seen.made.locks[1]))
    old = seen.made.slots[1].slot_id

    answer = seen.room.post(CHANGES, remove_way(seen.person, old, spare=friend))

    assert answer.status_code == 200
    proof = {"username": seen.username, "auth": text(seen.made.locks[1].auth)}
    assert nobody.post("/api/sign-in/spare", proof).status_code == 401


def test_renewing_with_a_code_closes_every_other_way_in(seen, nobody):
    phone = phone_of(seen)
    friend = another_code(seen)
    seen.room.post(CHANGES, add_way(seen.person, friend, spare=seen.made.locks[1]))
    seen.room.post(CHANGES, add_way(seen.person, device(seen.username, b"t" * 16, None)))
    spare_room = Room(people.sign_in(seen.account, scope=Scope.SPARE, now=clock.now()).raw)

    answer = spare_room.post("/api/ways-in/renew", renew_ways_in(seen.person).payload)

    assert answer.status_code == 200
    assert ways_of(seen) == [1, 2]
    assert not WayChange.objects.exists()
    assert nobody.post("/api/sign-in/device", phone.proof()).status_code == 422


def test_a_removed_device_is_out_at_once(seen, nobody):
    phone = phone_of(seen)
    inside = nobody.post("/api/sign-in/device", phone.proof()).json()["token"]
    asked = remove_way(seen.person, phone.lock.slot_id, spare=seen.made.locks[1])

    assert seen.room.post(CHANGES, asked).status_code in (200, 401)

    assert Room(from_text(inside)).get("/api/me").status_code == 401
    assert code_of(nobody.post("/api/sign-in/device", phone.proof())) == "device-gone"


def test_pieces_that_do_not_fit_each_other_are_malformed(seen):
    lock = device(seen.username, pin=None)
    good = add_way(seen.person, lock, spare=seen.made.locks[1])
    without = {k: v for k, v in good.items() if k not in ("state", "spare_auth")}
    bad = [
        good | {"kind": 2},
        good | {"kind": 4},
        good | {"slot_id": to_text(bytes(16))},
        good | {"kind": 3},
        {k: v for k, v in good.items() if k != "auth"},
        {k: v for k, v in good.items() if k != "state"},
        without | {"state": good["state"]},
        good | {"slot": good["slot"] | {"profile": 1}},
        good | {"slot": good["slot"] | {"type": 5}},
        good | {"slot": good["slot"] | {"g": 1}},
        good | {"slot": good["slot"] | {"salt": to_text(b"s" * 16)}},
        good | {"more": 1},
    ]
    answers = [seen.room.post(CHANGES, papers) for papers in bad]

    assert {answer.status_code for answer in answers} == {400}
    assert ways_of(seen) == [1, 2]
    assert not WayChange.objects.exists()


def test_not_more_than_five_changes_wait(seen):
    locks = [device(seen.username, bytes([n]) * 16, None) for n in range(6)]

    answers = [seen.room.post(CHANGES, add_way(seen.person, lock)) for lock in locks]

    assert [answer.status_code for answer in answers] == [200] * 5 + [422]


def test_nothing_waits_for_a_place_that_is_closed(seen):
    seen.room.post(CHANGES, add_way(seen.person, device(seen.username, pin=None)))

    auth = {"auth": text(seen.made.locks[0].auth)}
    assert seen.room.post("/api/close-place", auth).status_code == 200

    assert not WayChange.objects.exists()
