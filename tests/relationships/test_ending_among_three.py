"""An end, a pause, a closed place and history while three are there; and deeds at once."""

import pytest

from alongside.conversations.models import Mode, Wrap
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.relationships import actions
from alongside.relationships.models import Handed, Handover, Relationship, State
from alongside.wall.rules import Kind
from tests.cast import bring_in_specialist
from tests.racing import race
from tests.relationships.handing import (
    act,
    ask_over,
    code,
    come,
    gate_of,
    header_with,
    last_word_of,
    look,
    members_of,
    seen,
    told,
    yes_over,
)

TODAY = clock.today()
KINDS = ("handover", "stand-in")


@pytest.mark.parametrize("who", ["ada", "ben"])
@pytest.mark.parametrize("how", ["end", "block"])
def test_an_end_with_ben_is_no_end_with_lea(talking, ada, ben, lea, who, how):
    hers = come(ada, talking, lea, kind="stand-in")
    header_with(talking, ada, ben, lea)
    look(ada, talking)

    act(ada if who == "ada" else ben, talking, how)

    mine = seen(ada, hers)
    assert (mine["state"], mine["came"]) == ("active", "handed-over")
    assert mine["handover"]["let_go"] == to_text(ben.account.ref)
    assert gate_of(talking).mode == Mode.ACTIVE
    assert members_of(talking)[ben.account.pk] is False
    act(ada, hers, "end")
    assert gate_of(talking).mode == Mode.CLOSED


@pytest.mark.parametrize("who", ["ada", "lea"])
def test_an_end_with_lea_is_no_end_with_ben(talking, ada, ben, lea, who):
    hers = come(ada, talking, lea)
    header_with(talking, ada, ben, lea)
    look(ada, talking)

    act(ada if who == "ada" else lea, hers, "end")

    mine = seen(ada, talking)
    assert (mine["state"], mine["handover"]["state"]) == ("active", "called-off")
    assert mine["handover"]["let_go"] == to_text(lea.account.ref)
    assert gate_of(talking).mode == Mode.ACTIVE


def test_an_end_while_lea_is_only_asked_closes_the_talk_and_the_ask(talking, ada, ben, lea):
    ask_over(ada, talking, lea)

    act(ben, talking, "end")

    assert gate_of(talking).mode == Mode.CLOSED
    assert lea.room.get("/api/handovers").json() == {"handovers": []}


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_says_yes_to_a_talk_that_was_just_left(talking, ada, ben, lea, kind):
    ask_over(ada, talking, lea, kind=kind)
    last_word_of(ben, talking)

    assert code(yes_over(lea)) == (422, "not-now")

    assert lea.account.pk not in members_of(talking)
    act(ben, talking, "end")
    assert gate_of(talking).mode == Mode.CLOSED


def test_ben_rests_alone_while_lea_stands_in(talking, ada, ben, lea):
    act(ben, talking, "pause", {"until_on": None})
    assert gate_of(talking).mode == Mode.PAUSED
    hers = come(ada, talking, lea, kind="stand-in")
    assert gate_of(talking).mode == Mode.ACTIVE
    assert code(act(lea, hers, "pause", {"until_on": None})) == (422, "not-now")

    act(lea, hers, "end")

    assert gate_of(talking).mode == Mode.PAUSED
    assert seen(ada, talking)["state"] == "paused"


def test_adas_own_pause_stays_hers_to_end(talking, ada, ben, lea):
    act(ada, talking, "pause", {"until_on": None})
    come(ada, talking, lea)
    assert gate_of(talking).mode == Mode.PAUSED

    act(ada, talking, "resume")

    assert gate_of(talking).mode == Mode.ACTIVE


@pytest.mark.parametrize("who", ["ada", "ben", "lea"])
def test_a_place_that_closes_leaves_the_others_their_talk(talking, ada, ben, lea, who):
    hers = come(ada, talking, lea)
    header_with(talking, ada, ben, lea)
    look(ada, talking)
    member = {"ada": ada, "ben": ben, "lea": lea}[who]

    actions.leave_all(member.account, today=TODAY)

    states = {one.pk: one.state for one in Relationship.objects.all()}
    expected = {
        "ada": ("ended", "ended"),
        "ben": ("ended", "active"),
        "lea": ("active", "ended"),
    }
    assert (states[talking.pk], states[hers.pk]) == expected[who]
    assert gate_of(talking).mode == (Mode.CLOSED if who == "ada" else Mode.ACTIVE)


