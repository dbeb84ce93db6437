import pytest

from alongside.ground import clock
from alongside.people.queries import is_blocked
from alongside.programme.models import Seat
from alongside.relationships import actions, rules
from alongside.relationships.models import Plan, Relationship, WayBack
from tests.cast import accept, ask, ask_papers
from tests.relationships.test_pausing import call, rest, seen

TODAY = clock.today()


def plan(member, relationship, ends_on):
    return call(member, relationship, "plan", {"ends_on": ends_on}, method="PUT")


def wish_back(member, relationship, wish=True):
    return call(member, relationship, "way-back", {"wish": wish}, method="PUT")


def move_the_days(by):
    Plan.objects.update(ends_on=Plan.objects.get().ends_on - by)


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_either_can_say_how_long_and_the_other_sees_it(talking, ada, ben, who):
    member, other = (ada, ben) if who == "ada" else (ben, ada)

    plan(member, talking, TODAY + 84)

    assert seen(other)["plan"] == {
        "ends_on": TODAY + 84,
        "by": "them",
        "wish": None,
        "remind": None,
    }
    assert seen(member)["plan"]["by"] == "you"


def test_sooner_counts_at_once_and_later_needs_both(talking, ada, ben):
    plan(ada, talking, TODAY + 84)
    plan(ben, talking, TODAY + 28)
    assert seen(ada)["plan"]["ends_on"] == TODAY + 28

    plan(ada, talking, TODAY + 120)
    assert seen(ben)["plan"]["ends_on"] == TODAY + 28
    assert seen(ben)["plan"]["wish"] == {"by": "them", "ends_on": TODAY + 120}
    plan(ada, talking, TODAY + 120)
    assert seen(ben)["plan"]["ends_on"] == TODAY + 28

    plan(ben, talking, TODAY + 120)
    assert (seen(ada)["plan"]["ends_on"], seen(ada)["plan"]["wish"]) == (TODAY + 120, None)


def test_going_on_without_a_day_needs_both_too(talking, ada, ben):
    plan(ben, talking, TODAY + 28)
    plan(ada, talking, None)
    assert seen(ben)["plan"]["wish"] == {"by": "them", "ends_on": None}

    plan(ben, talking, None)

    assert seen(ada)["plan"]["ends_on"] is None


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_a_wish_for_more_time_can_be_taken_back_or_declined(talking, ada, ben, who):
    plan(ben, talking, TODAY + 28)
    plan(ada, talking, TODAY + 56)

    call(ada if who == "ada" else ben, talking, "plan/wish", method="DELETE")

    assert (seen(ada)["plan"]["ends_on"], seen(ada)["plan"]["wish"]) == (TODAY + 28, None)


@pytest.mark.parametrize("ends_on", [TODAY - 1, TODAY + rules.LONGEST_PLAN + 1])
def test_a_day_that_is_no_plan_is_refused_and_nothing_is_lost(talking, ada, ends_on):
    plan(ada, talking, TODAY + 84)

    assert plan(ada, talking, ends_on).json()["error"]["code"] == "not-a-plan"
    assert seen(ada)["plan"]["ends_on"] == TODAY + 84


def test_each_is_reminded_four_two_and_one_weeks_before_and_puts_it_away_alone(
    talking, ada, ben
):
    plan(ada, talking, TODAY + 28)
    for by, weeks in ((0, 4), (14, 2), (7, 1), (7, 0)):
        move_the_days(by)
        assert (seen(ada)["plan"]["remind"], seen(ben)["plan"]["remind"]) == (weeks, weeks)
        call(ada, talking, "plan/heard", {"weeks": weeks})
        assert (seen(ada)["plan"]["remind"], seen(ben)["plan"]["remind"]) == (None, weeks)


def test_nobody_is_reminded_while_they_rest_and_the_pause_uses_up_no_time(talking, ada, ben):
    plan(ada, talking, TODAY + 7)
    rest(ben, talking, TODAY + 21)
    assert seen(ada)["plan"]["remind"] is None

    actions.wake_paused(today=TODAY + 21)

    assert seen(ada)["plan"]["ends_on"] == TODAY + 28


