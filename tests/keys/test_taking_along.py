"""Taking things along: with the card at once, without it after three days that others see."""

from datetime import timedelta

import pytest

from alongside.ground import clock
from alongside.keys.models import Slot, WayChange
from alongside.people import actions as people
from alongside.people.models import Scope
from tests.cast import Room
from tests.keys.ways import stale, text

CHANGES = "/api/ways-in/changes"
WISH = {"kind": 4, "slot_id": text(b"take it with me.")}
FINISH = {"slot_id": WISH["slot_id"]}


@pytest.fixture
def seen(ada):
    """Ada has written her spare code down."""
    ada.room.post("/api/ways-in/spare-seen")
    return ada


def with_card(member):
    return {**WISH, "spare_auth": text(member.made.locks[1].auth)}


def at(member, *, days):
    """The same person's room, so many days later."""
    now = clock.now() + timedelta(days=days)
    return Room(people.sign_in(member.account, scope=Scope.FULL, now=now).raw)


def code_of(answer):
    return answer.json()["error"]["code"]


def test_with_the_card_nothing_waits_and_nothing_changes(seen):
    before = seen.room.get("/api/me").json()

    after = seen.room.post(CHANGES, with_card(seen))

    assert after.status_code == 200
    assert after.json() == before
    assert Slot.objects.filter(account=seen.account).count() == 2


def test_without_it_the_wish_stands_on_every_device_for_three_days(seen, monkeypatch):
    seen.room.post(CHANGES, WISH)

    [waiting] = seen.room.get("/api/me").json()["changes"]
    today = clock.today()
    assert waiting == {
        "slot_id": WISH["slot_id"],
        "kind": 4,
        "type": 1,
        "due_on": today + 4,
        "hash": None,
    }
    for days in (0, 3):
        with monkeypatch.context() as later:
            room, now = at(seen, days=days), clock.now() + timedelta(days=days)
            later.setattr(clock, "now", lambda now=now: now)
            assert code_of(room.post(f"{CHANGES}/finish", FINISH)) == "not-yet"


def test_after_three_whole_days_it_is_allowed_once(seen, monkeypatch):
    seen.room.post(CHANGES, WISH)
    room, now = at(seen, days=4), clock.now() + timedelta(days=4)
    monkeypatch.setattr(clock, "now", lambda: now)

    assert room.post(f"{CHANGES}/finish", FINISH).json()["changes"] == []
    assert room.post(f"{CHANGES}/finish", FINISH).status_code == 404


def test_whoever_has_the_card_calls_a_thiefs_wish_off(seen, nobody):
    seen.room.post(CHANGES, WISH)

    auth = text(seen.made.locks[1].auth)
    nobody.post("/api/sign-in/spare", {"username": seen.username, "auth": auth})

    assert not WayChange.objects.filter(account=seen.account).exists()


def test_any_device_calls_it_off(seen):
    seen.room.post(CHANGES, WISH)

    assert seen.room.post(f"{CHANGES}/cancel", FINISH).json()["changes"] == []


def test_whoever_asks_again_begins_to_wait_anew_and_has_one_wish(seen):
    seen.room.post(CHANGES, WISH)
    WayChange.objects.update(due_on=1)
    other = {**WISH, "slot_id": text(b"take it with us.")}

    changes = seen.room.post(CHANGES, other).json()["changes"]

    assert [(one["slot_id"], one["due_on"]) for one in changes] == [
        (other["slot_id"], clock.today() + 4)
    ]


def test_an_old_sign_in_alone_asks_for_nothing(seen):
    stale(seen)

    assert code_of(seen.room.post(CHANGES, WISH)) == "not-fresh"
    assert code_of(seen.room.post(CHANGES, with_card(seen))) == "not-fresh"
    words = {"words_auth": text(seen.made.locks[0].auth)}
    assert seen.room.post(CHANGES, with_card(seen) | words).status_code == 200


def test_a_wrong_code_proves_nothing(seen):
    answer = seen.room.post(CHANGES, {**WISH, "spare_auth": text(bytes(32))})

    assert (answer.status_code, code_of(answer)) == (401, "not-opened")


@pytest.mark.parametrize("more", [{"auth": text(bytes(32))}, {"slot_id": text(bytes(3))}])
def test_an_odd_wish_is_refused_and_nothing_waits(seen, more):
    assert seen.room.post(CHANGES, WISH | more).status_code == 400
    assert not WayChange.objects.exists()


def test_a_state_does_not_go_with_it_and_goes_with_all_else(seen):
    state = seen.room.get("/api/me").json()["state"]
    seen.room.post(CHANGES, WISH)
    WayChange.objects.update(due_on=1)

    assert seen.room.post(f"{CHANGES}/finish", {**FINISH, "state": state}).status_code == 400
    WayChange.objects.update(kind=2)
    assert seen.room.post(f"{CHANGES}/finish", FINISH).status_code == 400
    assert WayChange.objects.count() == 1


def test_finn_cannot_finish_or_find_adas_wish(seen, ben):
    seen.room.post(CHANGES, WISH)

    assert ben.room.post(f"{CHANGES}/finish", FINISH).status_code == 404
    assert ben.room.post(f"{CHANGES}/cancel", FINISH).status_code == 404
