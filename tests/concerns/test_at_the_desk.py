"""Concerns at the desk: what the programme promises, and nobody who raised one."""

import pytest

from alongside.concerns.models import Concern, Measure, Partner
from alongside.ground import clock
from alongside.web.words import CATALOGUES
from bench.desk import QUESTIONS
from bench.plans import statements_of
from tests.concerns.deciding import NO_HELLOS, Decided
from tests.concerns.raising import concern
from tests.web.reading import Page

URL, SAY = "/desk/concerns", "/desk/concerns/say"
EN = CATALOGUES["en"]


def test_dora_says_within_how_many_days_and_who_else_can_help(at_desk, ada, ben, two):
    eve, dora = two
    form = {"within": "3", "outside": "Ombudsman, 555 0102\n", "partner": [eve.account.pk]}
    answer = at_desk.post(SAY, form)
    assert answer.status_code == 302
    assert EN["desk.concerns.kept"] in Page(at_desk.get(answer.headers["Location"])).text
    told = ada.room.get("/api/concern-officers").json()
    assert (told["answer_within"], told["outside"]) == (3, ["Ombudsman, 555 0102"])
    assert [one["is_partner"] for one in told["officers"]] == [True, False]
    concern(ada, ben, eve, dora).hand_in()
    assert Concern.objects.get().due_on <= clock.today() + 5


@pytest.mark.parametrize(
    "wrong", [{"within": "0"}, {"within": "21"}, {"within": "soon"}, {"outside": "x\n" * 6}]
)
def test_what_does_not_fit_is_kept_in_the_form_and_nowhere_else(at_desk, ada, wrong):
    answer = at_desk.post(SAY, {"within": "4", "outside": "Ombudsman", **wrong})
    assert answer.status_code == 422
    page = Page(answer)
    assert EN["desk.concerns.wrong"] in page.text
    assert ada.room.get("/api/concern-officers").json()["answer_within"] == 5


def test_the_desk_counts_what_waits_and_names_neither_who_raised_it_nor_whom_it_is_about(
    at_desk, ada, ben, two
):
    concern(ada, ben, *two).hand_in()
    concern(ada, ben, *two).hand_in()
    Concern.objects.filter(pk=Concern.objects.first().pk).update(due_on=clock.today() - 1)
    page = Page(at_desk.get(URL))
    assert "2 wait for an answer." in page.text
    assert "1 of them late." in page.text
    assert "Eve comes from" in page.text
    for other in (ada.username, ben.username, "Ben"):
        assert other not in page.text


def test_only_an_officer_is_named_as_a_partner_and_too_few_is_said(at_desk, ada, ben):
    at_desk.post(SAY, {"within": "4", "outside": "", "partner": [ben.account.pk, "x"]})
    assert not Partner.objects.exists()
    assert EN["desk.concerns.few"] in Page(at_desk.get(URL)).text


@pytest.mark.both_databases
def test_the_first_page_says_how_many_concerns_and_appeals_are_late_and_whose_to_nobody(
    at_desk, ada, ben, two, lea
):
    eve, dora = two
    for _ in range(3):
        concern(ada, ben, *two).hand_in()
    measure = Decided(eve, ben, NO_HELLOS, 60, (eve, dora, lea))
    measure.set()
    measure.appeals(dora, lea)
    assert "late" not in Page(at_desk.get("/desk/")).text
    yesterday = clock.today() - 1
    Measure.objects.update(due_on=yesterday)
    assert EN["desk.concerns.note.one"] in Page(at_desk.get("/desk/")).text
    Concern.objects.filter(pk=Concern.objects.first().pk).update(due_on=yesterday)

    page = Page(at_desk.get("/desk/"))

    assert EN["desk.concerns.note"].format(count=2) in page.text
    assert URL in page.links
    for other in (ada.username, ben.username, "Ben", "Eve"):
        assert other not in page.text
    assert statements_of(lambda: at_desk.get("/desk/")) <= QUESTIONS
