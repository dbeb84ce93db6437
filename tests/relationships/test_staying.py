"""Until which day the one before stays: Ada's room asks her then, and no clock acts."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.conversations import actions as conversations
from alongside.ground import clock
from alongside.relationships import handing as rules
from alongside.relationships.models import Handed, Handover, State
from alongside.timers.actions import run_due
from tests.cast import sign_in_at_desk
from tests.relationships.handing import act, code, come, header_with, look, members_of, seen

TODAY = clock.today()
DAY = TODAY + 14


def three(talking, ada, ben, lea):
    """Ada let Lea in, and Ben reads on; gives what Ada and Lea are to each other."""
    hers = come(ada, talking, lea)
    header_with(talking, ada, ben, lea)
    assert look(ada, talking).json()["handover"]["state"] == "together"
    return hers


def name_day(who, relationship, until=DAY):
    """Name a day, and give the answer."""
    return act(who, relationship, "handover/until", {"until_on": until})


@given(st.one_of(st.none(), st.integers(900, 1_200)))
def test_a_stay_has_no_day_or_one_in_the_next_eight_weeks(until):
    assert rules.is_stay(until, today=1_000) == (until is None or until in range(1_001, 1_057))


def test_the_day_that_ada_names_is_seen_by_all_three(talking, ada, ben, lea):
    hers = three(talking, ada, ben, lea)
    assert seen(ben, talking)["handover"]["until_on"] is None

    assert name_day(ada, talking).json()["handover"]["until_on"] == DAY

    for who, theirs in ((ada, talking), (ben, talking), (lea, hers)):
        assert seen(who, theirs)["handover"]["until_on"] == DAY


def test_ada_may_name_it_before_she_lets_lea_in_move_it_and_take_it_away(
    talking, ada, ben, lea
):
    come(ada, talking, lea)
    for until in (DAY, DAY + 7, None):
        assert name_day(ada, talking, until).json()["handover"]["until_on"] == until


def test_on_that_day_nothing_moves_by_itself(talking, ada, ben, lea):
    three(talking, ada, ben, lea)
    name_day(ada, talking)

    now = datetime.now(UTC) + timedelta(days=40)
    conversations.look_everywhere(today=TODAY + 40)
    assert run_due(now=now) == []

    assert Handover.objects.get().state == Handed.TOGETHER
    assert members_of(talking)[ben.account.pk] is True
    talking.refresh_from_db()
    assert talking.state == State.ACTIVE


def test_with_the_header_by_which_ben_goes_the_day_is_forgotten(talking, ada, ben, lea):
    three(talking, ada, ben, lea)
    name_day(ada, talking)
    header_with(talking, ada, lea)

    assert look(ada, talking).json()["ended_how"] == "handed-over"

    assert Handover.objects.get().until_on is None


def test_nobody_but_ada_names_the_day(talking, ada, ben, lea, cem, finn, dora):
    hers = three(talking, ada, ben, lea)
    for who, theirs in ((ben, talking), (lea, hers), (lea, talking), (cem, talking)):
        assert code(name_day(who, theirs)) == (404, "not-found")
    for who in (finn, dora):
        assert code(name_day(who, talking)) == (404, "not-found")
    assert Handover.objects.get().until_on is None


@pytest.mark.parametrize("until", [TODAY - 1, TODAY, TODAY + 57])
def test_a_day_that_is_of_no_help_is_refused_and_the_one_before_stands(
    talking, ada, ben, lea, until
):
    three(talking, ada, ben, lea)
    name_day(ada, talking)

    assert code(name_day(ada, talking, until)) == (422, "not-a-stay")

    assert Handover.objects.get().until_on == DAY


def test_there_is_no_day_of_a_stay_where_nobody_comes_or_somebody_stands_in(
    talking, ada, ben, lea
):
    assert code(name_day(ada, talking)) == (422, "not-now")
    come(ada, talking, lea, kind="stand-in")
    agreed = Handover.objects.get().until_on
    assert code(name_day(ada, talking, agreed + 7)) == (422, "not-now")
    assert Handover.objects.get().until_on == agreed


def test_the_desk_sees_nothing_of_the_day(talking, ada, ben, lea, desk, app):
    three(talking, ada, ben, lea)
    at_desk = sign_in_at_desk(desk, app)
    pages = ("/desk/relationships", f"/desk/relationships/{talking.pk}")
    before = [shown(at_desk, page) for page in pages]

    name_day(ada, talking)

    assert [shown(at_desk, page) for page in pages] == before


def shown(at_desk, page):
    """What stands on a page of the desk, without what its forms carry anew each time."""
    said = at_desk.get(page).content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", said)
