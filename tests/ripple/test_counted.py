"""Who is counted, for what, how often, and what of it can be told."""

import pytest

from alongside.counts.actions import note
from alongside.counts.models import Batch, Figure
from alongside.counts.rules import LEAST, PASSED_ON, REACHED
from alongside.counts.sealing import Tally, opened
from alongside.ground import clock
from alongside.people.models import Account
from alongside.relationships import actions as relationships
from alongside.relationships.models import Relationship
from alongside.ripple import actions, queries
from alongside.ripple.models import Counted
from alongside.ripple.rules import (
    HAS_GIVEN,
    NO_LATER,
    SIX_MONTHS,
    YEAR,
    Role,
    bit,
    topic_of,
)
from alongside.timers.actions import run_due
from tests.cast import accept, ask, bring_in

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
TODAY = clock.today()
READY = TODAY + SIX_MONTHS


def tallies():
    """Every open batch, for whoever has the server's own keys."""
    found = Batch.objects.order_by("topic")
    return {one.topic: opened(bytes(one.sealed_tally), bytes(one.salt)) for one in found}


def be_counted(member, generation=0):
    actions.be_counted(member.account, generation=generation, today=TODAY)


def end(talking, on=TODAY):
    relationships.end(talking, by=talking.client, today=on)


def welcome(talking, ada, ben, on=READY):
    actions.ask_for(talking, Role.WELCOMING, by=ada.account, today=on)
    actions.answer(talking, Role.WELCOMING, by=ben.account, yes=True, today=on)


def test_nobody_is_counted_before_they_say_so(ada, ben, talking):
    welcome(talking, ada, ben)
    end(talking)
    assert actions.count_who_is_due(today=TODAY + YEAR) == 0
    assert tallies() == {}


def test_ada_lets_herself_be_counted_once_for_what_she_reached(ada, ben, talking):
    for _ in range(2):
        be_counted(ada)
    welcome(talking, ada, ben)
    be_counted(ada)
    one = Tally(1, 1)
    assert tallies() == {topic_of(1, Role.SUPPORTED): one, topic_of(1, Role.WELCOMING): one}


def test_who_says_no_and_yes_again_is_counted_once_all_the_same(ada, talking):
    for counted in (True, False, True):
        papers = {"counted": counted, "generation": 0}
        assert ada.room.put("/api/ripple", papers).json()["counted"] is counted
    assert tallies() == {topic_of(1, Role.SUPPORTED): Tally(1, 1)}


def test_who_says_no_is_counted_for_nothing_that_comes_after(ada, ben, talking):
    be_counted(ada)
    actions.stop_being_counted(ada.account)
    welcome(talking, ada, ben)
    end(talking)
    actions.count_who_is_due(today=TODAY + YEAR)
    assert set(tallies()) == {topic_of(1, Role.SUPPORTED)}


@pytest.mark.parametrize(("theirs", "through"), [(0, 1), (1, 2), (2, 3), (3, 3)])
def test_a_generation_is_what_the_supporter_says_and_one_more(
    ada, ben, talking, theirs, through
):
    be_counted(ben, theirs)
    be_counted(ada, generation=3)
    assert Counted.objects.get(account=ada.account).generation == through
    assert set(tallies()) == {
        topic_of(theirs, Role.SPECIALIST),
        topic_of(through, Role.SUPPORTED),
    }


def test_of_a_supporter_who_is_not_counted_nothing_is_taken(ada, ben, talking):
    be_counted(ben, 2)
    actions.stop_being_counted(ben.account)
    be_counted(ada)
    assert Counted.objects.get(account=ada.account).generation == 1


@pytest.mark.parametrize("gives", [True, False])
def test_a_year_after_the_end_ada_is_asked_once_by_the_timers(ada, ben, talking, gives):
    be_counted(ada)
    end(talking)
    if gives:
        welcome(talking, ada, ben)
    assert actions.count_who_is_due(today=TODAY + YEAR - 1) == 0
    assert actions.count_who_is_due(today=TODAY + YEAR) == 1
    assert actions.count_who_is_due(today=TODAY + YEAR) == 0
    assert tallies()[PASSED_ON] == Tally(1, int(gives))


def test_who_gave_support_after_the_end_and_stepped_back_has_given_it(ada, ben, talking):
    be_counted(ada)
    end(talking)
    welcome(talking, ada, ben)
    actions.take_back(ada.account, Role.WELCOMING)
    actions.count_who_is_due(today=TODAY + YEAR)
    assert tallies()[PASSED_ON] == Tally(1, 1)


