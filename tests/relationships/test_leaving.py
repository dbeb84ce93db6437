import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.ground import clock
from alongside.people.queries import is_blocked
from alongside.relationships import actions, rules
from alongside.relationships.models import Relationship, State
from tests.cast import accept, ask, ask_papers

TODAY = clock.today()
SIDES = (rules.CLIENT, rules.SPECIALIST)


def step(member, relationship, name):
    return member.room.post(f"/api/relationships/{relationship.pk}/{name}")


def seen(member):
    (one,) = member.room.get("/api/relationships").json()["relationships"]
    return one


@pytest.mark.parametrize(
    ("who", "name", "state", "again"),
    [("ada", "withdraw", "withdrawn", 201), ("ben", "decline", "declined", 422)],
)
def test_an_ask_can_be_taken_back_or_declined(asked, ada, ben, who, name, state, again):
    member, other = (ada, ben) if who == "ada" else (ben, ada)

    answer = step(member, asked, name).json()

    assert (answer["state"], answer["ended_by"], answer["ended_on"]) == (state, "you", TODAY)
    assert seen(other)["ended_by"] == "them"
    assert ada.room.post("/api/asks", ask_papers(ada, ben).payload).status_code == again


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_either_ends_it_at_once_without_a_reason(talking, ada, ben, who):
    member, other = (ada, ben) if who == "ada" else (ben, ada)

    assert step(member, talking, "end").json()["state"] == "ended"

    assert seen(other)["ended_by"] == "them"


@pytest.mark.parametrize(
    ("who", "name"),
    [("ada", "decline"), ("ben", "withdraw"), ("ada", "end"), ("ben", "end")],
)
def test_a_step_that_is_not_theirs_now_is_refused(asked, ada, ben, who, name):
    answer = step(ada if who == "ada" else ben, asked, name)

    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "not-now")
    assert seen(ada)["state"] == "asked"


@pytest.mark.parametrize("who", ["ada", "ben"])
@pytest.mark.parametrize("before", ["asked", "active", "ended"])
def test_blocking_leaves_at_once_and_refuses_every_later_ask(asked, ada, ben, who, before):
    if before != "asked":
        accept(asked, ben)
    if before == "ended":
        step(ada, asked, "end")
    member = ada if who == "ada" else ben

    assert step(member, asked, "block").status_code == 200

    assert seen(ada)["state"] in {"withdrawn", "declined", "ended"}
    assert is_blocked(ada.account, ben.account)
    answer = ada.room.post("/api/asks", ask_papers(ada, ben).payload)
    assert answer.json()["error"]["code"] == "not-free"


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_someone_who_was_blocked_is_not_told(talking, ada, ben, who):
    member, other = (ada, ben) if who == "ada" else (ben, ada)
    step(member, talking, "block")
    blocked = seen(other)
    Relationship.objects.filter(pk=talking.pk).update(
        state=State.ACTIVE, ended_on=None, ended_by=None
    )
    step(member, talking, "end")

    assert seen(other).keys() == blocked.keys()
    assert (seen(other)["state"], seen(other)["ended_by"]) == ("ended", "them")


def test_fourteen_days_of_silence_end_an_ask(asked, ada):
    assert actions.lapse_silent(today=TODAY + 13) == 0
    assert actions.lapse_silent(today=TODAY + 14) == 1
    assert actions.lapse_silent(today=TODAY + 14) == 0

    assert (seen(ada)["state"], seen(ada)["ended_by"]) == ("lapsed", "programme")


def test_a_yes_never_lapses(talking):
    assert actions.lapse_silent(today=TODAY + 400) == 0


def test_finn_cannot_tell_a_foreign_relationship_from_a_missing_one(talking, finn):
    for name in ("accept", "decline", "withdraw", "end", "block", "unblock", "again"):
        foreign = finn.room.post(f"/api/relationships/{talking.pk}/{name}", {})
        missing = finn.room.post(f"/api/relationships/{talking.pk + 999}/{name}", {})

        assert (foreign.status_code, foreign.content) == (missing.status_code, missing.content)


def test_newest_first_and_the_rest_on_the_next_page(ada, ben):
    ids = []
    for _ in range(3):
        relationship, _ = ask(ada, ben)
        step(ada, relationship, "withdraw")
        ids.append(relationship.pk)

    whole = ada.room.get("/api/relationships").json()["relationships"]
    rest = ada.room.get(f"/api/relationships?before={ids[1]}").json()["relationships"]

    assert [one["id"] for one in whole] == ids[::-1]
    assert [one["id"] for one in rest] == ids[:1]


@given(st.sampled_from(State.values), st.sampled_from(list(rules.TAKEN_BY)))
def test_what_is_over_stays_over(state, name):
    if state in ("asked", "active", "paused"):
        return
    assert rules.after(state, name) is None


@given(st.sampled_from(["asked", "active", "paused"]), st.sampled_from(SIDES))
def test_there_is_always_a_way_out_that_one_may_take_alone(state, side):
    name = rules.way_out(state, by=side)

    assert name is not None
    assert rules.may_take(name, by=side)
    assert rules.after(state, name) in {"ended", "declined", "withdrawn"}


@given(st.sampled_from(State.values), st.sampled_from(list(rules.TAKEN_BY)))
def test_only_a_specialists_yes_makes_it_active(state, name):
    leads_there = state != "paused" and rules.after(state, name) == "active"

    assert leads_there == ((state, name) == ("asked", "accept"))
    assert rules.TAKEN_BY["accept"] == (rules.SPECIALIST,)


def test_ada_sees_whom_she_blocked_and_ben_is_never_told(talking, ada, ben):
    ada.room.post(f"/api/relationships/{talking.pk}/block")

    (hers,) = ada.room.get("/api/relationships").json()["relationships"]
    (his,) = ben.room.get("/api/relationships").json()["relationships"]
    assert hers["blocked"] is True
    assert "blocked" not in his
