"""Steps are asked for by the person alone, need a yes, and are taken back at any time."""

import pytest

from alongside.counts.rules import quarter_of
from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.people import actions as people
from alongside.relationships import actions as relationships
from alongside.ripple import actions
from alongside.ripple.actions import NotThisStep
from alongside.ripple.models import Counted, Step
from alongside.ripple.rules import SIX_MONTHS

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
TODAY = clock.today()
READY = TODAY + SIX_MONTHS
WELCOMING, CO_HOSTING, TRAINED = 1, 2, 3


def ask(talking, ada, role=WELCOMING, today=READY):
    actions.ask_for(talking, role, by=ada.account, today=today)


def say(talking, ben, role=WELCOMING, yes=True):
    actions.answer(talking, role, by=ben.account, yes=yes, today=READY)


def taken(member):
    found = Step.objects.filter(account=member.account, quarter__isnull=False)
    return [step.role for step in found.order_by("role")]


def long_ago(talking):
    """They have talked for half a year."""
    talking.agreed_on = TODAY - SIX_MONTHS
    talking.save(update_fields=["agreed_on"])
    return talking


def test_ada_asks_ben_says_yes_and_the_row_no_longer_says_who_did(ada, ben, talking):
    ask(talking, ada)
    step = Step.objects.get()
    assert (step.asked_of, step.quarter) == (talking, None)
    say(talking, ben)
    step = Step.objects.get()
    assert (step.role, step.asked_of, step.quarter) == (WELCOMING, None, quarter_of(READY))


def test_no_step_is_open_in_the_first_six_months(ada, talking):
    with pytest.raises(NotThisStep):
        ask(talking, ada, today=READY - 1)
    assert ada.room.get("/api/ripple").json()["may_begin_on"] == READY
    asked = {"role": WELCOMING}
    answer = ada.room.put(f"/api/relationships/{talking.pk}/step", asked)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "not-this-step")


def test_the_whole_way_through_the_room_of_each(ada, ben, talking):
    long_ago(talking)
    path = f"/api/relationships/{talking.pk}/step"
    for role in (WELCOMING, CO_HOSTING, TRAINED):
        assert ada.room.get("/api/ripple").json()["next"] == role
        told = ada.room.put(path, {"role": role}).json()
        assert told["steps"][-1] == {"role": role, "relationship": talking.pk, "quarter": None}
        (asked,) = ben.room.get("/api/ripple").json()["asked"]
        assert (asked["role"], asked["relationship"]) == (role, talking.pk)
        told = ben.room.post(f"{path}/answer", {"role": role, "yes": True}).json()
        assert told["asked"] == []
    mine = ada.room.get("/api/ripple").json()
    assert [one["role"] for one in mine["steps"]] == [WELCOMING, CO_HOSTING, TRAINED]
    assert mine["next"] is None


def test_asked_again_it_is_asked_once_and_another_waits_for_the_answer(ada, talking):
    ask(talking, ada)
    ask(talking, ada)
    assert Step.objects.count() == 1
    with pytest.raises(NotThisStep):
        ask(talking, ada, CO_HOSTING)


@pytest.mark.parametrize("role", [CO_HOSTING, TRAINED])
def test_no_step_is_taken_before_the_one_it_builds_on(ada, talking, role):
    with pytest.raises(NotThisStep):
        ask(talking, ada, role)


def test_not_now_leaves_nothing_and_may_be_asked_again(ada, ben, talking):
    ask(talking, ada)
    say(talking, ben, yes=False)
    assert not Step.objects.exists()
    ask(talking, ada)
    say(talking, ben)
    assert taken(ada) == [WELCOMING]


def test_ada_takes_a_step_back_with_what_builds_on_it_at_any_time(ada, ben, talking):
    for role in (WELCOMING, CO_HOSTING, TRAINED):
        ask(talking, ada, role)
        say(talking, ben, role)
    answer = ada.room.call("DELETE", "/api/ripple/steps/2", None)
    assert answer.status_code == 204
    assert taken(ada) == [WELCOMING]
    ada.room.call("DELETE", "/api/ripple/steps/1", None)
    assert not Step.objects.exists()


def test_an_ask_is_taken_back_before_anybody_answered(ada, ben, talking):
    ask(talking, ada)
    actions.take_back(ada.account, WELCOMING)
    with pytest.raises(NotYours):
        say(talking, ben)


def test_nobody_takes_a_step_for_somebody_else(ada, ben, finn, talking):
    with pytest.raises(NotYours):
        actions.ask_for(talking, WELCOMING, by=ben.account, today=READY)
    ask(talking, ada)
    for member in (ada, finn):
        with pytest.raises(NotYours):
            say(talking, member)
    actions.take_back(finn.account, WELCOMING)
    actions.take_back(ben.account, WELCOMING)
    assert Step.objects.count() == 1


def test_somebody_whose_support_has_ended_may_still_ask_and_be_told_yes(ada, ben, talking):
    relationships.end(talking, by=ada.account, today=TODAY)
    talking.refresh_from_db()
    ask(talking, ada)
    say(talking, ben)
    assert taken(ada) == [WELCOMING]


def test_two_of_whom_one_blocked_the_other_ask_each_other_nothing(ada, ben, talking):
    people.block(ben.account, by=ada.account)
    with pytest.raises(NotYours):
        ask(talking, ada)


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_what_was_asked_before_a_block_is_not_shown_to_ben_who_could_not_answer(
    ada, ben, talking, who
):
    ask(talking, ada)
    (blocker, blocked) = (ada, ben) if who == "ada" else (ben, ada)
    people.block(blocked.account, by=blocker.account)
    assert ben.room.get("/api/ripple").json()["asked"] == []
    with pytest.raises(NotYours):
        say(talking, ben)
    people.close_place(ben.account)
    assert not Step.objects.exists()


def test_before_the_yes_there_is_nothing_to_ask_and_nobody_to_count(ada, asked):
    with pytest.raises(NotYours):
        ask(asked, ada)
    with pytest.raises(NotYours):
        actions.be_counted(ada.account, generation=0, today=TODAY)


@pytest.mark.parametrize(
    "papers", [{"role": 0}, {"role": 4}, {"role": True}, {"role": "1"}, {}]
)
def test_what_is_no_step_changes_nothing(ada, talking, papers):
    long_ago(talking)
    answer = ada.room.put(f"/api/relationships/{talking.pk}/step", papers)
    assert answer.status_code == 400
    assert not Step.objects.exists()


def test_a_closed_place_leaves_no_step_no_ask_and_no_count(ada, ben, talking):
    ask(talking, ada)
    actions.be_counted(ada.account, generation=0, today=TODAY)
    people.close_place(ada.account)
    assert not Step.objects.exists()
    assert not Counted.objects.exists()


def test_a_specialist_who_leaves_leaves_no_ask_open(ada, ben, talking):
    ask(talking, ada)
    people.close_place(ben.account)
    assert not Step.objects.exists()
