"""Circles at the house: two who lead, a waiting room, and a list of nobody for outsiders."""

import os

import pytest

from alongside.circles.actions import fill_in_assessment, forget_old_circles
from alongside.circles.actions.leading import Unanswered
from alongside.circles.models import Belonging, Circle, Knock, RiskAssessment, Standing
from alongside.circles.queries import assessment
from alongside.circles.rules import (
    ASK_DAYS,
    MOST_LED,
    MOST_WAITING_FOR,
    NO_DAYS,
    QUESTIONS,
    has_a_name,
    unanswered,
)
from alongside.conversations.models import Conversation, Member, Mode
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.people.models import Block, Stopped
from alongside.people.stopping import stop_exactly
from pse.circle_rules import HOST
from tests.circles.conftest import AtCircles, assessed, letter

TODAY = clock.today()


def code(answer):
    return answer.status_code, answer.json()["error"]["code"]


def missing(answer):
    return code(answer) == (404, "not-found")


def members(circle):
    rows = Member.objects.filter(conversation__ref=circle.row.conv)
    return {(row.account_id, row.role, row.may_write) for row in rows}


def test_no_circle_is_begun_before_the_programme_thought_about_what_can_go_wrong(ben, lea):
    made = AtCircles()

    assert code(made.proposes(ben, lea)) == (422, "circles-off")
    assert ben.room.get("/api/circles").json() == {"held": False, "circles": [], "people": []}


@pytest.mark.django_db
def test_an_assessment_with_an_open_question_opens_nothing():
    answers = dict.fromkeys(QUESTIONS[1:], "We talked about this.")
    for wrong in (answers, {**answers, QUESTIONS[0]: "  "}, {**answers, "else": "More"},
                  dict.fromkeys(QUESTIONS, "x" * 2_001)):  # fmt: skip
        with pytest.raises(Unanswered):
            fill_in_assessment(wrong, over=0, holds_circles=True, by_name="Dora", today=TODAY)

    assert unanswered(answers) == [QUESTIONS[0]]
    assert not RiskAssessment.objects.exists()


def test_an_assessment_is_kept_version_by_version_and_the_newest_counts(circle, ben, lea, ada):
    assessed(holds_circles=False)

    assert [one.version for one in RiskAssessment.objects.order_by("version")] == [1, 2]
    assert assessment().by_name == "Dora Lindqvist"
    assert code(circle.asks(ada, ben, lea)) == (422, "circles-off")
    assert ada.room.get("/api/circles").json()["held"] is False


def test_a_circle_begins_once_both_said_that_they_lead_it(held, ben, lea, ada):
    made = AtCircles()
    made.proposes(ben, lea)

    assert made.seen(lea)["mine"] == "asked-to-lead"
    assert made.seen(ada) is None
    assert not Conversation.objects.filter(kind=2).exists()

    assert made.leads(lea).status_code == 200

    conversation = Conversation.objects.get(kind=2)
    assert (conversation.mode, conversation.owner_id) == (Mode.ACTIVE, ben.account.pk)
    assert members(made) == {(one.account.pk, HOST, True) for one in (ben, lea)}
    assert made.seen(ada) is None
    made.opens(ben)
    assert made.seen(ada)["mine"] is None


def test_proposed_again_it_is_the_same_and_a_no_leaves_nothing(held, ben, lea):
    made = AtCircles()
    conv = made.proposes(ben, lea)
    assert made.does(lea, "lead", ben).status_code == 404
    assert lea.room.post(f"{made.path}/lead/no").status_code == 204
    assert conv.status_code == 201
    assert not Circle.objects.exists()


def test_only_whom_the_programme_stands_behind_leads(held, ada, ben, finn):
    made = AtCircles()

    assert missing(made.proposes(ben, finn))
    assert missing(made.proposes(ada, ben))
    assert missing(made.proposes(ben, ben))
    assert not Circle.objects.exists()


def test_a_circle_is_bound_to_the_keys_of_who_begins_it(held, ben, lea):
    assert missing(AtCircles().proposes(ben, lea, conv=to_text(os.urandom(16))))
    assert missing(AtCircles().proposes(ben, lea, rand=to_text(os.urandom(16))))


def test_a_circle_has_a_short_name_one_line_and_an_end_of_what_is_kept(held, ben, lea):
    for wrong in ({"name": " "}, {"name": "x" * 61}, {"line": ""}, {"line": "x" * 201},
                  {"retention": 0}, {"retention": 25}):  # fmt: skip
        assert code(AtCircles().proposes(ben, lea, **wrong)) == (422, "no-such-words")

    assert has_a_name("x" * 60, "x" * 200)


