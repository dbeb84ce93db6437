"""A sitting that was left open ends after an hour, and nobody loses what they had typed."""

from datetime import timedelta

import pytest

from alongside.ground import clock
from tests.cast import sign_in_at_desk
from tests.web.reading import Page

TYPED = "Please call Ada's sister <b>today</b>."


@pytest.fixture
def at_desk(app, desk):
    return sign_in_at_desk(desk, app)


def travel(monkeypatch, **length):
    later = clock.now() + timedelta(**length)
    monkeypatch.setattr(clock, "now", lambda: later)


def test_after_an_hour_without_a_deed_the_desk_is_shut(at_desk, monkeypatch):
    travel(monkeypatch, minutes=60)

    page = at_desk.get("/desk/")

    assert page.status_code == 401
    assert "You are signed out" in Page(page).texts
    assert at_desk.get("/desk/").status_code == 302


def test_whoever_does_something_now_and_then_stays(at_desk, monkeypatch):
    for _ in range(3):
        travel(monkeypatch, minutes=59)
        assert at_desk.get("/desk/").status_code == 200


def test_a_look_within_five_minutes_writes_nothing(at_desk, monkeypatch):
    seen = at_desk.session["seen"]
    travel(monkeypatch, minutes=4)
    at_desk.get("/desk/")
    assert at_desk.session["seen"] == seen
    travel(monkeypatch, minutes=2)
    at_desk.get("/desk/")
    assert at_desk.session["seen"] > seen


def test_a_form_that_comes_too_late_does_nothing_and_gives_its_words_back(at_desk, monkeypatch):
    travel(monkeypatch, minutes=61)

    page = at_desk.post("/desk/new-specialists", {"note": TYPED, "words": "secret five"})

    assert page.status_code == 401
    text = page.content.decode()
    assert "Please call Ada&#x27;s sister &lt;b&gt;today" in text
    assert "secret five" not in text
    assert "What you sent last was not done." in Page(page).texts


def test_the_way_back_leads_in_again(at_desk, desk, app, monkeypatch):
    travel(monkeypatch, minutes=61)
    at_desk.get("/desk/")
    assert at_desk.get("/desk/sign-in").status_code == 200
    travel(monkeypatch, minutes=2)
    assert sign_in_at_desk(desk, app, at_desk).get("/desk/").status_code == 200


def test_pages_in_front_know_nothing_of_it(at_desk, monkeypatch):
    travel(monkeypatch, minutes=61)
    assert at_desk.get("/").status_code == 200
