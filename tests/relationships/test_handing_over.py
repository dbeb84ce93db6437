"""Handing over and standing in: who may ask, who says yes, and what a header then means."""

import pytest

from alongside.conversations import actions as conversations
from alongside.conversations.models import Mode
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.keys.queries import made_on
from alongside.people import actions as people
from alongside.people.models import Stopped
from alongside.people.stopping import stop_exactly
from alongside.promises.models import Became, Pledge
from alongside.relationships import actions
from alongside.relationships.models import Came, Handed, Handover, State
from alongside.relationships.queries import load_of
from alongside.relationships.rules import hellos_a_day
from alongside.wall.rules import Kind
from tests.cast import accept, ask, bring_in
from tests.relationships.handing import (
    act,
    ask_over,
    ask_over_papers,
    code,
    come,
    gate_of,
    header_with,
    look,
    members_of,
    seen,
    told,
    yes_over,
)

TODAY = clock.today()
KINDS = ("handover", "stand-in")


@pytest.mark.parametrize("kind", KINDS)
def test_ada_asks_lea_and_only_then_does_lea_know_of_it(talking, ada, ben, lea, kind):
    before = told(ben)
    assert ask_over(ada, talking, lea, kind=kind).json()["handover"]["state"] == "asked"

    (asked,) = lea.room.get("/api/handovers").json()["handovers"]
    assert (asked["kind"], asked["from"]["display_name"]) == (kind, "Ben")
    assert asked["client"]["display_name"] is None
    assert "handover" not in seen(ben, talking)
    assert "company" not in seen(ben, talking)
    assert told(ben) == before
    assert told(ada)[-1] == told(lea)[-1] == Kind.HANDOVER_PROPOSED
    assert members_of(talking).keys() == {ada.account.pk, ben.account.pk}


def test_with_leas_yes_she_is_named_and_reads_nothing_yet(talking, ada, ben, lea):
    hers = come(ada, talking, lea)

    assert members_of(talking)[lea.account.pk] is True
    assert (hers.state, hers.came) == (State.ACTIVE, Came.HANDED_OVER)
    assert seen(lea, hers)["conversations"][0]["n"] == 0
    assert seen(lea, hers)["handover"]["reads"] is False
    assert seen(ben, talking)["handover"]["to"]["display_name"] == "Lea"
    assert seen(lea, hers)["company"]["others"][0]["display_name"] == "Ben"
    signed = seen(lea, hers)["company"]["promises"][0]["signed"]
    assert {one["account_id"] for one in signed} == {
        to_text(one.account.ref) for one in (ada, ben, lea)
    }


def test_adas_header_makes_three_and_her_next_one_hands_over(talking, ada, ben, lea):
    hers = come(ada, talking, lea)
    assert look(ada, talking).json()["handover"]["state"] == "agreed"
    header_with(talking, ada, ben, lea)
    assert look(lea, hers).json()["handover"]["state"] == "together"
    header_with(talking, ada, lea)

    assert look(ada, talking).json()["ended_how"] == "handed-over"

    assert gate_of(talking).relationship_id == hers.pk
    assert gate_of(talking).mode == Mode.ACTIVE
    assert members_of(talking)[ben.account.pk] is False
    assert seen(ben, talking)["conversations"][0]["mode"] == Mode.CLOSED
    assert seen(ada, hers)["state"] == "active"
    assert {told(one)[-1] for one in (ada, ben, lea)} == {Kind.HANDOVER_DONE}
    assert load_of(ben.account) == 0
    assert load_of(lea.account) == 1


def test_ben_learns_no_more_numbers_after_his_end(talking, ada, ben, lea):
    come(ada, talking, lea)
    header_with(talking, ada, ben, lea)
    header_with(talking, ada, lea)
    look(ada, talking)
    count = seen(ben, talking)["conversations"][0]["n"]
    header_with(talking, ada, lea)

    assert seen(ben, talking)["conversations"][0]["n"] == count


def test_standing_in_takes_no_place_and_ben_simply_goes_on(talking, ada, ben, lea):
    lea.room.put("/api/seat", {"paused": False, "cap": 1})
    hers = come(ada, talking, lea, kind="stand-in")
    header_with(talking, ada, ben, lea)
    look(ben, talking)
    assert {told(one)[-1] for one in (ada, ben, lea)} == {Kind.STAND_IN_ADDED}
    assert load_of(lea.account) == 0
    header_with(talking, ada, ben)

    assert look(ada, talking).json()["handover"]["state"] == "done"

    assert seen(ada, talking)["state"] == "active"
    assert seen(lea, hers)["state"] == "ended"
    assert members_of(talking)[lea.account.pk] is False
    assert {told(one)[-1] for one in (ada, ben, lea)} == {Kind.STAND_IN_ENDED}


