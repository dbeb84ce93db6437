"""Circles at the desk: what was thought through, by whom and when, and nobody who is in one."""

import pytest
from django.test import Client

from alongside.circles.models import RiskAssessment
from alongside.circles.queries import are_circles_held
from alongside.circles.rules import LONGEST_ANSWER, QUESTIONS
from alongside.ground import clock
from alongside.web.words import CATALOGUES
from tests.circles.conftest import AtCircles
from tests.web.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
URL, WRITE = "/desk/circles", "/desk/circles/write"
ANSWERS = {name: f"What we do about {name}." for name in QUESTIONS}
EN = CATALOGUES["en"]


@pytest.fixture
def at_desk(house, desk):
    client = Client()
    client.force_login(desk)
    return client


def form(*, over=0, holds="yes", **answers):
    return {**ANSWERS, "over": str(over), "holds": holds, **answers}


def keeps(at_desk, **typed):
    answer = at_desk.post(WRITE, form(**typed))
    assert answer.status_code == 302
    return Page(at_desk.get(answer.headers["Location"]))


def test_dora_writes_what_the_team_thought_through_and_circles_may_begin(at_desk, ben, lea):
    assert EN["desk.circles.state.not-yet"] in Page(at_desk.get(URL)).text
    page = keeps(at_desk)
    assert EN["desk.circles.kept"] in page.text
    assert EN["desk.circles.state.on"] in page.text
    written = RiskAssessment.objects.get()
    assert (written.version, written.answers) == (1, ANSWERS)
    assert (written.by_name, written.filled_on) == ("Dora", clock.today())
    for words in ("Written by Dora", *ANSWERS.values()):
        assert words in page.text
    assert AtCircles().proposes(ben, lea).status_code == 201


def test_a_programme_that_holds_none_says_so_with_every_question_open(at_desk, ben, lea):
    keeps(at_desk)
    page = keeps(at_desk, over=1, holds="no", **dict.fromkeys(QUESTIONS, " "))
    assert EN["desk.circles.state.none"] in page.text
    assert EN["desk.circles.left"] in page.text
    assert not are_circles_held()
    assert AtCircles().proposes(ben, lea).status_code == 422


def test_the_desk_counts_circles_and_names_nobody_in_them(at_desk, circle, ben, lea):
    page = Page(at_desk.get(URL))
    assert EN["desk.circles.going.one"] in page.text
    assert circle.row.name not in page.html
    for who in (ben, lea):
        assert who.account.ref.hex() not in page.html
    assert "Ben" not in page.text
    keeps(at_desk, over=1, holds="no")
    assert EN["desk.circles.going.on"] in Page(at_desk.get(URL)).text


def test_an_open_question_keeps_every_word_and_says_where_it_is_open(at_desk):
    answer = at_desk.post(WRITE, form(harm="  "))
    page = Page(answer)
    assert answer.status_code == 422
    assert EN["desk.circles.wrong.look"] in page.text
    assert page.text.count(EN["desk.circles.open"]) == 1
    assert ("textarea", "harm-hint harm-wrong") in [
        (tag, given.get("aria-describedby"))
        for tag, given in page.tags
        if "aria-invalid" in given
    ]
    for name in set(QUESTIONS) - {"harm"}:
        assert ANSWERS[name] in page.text
    assert not RiskAssessment.objects.exists()


def test_an_answer_is_as_long_as_the_browser_counts_it(at_desk):
    longest = "é\r\n" * (LONGEST_ANSWER // 2 - 1) + "ab"
    keeps(at_desk, who=longest + "\x00")
    assert RiskAssessment.objects.get().answers["who"] == longest.replace("\r\n", "\n")
    answer = at_desk.post(WRITE, form(over=1, who=longest + "c"))
    assert answer.status_code == 422
    assert f"up to {LONGEST_ANSWER} letters" in Page(answer).text


@pytest.mark.parametrize("holds", ["", "maybe"])
def test_whether_circles_are_held_is_said_and_never_guessed(at_desk, holds):
    answer = at_desk.post(WRITE, form(holds=holds))
    assert answer.status_code == 422
    assert EN["desk.circles.wrong.choose"] in Page(answer).text
    assert not RiskAssessment.objects.exists()


@pytest.mark.parametrize("over", ["0", "", "-1", "9" * 30, "two"])
def test_two_who_write_at_once_write_over_nothing_unseen(at_desk, over):
    keeps(at_desk, who="What the first one wrote.")
    answer = at_desk.post(WRITE, form(over=over))
    page = Page(answer)
    assert answer.status_code == 422
    assert EN["desk.circles.wrong.meanwhile"] in page.text
    assert page.text.count(EN["desk.circles.theirs"]) == 1
    assert "What the first one wrote." in page.text
    assert ANSWERS["who"] in page.text
    assert RiskAssessment.objects.count() == 1
    # The form knows of the other version now: kept a second time, it counts.
    seen = next(given["value"] for tag, given in page.tags if given.get("name") == "over")
    keeps(at_desk, over=seen)
    assert RiskAssessment.objects.count() == 2


def test_whoever_comes_second_reads_what_the_other_said_of_holding_circles_too(at_desk):
    keeps(at_desk, holds="no")
    page = Page(at_desk.post(WRITE, form()))
    assert page.text.count(EN["desk.circles.theirs"]) == 1
    assert page.text.count(EN["desk.circles.holds.no"]) == 2


def test_every_version_stays_as_it_was_written_one_step_from_the_next(at_desk):
    keeps(at_desk, who="First thoughts.")
    keeps(at_desk, over=1, who="Second thoughts.")
    newest = Page(at_desk.get(URL))
    assert "Second thoughts." in newest.text
    assert "/desk/circles/1" in newest.links
    first = Page(at_desk.get("/desk/circles/1"))
    assert "First thoughts." in first.text
    assert EN["desk.circles.old"] in first.text
    assert "/desk/circles/2" in first.links
    assert "Second thoughts." in Page(at_desk.get(WRITE)).text, "one goes on from the newest"


@pytest.mark.parametrize("version", ["0", "2", "9" * 30])
def test_a_version_nobody_wrote_is_not_there(at_desk, version):
    keeps(at_desk)
    assert at_desk.get(f"/desk/circles/{version}").status_code == 404
