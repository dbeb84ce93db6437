"""Invites: one link, one newcomer, one week; used, over and never made look alike."""

import secrets

import pytest

from alongside.ground import clock
from alongside.ground.announce import announce
from alongside.ground.identifiers import to_text
from alongside.keys.announcements import LockRenewed
from alongside.programme.models import Seat
from alongside.relationships.models import Invite, Relationship
from alongside.timers.actions import run_due
from tests.cast import accept, ask, ask_papers, bring_in_specialist, yes_papers
from tests.racing import race
from tests.stored import store

TODAY = clock.today()
BIND = "B" * 42 + "A"
YES = "C" * 42 + "A"


def code(answer):
    return answer.status_code, answer.json().get("error", {}).get("code")


def invite(specialist):
    """Ben's room makes an invite: the house gets nothing but its name."""
    ref = to_text(secrets.token_bytes(16))
    answer = specialist.room.post("/api/invites", {"invite_id": ref})
    assert answer.status_code == 201, answer.content
    return ref


def come_with(ref, client, specialist, *, bind=BIND):
    papers = ask_papers(client, specialist)
    given = {**papers.payload, "invite": {"invite_id": ref, "bind": bind}}
    return client.room.post("/api/asks", given), papers


def look(ref, room):
    return room.post("/api/invites/look", {"invite_id": ref})


def of_ben(ben):
    return ben.room.get("/api/invites").json()["invites"]


def test_ben_sees_which_link_brought_a_hello_and_ada_sees_his_answer(ada, ben):
    ref = invite(ben)
    answer, papers = come_with(ref, ada, ben)
    store(papers.frame)

    (his,) = ben.room.get("/api/relationships").json()["relationships"]
    assert his["invite"] == {"invite_id": ref, "bind": BIND, "yes": None}
    made = Relationship.objects.get(pk=answer.json()["id"])
    yes = {**yes_papers(ben, made), "invite_yes": YES}
    assert ben.room.post(f"/api/relationships/{made.pk}/accept", yes).status_code == 200
    (mine,) = ada.room.get("/api/relationships").json()["relationships"]
    assert mine["invite"] == {"invite_id": ref, "bind": BIND, "yes": YES}


def test_who_came_without_a_link_has_no_line_about_one(asked, ben):
    (his,) = ben.room.get("/api/relationships").json()["relationships"]

    assert "invite" not in his


def test_an_answer_to_a_link_that_nobody_came_by_is_no_answer(asked, ben):
    yes = {**yes_papers(ben, asked), "invite_yes": YES}

    assert code(ben.room.post(f"/api/relationships/{asked.pk}/accept", yes)) == (
        404,
        "not-found",
    )
    asked.refresh_from_db()
    assert asked.state == "asked"


def test_a_second_use_finds_nothing_and_ben_is_told(ada, finn, ben, nobody):
    ref = invite(ben)
    answer, _ = come_with(ref, ada, ben)
    assert answer.status_code == 201
    assert [one["came_again"] for one in of_ben(ben)] == [False]

    second, _ = come_with(ref, finn, ben)

    never, _ = come_with("A" * 22, finn, ben)
    assert (second.status_code, second.content) == (never.status_code, never.content)
    assert code(second) == (404, "not-found")
    assert Relationship.objects.count() == 1
    assert of_ben(ben) == [
        {"invite_id": ref, "ends_on": TODAY + 7, "used": True, "came_again": True}
    ]


def test_looking_at_a_used_link_is_enough_for_ben_to_be_told(ada, ben, nobody):
    ref = invite(ben)
    assert look(ref, nobody).status_code == 204
    come_with(ref, ada, ben)
    assert of_ben(ben)[0]["came_again"] is False

    used, never = look(ref, nobody), look("A" * 22, nobody)

    assert (used.status_code, used.content) == (404, never.content)
    assert of_ben(ben)[0]["came_again"] is True


def test_the_same_ask_sent_again_is_no_second_use(ada, ben):
    ref = invite(ben)
    papers = ask_papers(ada, ben)
    given = {**papers.payload, "invite": {"invite_id": ref, "bind": BIND}}

    answers = [ada.room.post("/api/asks", given) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 201]
    assert of_ben(ben)[0]["came_again"] is False


def test_a_link_is_over_after_its_week(ada, ben, nobody):
    ref = invite(ben)
    Invite.objects.update(ends_on=TODAY)
    assert look(ref, nobody).status_code == 204
    Invite.objects.update(ends_on=TODAY - 1)

    assert code(look(ref, nobody)) == (404, "not-found")
    answer, _ = come_with(ref, ada, ben)
    assert code(answer) == (404, "not-found")
    assert of_ben(ben)[0]["came_again"] is False