def test_no_day_removes_anybody_by_itself(talking, ada, ben, lea):
    come(ada, talking, lea, kind="stand-in")
    header_with(talking, ada, ben, lea)
    look(ada, talking)

    conversations.look_everywhere(today=TODAY + 400)
    actions.lapse_silent_handovers(today=TODAY + 400)

    assert Handover.objects.get().state == Handed.TOGETHER
    assert members_of(talking)[lea.account.pk] is True


def test_who_stands_in_may_stay_when_ada_lets_ben_go(talking, ada, ben, lea):
    hers = come(ada, talking, lea, kind="stand-in")
    header_with(talking, ada, ben, lea)
    look(ada, talking)
    header_with(talking, ada, lea)
    look(ada, talking)

    assert seen(ada, hers)["came"] == "handed-over"
    assert seen(ada, talking)["ended_how"] == "handed-over"


def test_a_room_that_did_not_tell_is_followed_the_next_day(talking, ada, ben, lea):
    hers = come(ada, talking, lea)
    header_with(talking, ada, lea)

    assert conversations.look_everywhere(today=TODAY) == 1

    assert seen(ada, talking)["state"] == "ended"
    assert gate_of(talking).relationship_id == hers.pk


def test_lea_says_no_without_a_reason_and_ben_never_hears_of_it(talking, ada, ben, lea):
    before = told(ben)
    ask_over(ada, talking, lea)
    number = Handover.objects.get().pk

    assert lea.room.post(f"/api/handovers/{number}/no").status_code == 204

    assert seen(ada, talking)["handover"]["state"] == "declined"
    assert "handover" not in seen(ben, talking)
    assert told(ben) == before
    assert ask_over(ada, talking, lea).status_code == 200


@pytest.mark.parametrize("when", ["asked", "agreed", "together"])
def test_ada_changes_her_mind_at_any_time(talking, ada, ben, lea, when):
    if when == "asked":
        ask_over(ada, talking, lea)
    else:
        come(ada, talking, lea)
    if when == "together":
        header_with(talking, ada, ben, lea)
        look(ada, talking)

    answer = act(ada, talking, "handover/call-off").json()

    assert (answer["state"], answer["handover"]["state"]) == ("active", "called-off")
    assert told(lea)[-1] == Kind.HANDOVER_CALLED_OFF
    assert lea.room.get("/api/handovers").json() == {"handovers": []}
    let_go = to_text(lea.account.ref) if when == "together" else None
    assert answer["handover"]["let_go"] == let_go
    assert (lea.account.pk in members_of(talking)) == (when == "together")
    assert code(act(ada, talking, "handover/call-off")) == (422, "not-now")


def test_an_ask_without_an_answer_lapses_after_fourteen_days(talking, ada, lea):
    ask_over(ada, talking, lea)

    assert actions.lapse_silent_handovers(today=TODAY + 13) == 0
    assert actions.lapse_silent_handovers(today=TODAY + 14) == 1
    assert actions.lapse_silent_handovers(today=TODAY + 14) == 0
    assert seen(ada, talking)["handover"]["state"] == "lapsed"


def test_the_programme_suggests_and_nothing_else_happens(talking, ada, ben, lea):
    before = told(lea)
    actions.suggest_at_desk(talking.pk, to=lea.account.pk, kind=1, until_on=None, today=TODAY)

    shown = seen(ada, talking)["handover"]
    assert (shown["by"], shown["state"]) == ("programme", "suggested")
    assert shown["to"]["display_name"] == "Lea"
    assert "handover" not in seen(ben, talking)
    assert lea.room.get("/api/handovers").json() == {"handovers": []}
    assert told(lea) == before
    assert members_of(talking).keys() == {ada.account.pk, ben.account.pk}
    assert act(ada, talking, "handover/no").status_code == 200
    assert "handover" not in seen(ada, talking)


def test_whom_ada_blocked_is_never_suggested_to_her_and_nobody_learns_why(
    talking, ada, ben, lea
):
    people.block(lea.account, by=ada.account)
    before = told(ada)
    actions.suggest_at_desk(talking.pk, to=lea.account.pk, kind=1, until_on=None, today=TODAY)

    assert "handover" not in seen(ada, talking)
    assert told(ada) == before
    assert code(ask_over(ada, talking, lea)) == (422, "not-free")


