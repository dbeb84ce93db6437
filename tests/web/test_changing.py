"""Dora changes a setting: she sees which sentences it moves before anything moves."""

import pytest
from django.test import Client

from alongside.programme.checks import SETTINGS
from alongside.programme.models import Programme
from alongside.programme.queries import programme
from alongside.programme.rules import sentences_for
from alongside.web.words import PSEUDO
from tests.web.reading import Page
from tests.web.test_words import strays_in

NEW = {
    "name": {"name": "Hillside Peers"},
    "age": {"min_age": "21"},
    "duties": {
        "passes_on": ["pass-on-life"],
        "reviewed_by": "Lena Berg",
        "reviewed_on": "2025-06-30",
    },
    "keeping": {"retention_months": "3"},
    "choice": {
        "retention_least": "3",
        "retention_most": "12",
        "retention_open_allowed": "no",
    },
    "answering": {"answer_within_hours": "72"},
    "contact": {"contact_name": "Cem", "contact_phone": "503-555-0101"},
    "independent": {"independent_name": "Eve", "independent_phone": "503-555-0102"},
    "leave": {"leave_url": "https://www.example.org/"},
    "time-zone": {"time_zone": "Europe/Madrid"},
    "working-days": {"working_days": ["2", "4", "6"]},
    "in-time": {"in_time_hours": "48"},
}
NO_SENTENCE = {"choice", "leave", "time-zone", "working-days", "in-time"}


def test_every_setting_has_a_form_and_a_new_value_to_try():
    assert set(NEW) == set(SETTINGS)


@pytest.mark.parametrize("setting", NEW)
def test_finn_changes_nothing(anyone, riverside, setting):
    before = sentences_for(riverside)
    for ask in (anyone.get, anyone.post):
        answer = ask(f"/desk/promise/{setting}", {**NEW[setting], "sure": "yes"})
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/desk/sign-in")
    assert sentences_for(programme()) == before


def test_a_form_from_another_site_changes_nothing(desk, riverside):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(desk)

    answer = strict.post("/desk/promise/name", {**NEW["name"], "sure": "yes"})

    assert answer.status_code == 403
    assert programme().name == "Riverside Peers"


@pytest.mark.parametrize("setting", NEW)
def test_a_look_changes_nothing_and_a_yes_does(at_desk, riverside, setting):
    address = f"/desk/promise/{setting}"
    before = {name: getattr(riverside, name) for name in SETTINGS[setting]}

    assert at_desk.get(address).status_code == 200
    looked = Page(at_desk.post(address, NEW[setting]))
    assert {name: getattr(programme(), name) for name in before} == before
    hidden = [given for tag, given in looked.tags if given.get("type") == "hidden"]
    sent = {}
    for given in hidden:
        sent.setdefault(given["name"], []).append(given["value"])
    done = at_desk.post(address, {**sent, "sure": "yes"})

    assert done.headers["Location"] == f"/desk/promise?changed={setting}"
    assert "It is changed." in Page(at_desk.get(done.headers["Location"])).text
    after = {name: getattr(programme(), name) for name in before}
    assert after != before
    assert ("No sentence of our promise changes." in looked.text) is (setting in NO_SENTENCE)


def test_dora_sees_which_sentence_goes_and_which_comes(at_desk):
    page = Page(at_desk.post("/desk/promise/keeping", {"retention_months": "1"}))

    assert "Goes away: What you write is kept for 12 months" in page.text
    assert "New: What you write is kept for one month" in page.text
    assert "Words are kept for 12 months." in page.text
    assert "Words are kept for one month." in page.text
    assert "How long words are kept is their own choice and stays." in page.text
    assert {"del", "ins"} <= {tag for tag, _ in page.tags}


def test_a_new_name_moves_every_sentence_that_holds_it(at_desk, riverside):
    page = Page(at_desk.post("/desk/promise/name", {"name": "Hillside Peers"}))

    assert page.text.count("Goes away:") == page.text.count("New:") == 4


def test_whoever_changes_the_list_says_anew_who_read_it(at_desk, riverside):
    form = Page(at_desk.get("/desk/promise/duties"))

    fields = {given["name"]: given.get("value") for tag, given in form.tags if tag == "input"}
    assert (fields["reviewed_by"], fields["reviewed_on"]) == ("", "")


def test_going_back_keeps_what_was_typed(at_desk):
    page = at_desk.post("/desk/promise/duties", {**NEW["duties"], "sure": "no"})

    ticked = [given["value"] for _, given in Page(page).tags if "checked" in given]
    assert ticked == ["pass-on-life"]
    assert 'value="Lena Berg"' in page.content.decode()
    assert programme().reviewed_by == "Dora Lindqvist"