def test_nobody_leads_a_fourth_circle(held, ben, lea):
    for _ in range(MOST_LED):
        assert AtCircles().proposes(ben, lea).status_code == 201

    assert code(AtCircles().proposes(ben, lea)) == (422, "leads-enough")


def test_ada_asks_and_the_hosts_alone_see_that_she_waits(circle, ben, lea, ada, finn):
    assert circle.asks(ada, ben, lea).status_code == 200

    assert circle.seen(ada)["mine"] == "waiting"
    for host in (ben, lea):
        room = circle.waiting(host).json()
        assert [one["account_id"] for one in room["waiting"]] == [to_text(ada.account.ref)]
        assert room["waiting"][0]["box"]
        assert room["people"][0]["key_records"]
    assert missing(circle.waiting(ada))
    assert missing(circle.waiting(finn))
    assert "username" not in str(circle.waiting(ben).json())


def test_each_host_is_handed_the_letter_that_was_sealed_to_them(circle, ben, lea, ada):
    circle.asks(ada, ben, lea)
    boxes = {who: circle.waiting(host).json()["waiting"][0]["box"]
             for who, host in (("ben", ben), ("lea", lea))}  # fmt: skip

    assert boxes["ben"] != boxes["lea"]


def test_a_letter_for_other_hosts_is_not_taken(circle, ben, lea, ada, finn):
    assert code(circle.asks(ada, ben)) == (422, "other-hosts")
    assert code(circle.asks(ada, ben, lea, finn)) == (422, "other-hosts")
    short = [{"to": to_text(ben.account.ref), "box": to_text(bytes(100))}]
    assert ada.room.post(f"{circle.path}/ask", {"letters": short}).status_code == 400
    assert not Belonging.objects.filter(account=ada.account).exists()


def test_asked_again_she_waits_once_and_may_take_it_back(circle, ben, lea, ada):
    circle.asks(ada, ben, lea)
    circle.asks(ada, ben, lea)

    assert Knock.objects.count() == 2
    assert circle.takes_back(ada).status_code == 204
    assert not Knock.objects.exists()
    assert circle.seen(ada)["mine"] is None


def test_nobody_waits_for_a_fourth_circle(held, ben, lea, ada):
    for place in range(MOST_WAITING_FOR):
        made = AtCircles()
        made.proposes(ben, lea)
        made.leads(lea)
        made.opens(ben)
        assert made.asks(ada, ben, lea).status_code == 200, place
    Belonging.objects.filter(standing=Standing.HOST, circle=made.row).update(
        standing=Standing.IN
    )
    fourth = AtCircles()
    fourth.proposes(ben, lea)
    fourth.leads(lea)
    fourth.opens(ben)
    assert code(fourth.asks(ada, ben, lea)) == (422, "waits-for-enough")


def test_whom_a_host_lets_in_is_named_to_the_wire_and_given_the_keys_of_all(
    with_ada, ben, lea, ada, finn
):
    assert (ada.account.pk, 1, True) in members(with_ada)
    assert with_ada.seen(ada)["mine"] == "in"
    log = with_ada.seen(ada)["log"]
    assert log["owner"] == to_text(ben.account.ref)
    inside = with_ada.people(ada).json()
    assert {(one["account_id"], one["role"]) for one in inside["members"]} == {
        (to_text(ben.account.ref), HOST),
        (to_text(lea.account.ref), HOST),
        (to_text(ada.account.ref), 1),
    }
    assert all(one["key_records"] for one in inside["people"])
    assert not Knock.objects.exists()


def test_an_outsider_learns_of_no_member_and_of_no_log(with_ada, ada, finn):
    seen = with_ada.seen(finn)

    assert (seen["mine"], seen["log"]) == (None, None)
    assert to_text(ada.account.ref) not in str(finn.room.get("/api/circles").json())
    assert missing(with_ada.people(finn))
    assert missing(with_ada.leaves(finn))


def test_who_waits_sees_no_more_than_anybody_else(circle, ben, lea, ada):
    circle.asks(ada, ben, lea)

    assert circle.seen(ada)["log"] is None
    assert missing(circle.people(ada))


def test_a_specialist_who_is_let_in_is_named_as_one(circle, ben, lea, desk):
    from tests.cast import bring_in_specialist

    eve = bring_in_specialist("eve", desk, display_name="Noa")
    circle.asks(eve, ben, lea)
    circle.does(lea, "let-in", eve)

    assert (eve.account.pk, 2, True) in members(circle)


