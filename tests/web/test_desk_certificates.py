"""Certificates at the desk: a yes is said here, and whoever asked sees that somebody looked."""

import json

import pytest

from alongside.certificates import actions, queries, signing
from alongside.certificates.models import Certificate, SigningKey
from alongside.certificates.rules import Chosen, State
from alongside.ground import clock
from alongside.programme import actions as programmes
from alongside.programme.credentials import Credential
from alongside.programme.models import Credential as Row
from alongside.ripple.models import Step
from alongside.wall.actions import Kind, tell_looks
from alongside.wall.models import Row as WallRow
from tests.web.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
URL, TODAY = "/desk/certificates", clock.today()
FORM = {"title": "Hosting a group", "hours": "12", "done": "2026-03-04"}


@pytest.fixture
def begun(at_desk, settings, tmp_path):
    """Dora has pressed the button that makes the key."""
    settings.DATA = tmp_path
    at_desk.post(f"{URL}/key")
    return SigningKey.objects.get()


@pytest.fixture
def wished(ben, desk, begun):
    """Ben asked for a certificate of something the desk put down."""
    one = Credential("Hosting, a weekend", "", TODAY - 9, None)
    programmes.put_credential(ben.account.pk, one, by=desk, today=TODAY)
    return actions.ask(ben.account, 9, Row.objects.get().pk, known_as="")


def test_before_the_key_is_made_the_page_says_what_it_is(at_desk):
    text = Page(at_desk.get(URL)).text
    assert "Make the key and begin" in text
    assert "Who asks" not in text


def test_without_its_library_the_page_says_what_is_missing(at_desk, monkeypatch):
    monkeypatch.setattr(signing, "is_here", lambda: False)
    assert "add one part first" in Page(at_desk.get(URL)).text
    assert "not on this server yet" in Page(at_desk.post(f"{URL}/key")).text
    assert not SigningKey.objects.exists()


def test_dora_says_yes_and_ben_can_make_his_file(at_desk, ben, wished):
    page = Page(at_desk.get(URL))
    assert "Ben : Hosting, a weekend" in page.text.replace("Ben: ", "Ben : ")
    assert at_desk.post(f"{URL}/{wished.pk}/answer", FORM).status_code == 302
    wished.refresh_from_db()
    assert (wished.state, wished.title, wished.hours) == (State.STANDS, "Hosting a group", 12)
    file = actions.make_file(ben.account, wished.pk, Chosen("", True, True, True, True))
    assert signing.read(file, queries.keys_that_hold()).hours == 12
    assert "Files made: 1." in Page(at_desk.get(URL)).text


def test_not_now_needs_no_form(at_desk, wished):
    at_desk.post(f"{URL}/{wished.pk}/answer", {"not-now": "yes", "title": ""})
    wished.refresh_from_db()
    assert wished.state == State.NOT_NOW


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"title": "Recovery course"}, "says too much about somebody"),
        ({"title": ""}, "120 characters or less"),
        ({"hours": "many"}, "whole hours from 1 to 2000"),
        ({"done": ""}, "the day it was done"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(at_desk, wished, typed, says):
    answer = at_desk.post(f"{URL}/{wished.pk}/answer", FORM | typed)
    assert answer.status_code == 422
    page = Page(answer)
    assert says in page.text
    values = {given.get("value") for tag, given in page.tags if tag == "input"}
    assert set((FORM | typed).values()) <= values | {""}
    wished.refresh_from_db()
    assert wished.state == State.ASKED


def test_what_two_coordinators_answer_is_answered_once(at_desk, wished):
    at_desk.post(f"{URL}/{wished.pk}/answer", FORM)
    late = at_desk.post(f"{URL}/{wished.pk}/answer", {"not-now": "yes"})
    assert late.status_code == 422
    assert "no longer asked" in Page(late).text
    wished.refresh_from_db()
    assert wished.state == State.STANDS


def test_dora_takes_it_back_and_the_page_shows_it_no_more(at_desk, wished):
    at_desk.post(f"{URL}/{wished.pk}/answer", FORM)
    at_desk.post(f"{URL}/{wished.pk}/take-back")
    assert "There is none yet." in Page(at_desk.get(URL)).text
    assert Certificate.objects.get().state == State.TAKEN_BACK


def test_of_a_client_the_desk_reads_what_they_wrote_and_no_other_name(at_desk, ada, begun):
    Step.objects.create(account=ada.account, role=1, quarter=226)
    actions.ask(ada.account, 1, 0, known_as="From the Tuesday course")
    text = Page(at_desk.get(URL)).text
    assert "From the Tuesday course" in text
    assert ada.account.username not in text
    assert "Welcoming new people" in {
        given.get("value") for _, given in Page(at_desk.get(URL)).tags
    }


def test_whoever_asked_reads_on_their_wall_that_the_team_looked(at_desk, ben, wished):
    at_desk.get(URL)
    tell_looks()
    rows = WallRow.objects.filter(account=ben.account, kind=Kind.STAFF_VIEW)
    assert [json.loads(bytes(row.told))["other"] for row in rows] == [""]


def test_a_list_that_is_long_goes_on_and_asks_no_more_of_the_books(
    at_desk, ben, begun, django_assert_max_num_queries
):
    Certificate.objects.bulk_create(
        [
            Certificate(account=ben.account, source=9, number=at, state=1, title=f"No {at}")
            for at in range(60)
        ]
    )
    Certificate.objects.update(done_on=TODAY)
    with django_assert_max_num_queries(30):
        first = Page(at_desk.get(URL))
    assert "Later ones" in first.text
    assert "No 24" in first.text
    assert "No 25" not in first.text
    last = Page(at_desk.get(f"{URL}?page=3")).text
    assert "No 59" in last
    assert "Earlier ones" in last