def test_no_clock_ends_it(talking, ada, ben):
    plan(ada, talking, TODAY)

    actions.wake_paused(today=TODAY + 400)
    actions.lapse_silent(today=TODAY + 400)

    assert seen(ada)["state"] == "active"
    call(ben, talking, "end")
    assert (seen(ada)["ended_by"], seen(ada)["ended_how"]) == ("them", "planned")
    assert "plan" not in seen(ada)


def test_an_end_before_the_day_is_not_called_planned(talking, ada, ben):
    plan(ada, talking, TODAY + 3)
    call(ben, talking, "end")

    assert "ended_how" not in seen(ada)


def test_a_wish_to_meet_again_shows_once_both_have_it(talking, ada, ben):
    call(ada, talking, "end")
    until = TODAY + rules.WAY_BACK_DAYS
    wish_back(ada, talking)
    assert seen(ada)["way_back"] == {"mine": True, "both": False, "until_on": until}
    assert seen(ben)["way_back"] == {"mine": False, "both": False, "until_on": until}

    wish_back(ben, talking)
    assert seen(ada)["way_back"]["both"]
    assert seen(ben)["way_back"]["both"]

    wish_back(ben, talking, wish=False)
    assert not seen(ada)["way_back"]["both"]


def test_two_who_both_wish_it_meet_again_although_he_takes_no_new_people(talking, ada, ben):
    call(ada, talking, "end")
    Seat.objects.filter(account=ben.account).update(paused=True)
    wish_back(ada, talking)
    refused = ada.room.post("/api/asks", ask_papers(ada, ben).payload)
    assert refused.json()["error"]["code"] == "not-free"

    wish_back(ben, talking)

    again, _ = ask(ada, ben)
    assert accept(again, ben).state == "active"


def test_a_way_back_ends_with_a_block_and_the_blocked_one_learns_nothing(talking, ada, ben):
    call(ada, talking, "end")
    wish_back(ada, talking)
    wish_back(ben, talking)
    call(ben, talking, "block")

    blocked = seen(ada)["way_back"]
    call(ben, talking, "unblock")
    assert not is_blocked(ada.account, ben.account)
    assert seen(ada)["way_back"] == blocked
    assert blocked == {"mine": True, "both": False, "until_on": TODAY + rules.WAY_BACK_DAYS}
    assert wish_back(ada, talking).status_code == 200


def test_a_way_back_is_forgotten_after_its_last_day(talking, ada, ben):
    call(ada, talking, "end")
    wish_back(ada, talking)

    assert actions.forget_ways_back(today=TODAY + rules.WAY_BACK_DAYS) == 0
    assert actions.forget_ways_back(today=TODAY + rules.WAY_BACK_DAYS + 1) == 1
    assert not WayBack.objects.exists()
    Relationship.objects.update(ended_on=TODAY - rules.WAY_BACK_DAYS - 1)
    assert "way_back" not in seen(ada)
    assert wish_back(ada, talking).json()["error"]["code"] == "not-now"


def test_unblocking_lets_her_ask_again_and_touches_only_ones_own_block(talking, ada, ben):
    call(ada, talking, "block")
    call(ben, talking, "block")

    call(ada, talking, "unblock")
    assert is_blocked(ada.account, ben.account)
    call(ben, talking, "unblock")

    assert ada.room.post("/api/asks", ask_papers(ada, ben).payload).status_code == 201


def listed(member):
    people = member.room.get("/api/directory").json()["people"]
    return {one["account_id"]: one["free"] for one in people}


def test_whom_she_blocked_is_not_in_her_list_and_who_blocked_her_looks_full(
    talking, ada, ben, finn
):
    (ref,) = listed(ada)
    assert listed(ada) == listed(finn) == {ref: True}

    call(ben, talking, "block")
    assert listed(ada) == {ref: False}
    assert listed(finn) == {ref: True}

    call(ada, talking, "block")
    assert listed(ada) == {}