def test_ben_names_somebody_and_cannot_perform_it(talking, ada, ben, lea):
    papers = {"to": to_text(lea.account.ref), "until_on": TODAY + 7}
    assert act(ben, talking, "handover/suggest", papers).status_code == 200
    assert seen(ada, talking)["handover"]["by"] == "them"

    for name, given in (
        ("handover", ask_over_papers(ada, talking, lea)),
        ("handover/call-off", None),
        ("handover/no", None),
        ("handover/history", {"all": True, "wraps": [{"epoch": 0, "wrap": "A" * 150}]}),
    ):
        assert code(act(ben, talking, name, given)) == (404, "not-found"), name
    assert members_of(talking).keys() == {ada.account.pk, ben.account.pk}


def test_strangers_and_the_one_who_was_not_asked_find_nothing(
    talking, ada, cem, finn, dora, lea
):
    ask_over(ada, talking, lea)
    number = Handover.objects.get().pk
    sign = {"day": TODAY, "sig": "A" * 86}
    for who in (cem, finn, dora, ada):
        assert code(who.room.post(f"/api/handovers/{number}/yes", sign)) == (404, "not-found")
        assert code(who.room.post(f"/api/handovers/{number}/no")) == (404, "not-found")
    for name in ("handover/look", "handover/call-off"):
        assert code(act(lea, talking, name)) == (404, "not-found")


def test_a_yes_needs_leas_own_signature_under_this_promise(talking, ada, ben, lea):
    ask_over(ada, talking, lea)
    number = Handover.objects.get().pk
    forged = {"day": TODAY, "sig": "A" * 86}

    assert lea.room.post(f"/api/handovers/{number}/yes", forged).status_code == 400
    assert lea.account.pk not in members_of(talking)


@pytest.mark.parametrize("why", ["paused", "full", "herself", "ben", "nobody"])
def test_whoever_has_no_room_is_not_asked_and_nothing_says_why(talking, ada, ben, lea, why):
    to = {"herself": ada, "ben": ben}.get(why, lea)
    if why in ("paused", "full"):
        lea.room.put("/api/seat", {"paused": why == "paused", "cap": 1})
    if why == "full":
        fill(lea)
    papers = ask_over_papers(ada, talking, to)
    if why == "nobody":
        papers["to"] = "A" * 22

    assert code(act(ada, talking, "handover", papers)) == (422, "not-free")


def fill(lea):
    """Lea walks with somebody already."""
    accept(ask(bring_in("cliff-swan-6612"), lea)[0], lea)


@pytest.mark.parametrize("until", [None, 0, 57])
def test_standing_in_has_a_last_day_within_eight_weeks(talking, ada, lea, until):
    papers = ask_over_papers(ada, talking, lea, kind="stand-in")
    papers["until_on"] = None if until is None else TODAY + until

    assert code(act(ada, talking, "handover", papers)) == (422, "not-a-stand-in")


def test_a_handover_calls_off_what_was_open_and_nobody_broke_it(talking, ada, ben, lea):
    given = {"made_by": 1, "due_on": TODAY + 3}
    path = f"/api/relationships/{talking.pk}/pledges/{to_text(bytes(16))}"
    assert ben.room.put(path, given).status_code == 201
    come(ada, talking, lea)
    header_with(talking, ada, lea)
    look(ada, talking)

    assert Pledge.objects.get().state == Became.CALLED_OFF


@pytest.mark.parametrize("kind", KINDS)
def test_whom_a_measure_keeps_from_anybody_new_asks_nobody_to_come(talking, ada, lea, kind):
    stop_exactly(ada.account, {Stopped.HELLOS})
    assert code(ask_over(ada, talking, lea, kind=kind)) == (422, "stopped-now")
    stop_exactly(ada.account, set())
    assert ask_over(ada, talking, lea, kind=kind).status_code == 200
    stop_exactly(ada.account, {Stopped.HELLOS})
    # Lea is not told of a measure: only that it is not the time.
    assert code(yes_over(lea)) == (422, "not-now")


def test_asking_and_calling_off_all_day_long_has_an_end(talking, ada, lea, house):
    most = hellos_a_day(made_on(ada.account), today=TODAY)
    for _ in range(most):
        assert ask_over(ada, talking, lea).status_code == 200
        act(ada, talking, "handover/call-off")
    assert code(ask_over(ada, talking, lea)) == (422, "hellos-today")
