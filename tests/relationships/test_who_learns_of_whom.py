"""Who learns of whom while somebody comes or goes: nobody of an ask, nobody of a block."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.conversations import actions as conversations
from alongside.conversations.models import Conversation, Mode
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.people import actions as people
from alongside.programme import actions as programmes
from alongside.relationships import actions
from alongside.relationships.actions.following import drop_between
from alongside.relationships.models import Agreement, Asked, EndedBy, Handed, Handover
from alongside.relationships.promises import promise_in_force
from alongside.wall.models import Row
from alongside.wall.rules import Kind
from pse.promise import late_days
from pse.wall import read_told
from tests.cast import accept, ask, bring_in_specialist
from tests.relationships.agreeing import yes
from tests.relationships.handing import (
    act,
    ask_over,
    code,
    come,
    header_with,
    look,
    seen,
    told,
    yes_over,
)

TODAY = clock.today()


@pytest.fixture
def mia(house, desk):
    """One more specialist, with a free place."""
    return bring_in_specialist("birch-crane-3021", desk, display_name="Mia")


@pytest.fixture
def answered_within(desk):
    """What Dora promises of answers, brought to everybody who talks."""

    def change(hours):
        programmes.change("answering", {"answer_within_hours": hours}, by=desk)
        return actions.bring_promises(today=TODAY)

    return change


def suggest(ben, talking, to):
    papers = {"to": to_text(to.account.ref), "until_on": TODAY + 7}
    return act(ben, talking, "handover/suggest", papers)


@pytest.mark.parametrize("who", ["ben", "lea"])
def test_who_left_is_let_go_however_late_adas_room_comes_back(talking, ada, ben, lea, who):
    hers = come(ada, talking, lea, kind="stand-in")
    header_with(talking, ada, ben, lea)
    look(ada, talking)
    gone, where, still = (ben, talking, hers) if who == "ben" else (lea, hers, talking)
    act(gone, where, "end")
    Handover.objects.update(over_on=TODAY - 15)

    assert seen(ada, still)["handover"]["let_go"] == to_text(gone.account.ref)
    assert "handover" not in seen(gone, where)
    header_with(talking, ada, lea if who == "ben" else ben)
    assert "handover" not in seen(ada, still)


def test_ben_suggests_as_if_ada_had_asked_nobody(talking, ada, ben, lea, mia):
    ask_over(ada, talking, lea)

    answer = suggest(ben, talking, mia)

    assert (answer.status_code, answer.json()["handover"]["state"]) == (200, "suggested")
    assert seen(ada, talking)["handover"]["state"] == "asked"
    at_desk = {"to": mia.account.pk, "kind": 1, "until_on": None, "today": TODAY}
    assert actions.suggest_at_desk(talking.pk, **at_desk).state == Handed.SUGGESTED
    assert code(ask_over(ada, talking, mia)) == (422, "not-now")
    assert yes_over(lea).status_code == 200
    assert seen(ben, talking)["handover"]["to"]["display_name"] == "Lea"
    assert not Handover.objects.filter(state=Handed.SUGGESTED).exists()
    assert code(suggest(ben, talking, mia)) == (422, "not-now")


def test_a_new_promise_is_brought_and_signed_as_if_ada_had_asked_nobody(
    talking, ada, ben, lea, answered_within
):
    ask_over(ada, talking, lea)
    before = told(ben)
    number = Handover.objects.get().pk

    assert answered_within(96) == 1
    assert yes(ben, talking, 2, role=2).status_code == 200
    assert seen(ada, talking)["handover"]["state"] == "asked"
    assert yes(ada, talking, 2, role=1).status_code == 200

    assert seen(ada, talking)["handover"]["state"] == "called-off"
    sign = {"day": TODAY, "sig": "A" * 86}
    assert lea.room.post(f"/api/handovers/{number}/yes", sign).status_code == 404
    assert Kind.HANDOVER_CALLED_OFF not in told(ben)[len(before) :]
    assert come(ada, talking, lea).agreement_hash == Agreement.objects.get().agreement_hash
    assert code(yes(ben, talking, 2, role=2)) == (422, "not-now")


@pytest.mark.parametrize("blocker", ["ada", "lea", "nobody"])
def test_ben_can_not_find_out_who_blocked_whom(talking, ada, ben, lea, blocker):
    if blocker != "nobody":
        one, other = (ada, lea) if blocker == "ada" else (lea, ada)
        people.block(other.account, by=one.account)
    is_apart = blocker != "nobody"

    answer = suggest(ben, talking, lea)

    assert answer.json()["handover"]["state"] == "suggested"
    assert told(ben)[-1] == Kind.HANDOVER_PROPOSED
    assert ("handover" not in seen(ada, talking)) == is_apart
    assert (Kind.HANDOVER_PROPOSED not in told(ada)) == is_apart


def test_a_former_stand_in_sees_no_later_promise(talking, ada, ben, lea):
    hers = come(ada, talking, lea, kind="stand-in")
    header_with(talking, ada, ben, lea)
    look(ada, talking)
    act(lea, hers, "end")
    for version, day in ((2, TODAY), (3, TODAY + 1)):
        Agreement.objects.create(
            relationship=talking,
            version=version,
            promise=talking.promise | {"v": version},
            agreement_hash=bytes([version]) * 32,
            state=Asked.REPLACED,
            shown_on=day,
            in_force_on=day,
        )

    assert len(seen(lea, hers)["company"]["promises"]) == 2
    assert len(seen(ada, talking)["company"]["promises"]) == 3


def test_after_a_second_handover_each_still_reads_what_was_theirs(talking, ada, ben, lea, mia):
    hers = come(ada, talking, lea)
    header_with(talking, ada, lea)
    look(ada, talking)
    (before,) = seen(ben, talking)["conversations"]
    come(ada, hers, mia)
    header_with(talking, ada, mia)
    look(ada, hers)

    assert seen(ben, talking)["conversations"] == [before]
    (log,) = seen(lea, hers)["conversations"]
    assert (log["conv"], log["mode"]) == (before["conv"], Mode.CLOSED)
    assert log["n"] > before["n"]
    assert Conversation.objects.count() == 1


def test_a_look_reads_who_reads_once_nothing_can_change_it(talking, ada, ben, lea, monkeypatch):
    hers = come(ada, talking, lea, kind="stand-in")
    hold = actions.following._held_with_both

    def hold_after_adas_header(*given):
        header_with(talking, ada, ben, lea)
        Handover.objects.update(state=Handed.TOGETHER)
        return hold(*given)

    monkeypatch.setattr(actions.following, "_held_with_both", hold_after_adas_header)
    conversations.look_everywhere(today=TODAY)

    assert Handover.objects.get().state == Handed.TOGETHER
    assert seen(lea, hers)["state"] == "active"


@pytest.mark.parametrize("answer", ["no", "nothing"])
def test_who_comes_is_promised_what_counts_now(talking, ada, ben, lea, answered_within, answer):
    answered_within(24)
    answered_within(48)
    if answer == "no":
        act(ada, talking, "keep", {"version": 3})

    hers = come(ada, talking, lea)

    assert late_days(promise_in_force(hers)) == hers.answer_days == 1
    (edition,) = seen(ada, hers)["agreements"]
    assert (edition["state"], edition["client_sig"]) == ("in-force", None)
    header_with(talking, ada, lea)
    look(ada, talking)
    assert actions.bring_promises(today=TODAY) == (0 if answer == "no" else 1)


@pytest.mark.parametrize("how", ["block", "leave"])
def test_adas_wall_never_says_she_called_off_what_lea_did(talking, ada, ben, lea, how):
    ask_over(ada, talking, lea)

    if how == "block":
        drop_between(lea.account, ada.account, today=TODAY)
    else:
        actions.leave_all(lea.account, today=TODAY)

    assert seen(ada, talking)["handover"]["state"] == "declined"
    row = Row.objects.filter(account=ada.account).order_by("n").last()
    assert row.kind == Kind.HANDOVER_CALLED_OFF
    assert read_told(bytes(row.told)).detail["by"] == EndedBy.SPECIALIST


def test_a_page_asks_no_more_questions_for_many_talks_of_three_than_for_one(
    talking, ada, ben, finn, lea
):
    def questions():
        with CaptureQueriesContext(connection) as asked:
            assert ben.room.get("/api/relationships").status_code == 200
        return len(asked)

    def hand_over(client, relationship):
        come(client, relationship, lea)
        header_with(relationship, client, ben, lea)
        look(client, relationship)
        header_with(relationship, client, lea)
        look(client, relationship)

    hand_over(ada, talking)
    for_one = questions()
    hand_over(finn, accept(ask(finn, ben)[0], ben))

    assert questions() == for_one
