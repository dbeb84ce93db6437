"""What was refused is counted by the day, and says nothing of anybody."""

import logging
import threading

import pytest

from alongside import turned_away
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.process import ticking

MARKER = "meadow-marker-4242"


@pytest.fixture(autouse=True)
def nothing_yet(monkeypatch):
    monkeypatch.setattr(turned_away, "_counted", type(turned_away._counted)())


@pytest.fixture
def told(caplog):
    """Write down what was counted up to today, and give its lines."""

    def tell(*, before=None):
        caplog.clear()
        with caplog.at_level(logging.WARNING, "alongside.turned_away"):
            turned_away.tell_turned_away(before=before or clock.today() + 1)
        return [r.getMessage() for r in caplog.records if r.name == "alongside.turned_away"]

    return tell


def guesses(nobody, times):
    for _ in range(times):
        papers = {"username": MARKER, "auth": to_text(bytes(32))}
        assert nobody.post("/api/sign-in", papers).status_code == 401


def test_wrong_words_walls_and_tries_too_many_are_counted_by_route(
    ada, ben, asked, nobody, told
):
    guesses(nobody, 5)
    assert (
        nobody.post("/api/sign-in", {"username": MARKER, "auth": "A" * 43}).status_code == 429
    )
    for _ in range(2):
        answer = ada.room.post(f"/api/relationships/{asked.pk + 1_000}/end", {})
        assert answer.status_code == 404
    assert nobody.get("/api/me").status_code == 401

    (line,) = told()

    assert line.startswith(f"Turned away on {clock.date_of(clock.today()).isoformat()}: ")
    assert "401 POST api/sign-in: 5" in line
    assert "429 POST api/sign-in: 1" in line
    assert "404 POST api/relationships/<number>/end: 2" in line
    assert "401 GET api/me: 1" in line


def test_it_names_nobody_and_takes_no_words_from_anybody(ada, asked, nobody, told):
    guesses(nobody, 1)
    nobody.get(f"/api/{MARKER}")
    nobody.client.get(f"/{MARKER}\nTurned away on 2001-01-01: {MARKER}")
    nobody.client.generic(MARKER.upper(), "/api/me")
    ada.room.get(f"/api/relationships/{asked.pk + 70_001}/told")

    (line,) = told()

    for secret in (MARKER, MARKER.upper(), ada.username, str(asked.pk + 70_001), "2001", "\n"):
        assert secret not in line


def test_made_up_addresses_fill_no_memory(nobody, told):
    for number in range(40):
        nobody.client.get(f"/{MARKER}/{number}")

    assert len(turned_away._counted) == 1
    assert told() == [
        f"Turned away on {clock.date_of(clock.today()).isoformat()}: "
        f"404 GET {turned_away.NOWHERE}: 40"
    ]


def test_a_day_is_written_down_once_it_is_over_and_once_only(nobody, told):
    guesses(nobody, 1)

    assert told(before=clock.today()) == []
    assert len(told()) == 1
    assert told() == []


def test_what_is_answered_is_not_written_down(ada, ben, told):
    assert ada.room.get("/api/me").status_code == 200
    assert ben.room.get("/api/me").status_code == 200

    assert told() == []


def test_the_timers_write_it_down_and_so_does_the_end(nobody, monkeypatch):
    asked_for, twice = [], threading.Semaphore(0)

    def tell(*, before):
        asked_for.append(before - clock.today())
        twice.release()

    for deed in ("run_due", "forget_desk_sessions", "end_if_due"):
        monkeypatch.setattr(ticking, deed, lambda **_: None)
    monkeypatch.setattr(ticking, "tell_turned_away", tell)

    with ticking.ticking(every=60, first_after=0.01):
        assert twice.acquire(timeout=5)

    assert asked_for == [0, 1]