@pytest.mark.parametrize(
    ("setting", "typed", "said"),
    [
        ("name", {"name": "  "}, "Please write something here."),
        ("age", {"min_age": "five"}, "from 10 to 99"),
        ("duties", {**NEW["duties"], "reviewed_by": ""}, "Please write something here."),
        ("duties", {**NEW["duties"], "reviewed_on": "soon"}, "like this: 2025-06-30"),
        ("duties", {**NEW["duties"], "passes_on": ["all"]}, "not one of the things"),
        ("keeping", {"retention_months": "25"}, "from 0 to 24"),
        ("choice", {**NEW["choice"], "retention_least": "0"}, "from 1 to 24"),
        ("choice", {**NEW["choice"], "retention_most": "25"}, "from 1 to 24"),
        ("choice", {**NEW["choice"], "retention_least": "13"}, "cannot be less than the least"),
        ("choice", {**NEW["choice"], "retention_most": "11"}, "between the least and the most"),
        ("contact", {"contact_name": "Cem", "contact_phone": "?"}, "a phone number"),
        (
            "independent",
            {"independent_name": "Dora Lindqvist", "independent_phone": "503-555-0190"},
            "Name someone else.",
        ),
        ("leave", {"leave_url": "javascript:alert(1)"}, "begins with https://"),
        ("time-zone", {"time_zone": "Mars/Base"}, "time zone"),
    ],
)
@pytest.mark.parametrize("sure", ["", "yes"])
def test_a_wrong_answer_is_told_plainly_and_nothing_is_lost(
    at_desk, riverside, setting, typed, said, sure
):
    before = sentences_for(riverside)

    answer = at_desk.post(f"/desk/promise/{setting}", {**typed, "sure": sure})

    assert answer.status_code == 422
    assert said in Page(answer).text
    assert "Nothing was changed." in Page(answer).text
    for value in typed.values():
        if isinstance(value, str) and value.strip():
            assert f'value="{value}"' in answer.content.decode()
    assert sentences_for(programme()) == before


@pytest.mark.parametrize("sure", ["", "yes"])
@pytest.mark.parametrize(
    ("setting", "typed", "limits", "said"),
    [
        ("keeping", {"retention_months": "7"}, {"retention_most": 6}, "the least and the most"),
        (
            "keeping",
            {"retention_months": "1"},
            {"retention_least": 2},
            "the least and the most",
        ),
        (
            "keeping",
            {"retention_months": "0"},
            {"retention_open_allowed": False},
            "no end date",
        ),
        ("choice", {"retention_open_allowed": "no"}, {"retention_months": 0}, "no end date"),
        ("choice", {"retention_open_allowed": "maybe"}, {}, "Please say yes or no."),
        ("answering", {"answer_within_hours": "36"}, {}, "1 to 14 whole days"),
        ("answering", {"answer_within_hours": "360"}, {}, "1 to 14 whole days"),
        ("answering", {}, {}, "1 to 14 whole days"),
    ],
)
def test_settings_that_do_not_fit_each_other_are_told_plainly(
    at_desk, riverside, setting, typed, limits, said, sure
):
    Programme.objects.update(**{"retention_months": 6, **limits})
    before = programme()
    whole = {**(NEW["choice"] if setting == "choice" else {}), **typed, "sure": sure}

    answer = at_desk.post(f"/desk/promise/{setting}", whole)

    assert answer.status_code == 422
    assert said in Page(answer).text
    assert "Nothing was changed." in Page(answer).text
    for field in SETTINGS[setting]:
        assert getattr(programme(), field) == getattr(before, field)


def test_a_choice_that_stands_is_the_one_that_is_chosen_in_the_form(at_desk, riverside):
    Programme.objects.update(retention_open_allowed=False, answer_within_hours=120)

    for setting, value in (("choice", "no"), ("answering", "120")):
        form = Page(at_desk.get(f"/desk/promise/{setting}"))
        assert [given["value"] for _, given in form.tags if "selected" in given] == [value]


def test_what_was_typed_is_shown_as_text_only(at_desk):
    answer = at_desk.post("/desk/promise/name", {"name": '"><b>Peers</b>'})

    assert "<b>Peers" not in answer.content.decode()


@pytest.mark.parametrize("setting", ["nothing", "home", "door_open", "roster_key"])
def test_what_is_no_setting_is_not_there(at_desk, setting):
    assert at_desk.get(f"/desk/promise/{setting}").status_code == 404
    assert at_desk.post(f"/desk/promise/{setting}", {"sure": "yes"}).status_code == 404


@pytest.mark.parametrize("setting", NEW)
def test_every_text_of_a_form_and_of_a_look_is_in_a_catalogue(at_desk, setting):
    for answer in (
        at_desk.get(f"/desk/promise/{setting}", headers={"Accept-Language": PSEUDO}),
        at_desk.post(
            f"/desk/promise/{setting}", NEW[setting], headers={"Accept-Language": PSEUDO}
        ),
    ):
        assert strays_in(Page(answer), set()) == []