def test_not_now_is_said_without_a_reason_and_holds_for_thirty_days(circle, ben, lea, ada):
    circle.asks(ada, ben, lea)

    assert circle.does(lea, "not-now", ada).status_code == 204
    assert circle.seen(ada)["mine"] == "not-now"
    assert code(circle.asks(ada, ben, lea)) == (422, "not-now")
    forget_old_circles(today=TODAY + NO_DAYS)
    assert circle.seen(ada)["mine"] == "not-now"
    forget_old_circles(today=TODAY + NO_DAYS + 1)
    assert circle.seen(ada)["mine"] is None


def test_who_was_told_not_now_does_not_begin_anew_by_taking_the_ask_back(circle, ben, lea, ada):
    circle.asks(ada, ben, lea)
    circle.does(lea, "not-now", ada)

    assert missing(circle.takes_back(ada))
    assert circle.seen(ada)["mine"] == "not-now"
    assert code(circle.asks(ada, ben, lea)) == (422, "not-now")


def test_who_asked_before_a_measure_stopped_it_is_let_in_once_it_is_over(circle, ben, lea, ada):
    circle.asks(ada, ben, lea)
    stop_exactly(ada.account, {Stopped.CIRCLES})

    assert code(circle.does(lea, "let-in", ada)) == (422, "not-now")

    stop_exactly(ada.account, set())
    assert circle.does(lea, "let-in", ada).status_code == 204


def test_nobody_but_a_host_lets_in_or_says_not_now(with_ada, ben, lea, ada, finn):
    with_ada.asks(finn, ben, lea)

    for deed in ("let-in", "not-now"):
        assert missing(with_ada.does(ada, deed, finn))
        assert missing(with_ada.does(finn, deed, finn))
    assert with_ada.seen(finn)["mine"] == "waiting"


def test_an_ask_that_nobody_answers_goes_and_so_does_a_circle_nobody_led(circle, ben, lea, ada):
    circle.asks(ada, ben, lea)
    proposed = AtCircles()
    proposed.proposes(ben, lea)
    forget_old_circles(today=TODAY + ASK_DAYS)
    assert circle.seen(ada)["mine"] == "waiting"
    assert Circle.objects.count() == 2

    forget_old_circles(today=TODAY + ASK_DAYS + 1)

    assert circle.seen(ada)["mine"] is None
    assert list(Circle.objects.values_list("pk", flat=True)) == [circle.number]


def test_a_resting_circle_is_listed_for_nobody_else_and_takes_nobody(with_ada, ben, lea, finn):
    with_ada.opens(lea, takes_people=False)

    assert with_ada.seen(finn) is None
    assert missing(with_ada.asks(finn, ben, lea))
    assert with_ada.seen(ben)["state"] == "resting"


def test_whom_a_host_blocked_does_not_see_the_circle(circle, ben, lea, ada, finn):
    Block.objects.create(blocker=ben.account, blocked=ada.account)
    Block.objects.create(blocker=finn.account, blocked=lea.account)

    assert circle.seen(ada) is None
    assert circle.seen(finn) is None
    assert missing(circle.asks(ada, ben, lea))


def test_the_list_has_an_end_and_goes_on_where_it_ended(circle, ada, monkeypatch):
    monkeypatch.setattr("alongside.circles.queries.CIRCLES_A_PAGE", 1)

    assert len(ada.room.get("/api/circles").json()["circles"]) == 1
    older = ada.room.get(f"/api/circles?before={circle.number}").json()["circles"]
    assert older == []


def test_the_list_asks_the_same_number_of_questions_for_many(
    circle, ben, lea, ada, django_assert_max_num_queries
):
    for _ in range(2):
        more = AtCircles()
        more.proposes(ben, lea)
        more.leads(lea)
        more.opens(lea)
    with django_assert_max_num_queries(14):
        assert len(ada.room.get("/api/circles").json()["circles"]) == 3


def test_only_a_host_words_it_anew(with_ada, ben, ada, finn):
    assert with_ada.opens(ben, name="Morning circle").status_code == 200
    assert with_ada.seen(finn)["name"] == "Morning circle"
    assert missing(with_ada.opens(ada))
    assert missing(with_ada.opens(finn))
    assert code(with_ada.opens(ben, name="")) == (422, "no-such-words")


def test_a_letter_is_bytes_the_house_cannot_read(circle, ben, lea, ada):
    circle.asks(ada, ben, lea)

    assert {len(bytes(one.box)) for one in Knock.objects.all()} == {1_209}
    assert letter() != letter()