def history(*epochs):
    wraps = [{"epoch": epoch, "wrap": to_text(bytes([epoch]) * 112)} for epoch in epochs]
    return {"all": False, "wraps": wraps}


def test_ada_gives_of_before_and_all_three_see_that_she_did(talking, ada, ben, lea):
    hers = come(ada, talking, lea)
    assert code(act(ada, talking, "handover/history", history(0))) == (404, "not-found")
    header_with(talking, ada, ben, lea)
    look(ada, talking)

    assert act(ada, talking, "handover/history", history(0)).status_code == 200
    assert act(ada, talking, "handover/history", history(0)).status_code == 200

    (wrap,) = Wrap.objects.filter(account=lea.account)
    assert (wrap.epoch, bytes(wrap.wrap)) == (0, bytes(112))
    assert {told(one)[-1] for one in (ada, ben, lea)} == {Kind.HISTORY_GIVEN}
    for epoch in (1, 2):
        answer = act(ada, talking, "handover/history", history(epoch))
        assert code(answer) == (404, "not-found"), epoch
    for who, where in ((ben, talking), (lea, hers)):
        assert code(act(who, where, "handover/history", history(0))) == (404, "not-found")


def test_after_the_handover_ada_can_still_give_and_ben_nothing(talking, ada, ben, lea):
    hers = come(ada, talking, lea)
    header_with(talking, ada, lea)
    look(ada, talking)

    assert act(ada, hers, "handover/history", history(0)).status_code == 200
    assert code(act(ben, talking, "handover/history", history(0))) == (404, "not-found")


def test_ben_hears_nothing_of_who_comes_after_lea(talking, ada, ben, lea, desk):
    hers = come(ada, talking, lea)
    header_with(talking, ada, lea)
    look(ada, talking)
    mia = bring_in_specialist("birch-crane-3021", desk, display_name="Mia")
    third = come(ada, hers, mia)
    header_with(talking, ada, mia)
    look(ada, hers)

    def known(member, one):
        return {each["display_name"] for each in seen(member, one)["company"]["others"]}

    assert known(ben, talking) == {"Lea"}
    assert known(lea, hers) == {"Ben", "Mia"}
    assert known(mia, third) == {"Ben", "Lea"}
    assert gate_of(talking).relationship_id == third.pk


@pytest.mark.django_db(transaction=True)
def test_a_yes_and_a_change_of_mind_at_once_end_in_one_of_the_two(talking, ada, ben, lea):
    ask_over(ada, talking, lea)

    outcomes = race(
        lambda: yes_over(lea).status_code,
        lambda: act(ada, talking, "handover/call-off").status_code,
    )

    made = Handover.objects.get()
    assert made.state == Handed.CALLED_OFF, outcomes
    assert lea.account.pk not in members_of(talking)
    assert Relationship.objects.filter(pk=talking.pk, state=State.ACTIVE).exists()
    assert not Relationship.objects.filter(specialist=lea.account, state=State.ACTIVE).exists()


@pytest.mark.django_db(transaction=True)
def test_two_answers_at_once_make_one_relationship(talking, ada, ben, lea):
    ask_over(ada, talking, lea)

    outcomes = race(lambda: yes_over(lea).status_code, lambda: yes_over(lea).status_code)

    assert 200 in outcomes
    assert Relationship.objects.filter(specialist=lea.account).count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_end_by_ben_and_a_header_of_adas_at_once_leave_one_talk(talking, ada, ben, lea):
    hers = come(ada, talking, lea)
    header_with(talking, ada, lea)

    race(lambda: act(ben, talking, "end"), lambda: look(ada, talking))

    assert Relationship.objects.get(pk=hers.pk).state == State.ACTIVE
    assert Relationship.objects.get(pk=talking.pk).state == State.ENDED
    assert gate_of(talking).relationship_id == hers.pk
