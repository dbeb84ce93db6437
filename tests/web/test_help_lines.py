"""Help lines at the desk and where people see them: checked by hand, and never none."""

import json

import pytest
from django.test import Client

from alongside.ground import clock
from alongside.programme.help_lines import checked_on, key_of
from alongside.programme.queries import programme
from alongside.web.words import PSEUDO
from tests.web.reading import Page
from tests.web.test_words import crisis_texts, strays_in

FORM = {
    "name": "Night Line",
    "who": "For anyone who cannot sleep.",
    "call": "503-555-0111",
    "text": "",
    "chat": "",
    "hours": "Every night, free",
    "what_happens": "A person says hello.",
    "pair": "",
    "checked": "yes",
}


def key(at):
    return key_of(programme().help_lines[at])


def wait_days(monkeypatch, days):
    day = clock.today() + days
    monkeypatch.setattr(clock, "today", lambda: day)


def help_for_rooms(client):
    answer = client.get("/api/help", headers={"X-Alongside": "1"})
    return [line["name"] for line in json.loads(answer.content)]


def test_finn_cannot_touch_a_help_line(anyone, riverside):
    before = riverside.help_lines
    for end in ("", "/new", f"/{key(0)}", f"/{key(0)}/checked", f"/{key(0)}/take-away"):
        for ask in (anyone.get, anyone.post):
            answer = ask(f"/desk/help-lines{end}", FORM)
            assert answer.status_code == 302
            assert answer.headers["Location"].startswith("/desk/sign-in")
    assert programme().help_lines == before


def test_a_form_from_another_site_touches_no_help_line(desk, riverside):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(desk)

    for end in ("new", f"{key(0)}/checked", f"{key(0)}/take-away"):
        assert strict.post(f"/desk/help-lines/{end}", FORM).status_code == 403
    assert programme().help_lines == riverside.help_lines


def test_looking_at_the_address_of_a_deed_does_nothing(at_desk):
    for end in ("checked", "take-away"):
        assert at_desk.get(f"/desk/help-lines/{key(0)}/{end}").status_code == 405


def test_dora_is_asked_after_90_days_and_says_that_she_looked(at_desk, monkeypatch):
    assert "look at" not in Page(at_desk.get("/desk/")).text
    wait_days(monkeypatch, 91)
    assert "3 help lines wait for you" in Page(at_desk.get("/desk/")).text
    assert Page(at_desk.get("/desk/help-lines")).text.count("Please look again.") == 3

    at_desk.post(f"/desk/help-lines/{key(0)}/checked")

    assert checked_on(programme().help_lines[0]) == clock.today()
    assert "2 help lines wait for you" in Page(at_desk.get("/desk/")).text


def test_a_line_nobody_looked_at_for_180_days_is_shown_nowhere(at_desk, anyone, monkeypatch):
    wait_days(monkeypatch, 100)
    at_desk.post(f"/desk/help-lines/{key(1)}/checked")
    wait_days(monkeypatch, 100)

    assert help_for_rooms(anyone) == ["988 Lifeline"]
    assert Page(anyone.get("/help-now")).links[5:7] == ["tel:988", "sms:988"]
    assert Page(at_desk.get("/desk/help-lines")).text.count("It is not shown.") == 2


def test_the_help_page_is_never_empty(at_desk, anyone, monkeypatch):
    wait_days(monkeypatch, 1000)
    names = ["Emergency services", "Find A Helpline"]

    assert help_for_rooms(anyone) == names
    assert "https://findahelpline.com/" in Page(anyone.get("/help-now")).links
    for _ in programme().help_lines:
        at_desk.post(f"/desk/help-lines/{key(0)}/take-away")
    assert programme().help_lines == []
    assert help_for_rooms(anyone) == names
    assert "You have no help lines yet." in Page(at_desk.get("/desk/help-lines")).text


def test_the_page_a_device_keeps_says_until_when_and_what_is_shown_after_that(
    at_desk, anyone, monkeypatch
):
    first = min(checked_on(line) for line in programme().help_lines)
    assert anyone.get("/help-now/offline").headers["X-Last-Day"] == str(first + 180)
    wait_days(monkeypatch, 10)
    for at in range(len(programme().help_lines)):
        at_desk.post(f"/desk/help-lines/{key(at)}/checked")
    kept = anyone.get("/help-now/offline")
    assert kept.headers["X-Last-Day"] == str(clock.today() + 180)
    assert "tel:988" in Page(kept).links

    old = anyone.get("/help-now/offline?old=yes")

    assert "X-Last-Day" not in old.headers
    assert [link for link in Page(old).links if "tel:" in link or "https:" in link] == [
        "tel:911",
        "https://findahelpline.com/",
    ]