def test_who_stepped_back_before_the_end_has_not_given_it_since(ada, ben, talking):
    be_counted(ada)
    welcome(talking, ada, ben)
    actions.take_back(ada.account, Role.WELCOMING)
    end(talking)
    actions.count_who_is_due(today=TODAY + YEAR)
    assert tallies()[PASSED_ON] == Tally(1, 0)


def test_once_ada_is_counted_no_bit_says_what_she_was_counted_with(ada, ben, talking):
    be_counted(ada)
    end(talking)
    welcome(talking, ada, ben)
    actions.take_back(ada.account, Role.WELCOMING)
    assert Counted.objects.get().done & bit(HAS_GIVEN)
    actions.count_who_is_due(today=TODAY + YEAR)
    assert not Counted.objects.get().done & bit(HAS_GIVEN)
    welcome(talking, ada, ben)
    actions.take_back(ada.account, Role.WELCOMING)
    assert not Counted.objects.get().done & bit(HAS_GIVEN)


@pytest.mark.parametrize("steps_back", [True, False])
def test_a_step_after_the_year_is_not_in_it_however_late_the_timers_come(
    ada, ben, talking, steps_back
):
    be_counted(ada)
    end(talking)
    late = TODAY + YEAR + NO_LATER - 1
    welcome(talking, ada, ben, on=late)
    if steps_back:
        actions.take_back(ada.account, Role.WELCOMING)
    assert actions.count_who_is_due(today=late) == 1
    assert tallies()[PASSED_ON] == Tally(1, 0)


def test_who_says_yes_to_being_counted_years_later_is_not_in_the_share(ada, talking):
    end(talking)
    be_counted(ada)
    assert actions.count_who_is_due(today=TODAY + YEAR + NO_LATER) == 0
    assert actions.count_who_is_due(today=TODAY + YEAR + NO_LATER - 1) == 1


def test_ada_is_not_told_how_support_came_to_ben_and_ben_is(ada, ben, talking):
    ben.room.put("/api/ripple", {"counted": True, "generation": 2})
    told = ada.room.put("/api/ripple", {"counted": True, "generation": 0}).json()
    assert (told["counted"], told["generation"]) == (True, None)
    assert ada.room.get("/api/ripple").json()["generation"] is None
    assert ben.room.get("/api/ripple").json()["generation"] == 2


def test_whoever_is_supported_again_is_not_asked_yet(ada, ben, talking):
    be_counted(ada)
    end(talking)
    accept(ask(ada, ben)[0], ben)
    assert actions.count_who_is_due(today=TODAY + YEAR) == 0


def test_the_timers_ask(ada, talking):
    be_counted(ada)
    end(talking)
    Relationship.objects.update(
        asked_on=TODAY - YEAR, agreed_on=TODAY - YEAR, ended_on=TODAY - YEAR
    )
    assert run_due(now=clock.now()) == []
    assert PASSED_ON in tallies()


def test_what_is_told_is_whole_batches_and_nothing_of_an_open_one(house):
    people = [
        Account.objects.create(username=f"many-{at}", ref=at.to_bytes(16, "big"))
        for at in range(2 * LEAST + 7)
    ]
    topic = topic_of(1, Role.SUPPORTED)
    seen = []
    for person in people:
        note(topic, person, yes=True, today=TODAY)
        told = queries.told(today=TODAY).cells
        seen.append(next(c.people for c in told if (c.generation, c.role) == (1, 0)))
    assert seen == [*[None] * 7, *[8] * 8, *[16] * 8]
    assert Figure.objects.filter(topic=topic).count() == 2


def test_a_share_is_told_from_eight_batches_on(house):
    for quarter in range(8):
        assert queries.told(today=TODAY).passed_on is None
        Figure.objects.create(topic=PASSED_ON, quarter=TODAY // 91 - quarter, about=5)
    told = queries.told(today=TODAY).passed_on
    assert (told.people, told.about) == (64, 40 / 64)


def test_telling_and_asking_take_a_fixed_number_of_questions(
    ada, ben, talking, django_assert_max_num_queries
):
    for topic in REACHED:
        Figure.objects.create(topic=topic, quarter=TODAY // 91, about=10)
    with django_assert_max_num_queries(1):
        queries.told(today=TODAY)
    for name in ("cem", "eve", "finn"):
        client = bring_in(name)
        one = accept(ask(client, ben)[0], ben)
        actions.ask_for(one, Role.WELCOMING, by=client.account, today=READY)
    with django_assert_max_num_queries(6):
        assert len(queries.mine(ben.account, today=TODAY).asked) == 3