def test_a_link_of_bens_leads_to_nobody_else(ada, ben, desk):
    theo = bring_in_specialist("maple-otter-5528", desk, display_name="Theo")
    ref = invite(ben)

    answer, _ = come_with(ref, ada, theo)

    assert code(answer) == (404, "not-found")
    assert look(ref, ada.room).status_code == 204


@pytest.mark.parametrize("change", [{"paused": True}, {"cap": 1}])
def test_a_link_opens_no_door_that_ben_has_shut_and_stays_good(ada, finn, ben, change):
    ref = invite(ben)
    accept(ask(finn, ben)[0], ben)
    Seat.objects.filter(account=ben.account).update(**change)

    answer, _ = come_with(ref, ada, ben)

    assert code(answer) == (422, "not-free")
    Seat.objects.filter(account=ben.account).update(paused=False, cap=3)
    answer, _ = come_with(ref, ada, ben)
    assert answer.status_code == 201


@pytest.mark.django_db(transaction=True)
def test_of_two_who_come_at_once_by_one_link_one_is_let_in(ada, finn, ben):
    ref = invite(ben)
    papers = [
        {**ask_papers(one, ben).payload, "invite": {"invite_id": ref, "bind": BIND}}
        for one in (ada, finn)
    ]

    found = race(
        *[
            lambda one=one, given=given: one.room.post("/api/asks", given).status_code
            for one, given in zip((ada, finn), papers, strict=True)
        ]
    )

    assert sorted(found) == [201, 404]
    assert Relationship.objects.count() == 1


def test_ben_takes_a_link_back_and_finn_cannot(ben, finn, nobody):
    ref = invite(ben)
    take_back = {"invite_id": ref}
    assert code(finn.room.post("/api/invites/take-back", take_back)) == (404, "not-found")

    assert ben.room.post("/api/invites/take-back", take_back).status_code == 204

    assert code(look(ref, nobody)) == (404, "not-found")
    assert of_ben(ben) == []


def test_a_link_whose_hello_waits_is_not_put_away(ada, ben):
    ref = invite(ben)
    answer, papers = come_with(ref, ada, ben)
    store(papers.frame)
    put_away = {"invite_id": ref}
    assert code(ben.room.post("/api/invites/take-back", put_away)) == (422, "not-now")

    ben.room.post(f"/api/relationships/{answer.json()['id']}/decline")

    assert ben.room.post("/api/invites/take-back", put_away).status_code == 204
    assert of_ben(ben) == []


def test_ben_has_at_most_twenty_open_links(ben):
    refs = [invite(ben) for _ in range(20)]
    one_more = {"invite_id": "A" * 22}
    assert code(ben.room.post("/api/invites", one_more)) == (422, "invites-full")
    assert ben.room.post("/api/invites", {"invite_id": refs[0]}).status_code == 201

    ben.room.post("/api/invites/take-back", {"invite_id": refs[0]})

    assert ben.room.post("/api/invites", one_more).status_code == 201


def test_who_has_twenty_open_links_can_make_one_again_once_their_week_is_over(ben):
    for _ in range(20):
        invite(ben)
    one_more = {"invite_id": "A" * 22}
    Invite.objects.update(ends_on=TODAY)
    assert code(ben.room.post("/api/invites", one_more)) == (422, "invites-full")

    Invite.objects.update(ends_on=TODAY - 1)

    assert ben.room.post("/api/invites", one_more).status_code == 201


def test_only_somebody_the_programme_stands_behind_makes_links(ada, ben, desk):
    one = {"invite_id": "A" * 22}
    assert code(ada.room.post("/api/invites", one)) == (404, "not-found")
    theo = bring_in_specialist("maple-otter-5528", desk, display_name="Theo")
    ref = invite(theo)

    assert code(ben.room.post("/api/invites", {"invite_id": ref})) == (404, "not-found")


def test_with_a_new_lock_open_links_are_gone_and_used_ones_stay(ada, ben, nobody):
    used, unused = invite(ben), invite(ben)
    come_with(used, ada, ben)

    announce(LockRenewed(ben.account))

    assert code(look(unused, nobody)) == (404, "not-found")
    assert [one["invite_id"] for one in of_ben(ben)] == [used]


def test_closing_a_place_takes_its_open_links_along(ben, nobody):
    ref = invite(ben)

    auth = to_text(ben.made.locks[0].auth)
    assert ben.room.post("/api/close-place", {"auth": auth}).status_code == 200

    assert code(look(ref, nobody)) == (404, "not-found")


def test_three_weeks_after_its_end_a_link_is_forgotten(ada, ben):
    ref = invite(ben)
    come_with(ref, ada, ben)
    Invite.objects.update(ends_on=TODAY - 21)
    run_due(now=clock.now())
    assert Invite.objects.count() == 1

    Invite.objects.update(ends_on=TODAY - 22)
    run_due(now=clock.now())

    assert Invite.objects.count() == 0
