"""What is counted of concerns and measures: coarse, of quarters that are over, of nobody."""

import pytest

from alongside.concerns.actions import forget_old_tallies
from alongside.concerns.actions.tallying import count
from alongside.concerns.decided import counts_by_quarter
from alongside.concerns.measures import COUNTED, Counted
from alongside.concerns.models import Tally
from alongside.counts.rules import QUARTERS, quarter_of
from alongside.ground import clock
from alongside.web.words import CATALOGUES
from tests.concerns.deciding import LIFTED, NO_HELLOS, REMOVAL, WORD, Decided
from tests.concerns.raising import concern
from tests.web.reading import Page

URL = "/desk/concerns"
EN = CATALOGUES["en"]
TODAY = clock.today()
QUARTER = 91


def counted():
    """How often each thing was counted, in this quarter."""
    rows = Tally.objects.filter(quarter=quarter_of(TODAY))
    return {row.what: row.count for row in rows}


def told(today):
    """What the desk is told of the last quarter that is over."""
    found = dict(counts_by_quarter(today=today))
    return found.get(quarter_of(today) - 1)


def test_each_thing_that_happens_is_counted_once_when_it_happens(ada, ben, two, lea):
    eve, dora = two
    raised = concern(ada, ben, eve, dora)
    raised.hand_in()
    raised.looks(eve)
    assert raised.answers(eve, "I read it.", dora).status_code == 200
    assert counted() == {Counted.RAISED: 1, Counted.IN_TIME: 1}

    officers = (eve, dora, lea)
    word = Decided(eve, ben, WORD, 0, officers)
    assert word.set().status_code == 201
    hellos = Decided(eve, ben, NO_HELLOS, 14, officers)
    hellos.set()
    hellos.appeals(dora, lea)
    assert hellos.decides(lea, LIFTED).status_code == 200
    assert counted() == {
        Counted.RAISED: 1,
        Counted.IN_TIME: 1,
        Counted.OF_KIND + WORD: 1,
        Counted.OF_KIND + NO_HELLOS: 1,
        Counted.OF_OUTCOME + LIFTED: 1,
    }


def test_a_removal_counts_once_two_said_yes_and_a_no_of_the_second_counts_as_that(
    ben, finn, two, lea
):
    eve, dora = two
    officers = (eve, dora, lea)
    removal = Decided(eve, ben, REMOVAL, 0, officers)
    removal.set()
    assert counted() == {}
    removal.seconds(dora, yes=False)
    assert counted() == {Counted.NO_SECOND: 1}
    other = Decided(eve, finn, REMOVAL, 0, officers)
    other.set()
    other.seconds(dora, yes=True)
    assert counted() == {Counted.NO_SECOND: 1, Counted.OF_KIND + REMOVAL: 1}


@pytest.mark.django_db
def test_seven_are_told_as_few_nine_as_about_ten_and_none_as_few_too():
    for _ in range(7):
        count(Counted.RAISED, today=TODAY)
    for _ in range(9):
        count(Counted.IN_TIME, today=TODAY)
    rows = told(TODAY + QUARTER)
    assert set(rows) == set(COUNTED)
    assert (rows[Counted.RAISED], rows[Counted.IN_TIME], rows[Counted.LATE]) == (None, 10, None)


def test_the_desk_shows_no_quarter_that_still_runs(at_desk):
    before = quarter_of(TODAY) * QUARTER - 1
    for _ in range(9):
        count(Counted.RAISED, today=TODAY)
    assert EN["desk.concerns.counts.none"] in Page(at_desk.get(URL)).text
    for _ in range(12):
        count(Counted.OF_KIND + WORD, today=before)
    page = Page(at_desk.get(URL)).text
    assert EN["desk.concerns.counts.none"] not in page
    assert EN["desk.concerns.counts.about"].format(count=10) in page
    assert page.count(EN["desk.concerns.counts.few"]) == len(COUNTED) - 1


@pytest.mark.django_db
def test_quarters_that_are_told_no_more_are_forgotten():
    count(Counted.RAISED, today=TODAY - QUARTERS * QUARTER)
    count(Counted.RAISED, today=TODAY - (QUARTERS - 1) * QUARTER)
    assert forget_old_tallies(today=TODAY) == 1
    assert Tally.objects.get().quarter == quarter_of(TODAY) - QUARTERS + 1