def test_help_is_there_before_there_is_a_programme(nobody):
    answer = nobody.get("/api/help")

    assert [line["name"] for line in answer.json()] == ["Find A Helpline"]


def test_a_line_that_dora_adds_is_seen_at_once(at_desk, anyone):
    answer = at_desk.post("/desk/help-lines/new", FORM)

    assert answer.headers["Location"] == "/desk/help-lines?noted=yes"
    assert "Thank you. It is noted." in Page(at_desk.get(answer.headers["Location"])).text
    assert help_for_rooms(anyone)[-1] == "Night Line"
    assert "tel:503-555-0111" in Page(anyone.get("/help-now")).links


def test_a_room_hears_which_lines_are_never_shown_apart(at_desk, anyone):
    for name in ("Night Line", "Day Line"):
        at_desk.post("/desk/help-lines/new", {**FORM, "name": name, "pair": "night and day"})

    lines = json.loads(anyone.get("/api/help", headers={"X-Alongside": "1"}).content)

    pairs = [(line["name"], line["pair"]) for line in lines]
    assert pairs[-2:] == [("Night Line", "night and day"), ("Day Line", "night and day")]
    assert {pair for _name, pair in pairs[:-2]} == {""}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": ""}, "at most 60 letters"),
        ({"call": ""}, "one way to reach it"),
        ({"call": "ring us"}, "with digits, like 988"),
        ({"chat": "javascript:alert(1)"}, "begins with https://"),
        ({"checked": ""}, "then tick the box"),
        ({"what_happens": ""}, "what happens"),
    ],
)
def test_a_line_that_is_not_whole_is_told_plainly_and_nothing_is_lost(at_desk, change, said):
    answer = at_desk.post("/desk/help-lines/new", {**FORM, **change})

    assert answer.status_code == 422
    assert said in Page(answer).text
    assert 'value="Every night, free"' in answer.content.decode()
    assert len(programme().help_lines) == 3


def test_a_line_that_somebody_else_changed_is_not_confirmed_unseen(at_desk):
    seen = key(1)
    at_desk.post(f"/desk/help-lines/{seen}", {**FORM, "name": "988 Lifeline"})

    gone = at_desk.post(f"/desk/help-lines/{seen}/checked")

    assert "was changed or taken away" in Page(at_desk.get(gone.headers["Location"])).text
    assert at_desk.get(f"/desk/help-lines/{seen}").status_code == 404


def test_what_dora_writes_is_shown_as_text_only(at_desk, anyone):
    at_desk.post("/desk/help-lines/new", {**FORM, "name": "<b>Night</b>"})

    assert "<b>Night" not in anyone.get("/help-now").content.decode()


def test_the_door_says_what_is_missing_and_where_to_mend_it(at_desk, riverside):
    riverside.help_lines = [{**one, "here": False} for one in riverside.help_lines]
    riverside.reviewed_by, riverside.door_open = "", False
    riverside.save()

    answer = at_desk.post("/desk/door", {"turn": "open"})

    assert answer.status_code == 422
    page = Page(answer)
    assert "The door stays shut." in page.text
    places = [link for link in page.links if link.startswith("/desk/")]
    assert {"/desk/promise/duties", "/desk/help-lines", "/desk/new-specialists"} <= set(places)
    assert not programme().door_open
    text = Page(at_desk.get("/desk/help-lines")).text
    assert text.count("It came with the software") == 3


@pytest.mark.parametrize("days", [0, 100, 200])
def test_every_text_of_the_help_lines_is_in_a_catalogue(at_desk, monkeypatch, days):
    wait_days(monkeypatch, days)
    for url in ("/desk/help-lines", f"/desk/help-lines/{key(0)}"):
        page = Page(at_desk.get(url, headers={"Accept-Language": PSEUDO}))
        own = {text for line in programme().help_lines for text in map(str, line.values())}
        assert strays_in(page, crisis_texts() | own | {"·"}) == []
