"""The record of training: what the desk puts down, what runs out, and who reads it."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from alongside.ground import clock
from alongside.people.announcements import PlaceClosed
from alongside.programme import actions, queries
from alongside.programme.credentials import LONGEST, MOST, WARN_DAYS, Credential
from alongside.programme.models import Credential as Row
from tests.web.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
ADD = "/desk/credentials/add"


def in_days(days: int) -> str:
    return (clock.now() + timedelta(days=days)).date().isoformat()


@pytest.fixture
def form(ben):
    return {
        "of": ben.account.pk,
        "what": "Peer support, 60 hours",
        "given": "The county",
        "done": in_days(-300),
        "until": in_days(WARN_DAYS),
    }


def own(member):
    return member.room.get("/api/credentials").json()["credentials"]


def test_dora_puts_it_down_ben_reads_it_and_nobody_else_does(at_desk, form, ada, ben, cem):
    assert at_desk.post(ADD, form).status_code == 302
    today = clock.today()
    assert own(ben) == [
        {
            "what": "Peer support, 60 hours",
            "given_by": "The county",
            "done_on": today - 300,
            "runs_out_on": today + WARN_DAYS,
        }
    ]
    assert own(ada) == own(cem) == []
    shown = Page(at_desk.get(f"/desk/credentials?of={ben.account.pk}")).text
    assert "The county. Done on" in shown
    number = Row.objects.get().pk
    at_desk.post(f"/desk/credentials/{number}/take-out", {"of": ben.account.pk})
    at_desk.post(f"/desk/credentials/{number}/take-out", {"of": ben.account.pk})
    assert own(ben) == []


def test_what_was_learnt_before_1970_is_read_as_well(at_desk, form, ben):
    assert at_desk.post(ADD, form | {"done": "1968-05-02"}).status_code == 302
    assert own(ben)[0]["done_on"] == -609
    could = ben.room.get("/api/certificates").json()["could"]
    assert [one["done_on"] for one in could] == [-609]


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (WARN_DAYS, "Holds until"),
        (0, "Holds until"),
        (-1, "Ran out on"),
        (WARN_DAYS + 1, "Nothing runs out soon."),
        (None, "Nothing runs out soon."),
    ],
)
def test_what_runs_out_within_sixty_days_or_did_is_said_first(at_desk, form, until, said):
    at_desk.post(ADD, {**form, "until": "" if until is None else in_days(until)})
    first = Page(at_desk.get("/desk/credentials")).text
    assert said in first
    assert ("Peer support, 60 hours" in first) is (said != "Nothing runs out soon.")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"what": " "}, "what it was"),
        ({"what": "x" * (LONGEST + 1)}, "what it was"),
        ({"given": "a\x07b"}, "who gave it"),
        ({"done": ""}, "the day it was done"),
        ({"done": "2026-02-30"}, "the day it was done"),
        ({"done": "0001-01-01"}, "the day it was done"),
        ({"done": in_days(2)}, "the day it was done"),
        ({"until": in_days(-301)}, "a day that comes after"),
        ({"until": "9999-12-31"}, "a day that comes after"),
    ],
)
def test_what_is_not_right_changes_nothing_and_stays_on_the_page(at_desk, form, change, said):
    answer = at_desk.post(ADD, {**form, **change})
    assert answer.status_code == 422
    assert said in Page(answer).text
    assert re.search(r'value="(Peer support, 60 hours|x{121}|\s)"', answer.content.decode())
    assert not Row.objects.exists()


def test_no_record_is_kept_of_clients_and_each_has_an_end(at_desk, form, ada, ben, desk):
    for number in (ada.account.pk, 0, "\x00", ""):
        assert at_desk.post(ADD, {**form, "of": number}).status_code == 422
    assert not Row.objects.exists()
    today = clock.today()
    one = Credential("A day", "", today, None)
    for _ in range(MOST):
        actions.put_credential(ben.account.pk, one, by=desk, today=today)
    answer = at_desk.post(ADD, form)
    assert "One record holds 60 rows" in Page(answer).text
    assert Row.objects.count() == MOST


def test_it_goes_with_the_place(at_desk, form, ben):
    at_desk.post(ADD, form)
    actions.forget_of_closed(PlaceClosed(ben.account))
    assert queries.credentials_of(ben.account.pk) == []


def test_a_form_from_elsewhere_and_a_stranger_put_nothing_down(anyone, desk, form):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(desk)
    for address in (ADD, "/desk/credentials/1/take-out"):
        assert anyone.post(address, form).headers["Location"].startswith("/desk/sign-in")
        assert strict.post(address, form).status_code == 403
    assert not Row.objects.exists()
