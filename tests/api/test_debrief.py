"""After a hard talk Ben asks Cem for time; Cem says a day, and nobody else reads of it."""

import pytest

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.keys.models import Endorsement
from alongside.notices.models import Owed, Reach
from alongside.people.announcements import PlaceClosed
from alongside.programme import actions, debriefs, supporting
from alongside.programme.models import Debrief
from alongside.programme.queries import working_days
from alongside.repairs.rules import due_on

PATH = "/api/debrief"


def reach_of(member, number):
    return Reach.objects.create(
        account=member.account, ref=bytes([number]) * 16, address="x@y.org", confirmed=True
    )


def answer_path(member):
    return f"/api/supervising/{to_text(bytes(member.account.ref))}/debrief"


def code_of(answer):
    return answer.status_code, answer.json()["error"]["code"]


def test_ben_asks_by_one_press_cem_says_a_day_and_each_is_owed_a_note(supervisor, ben):
    today = clock.today()
    of_cem, of_ben = reach_of(supervisor, 1), reach_of(ben, 2)
    before = ben.room.get(PATH).json()
    assert (before["supporter"], before["asked_on"]) == ("Cem", None)

    asked = ben.room.post(PATH).json()
    assert asked["asked_on"] == today
    assert asked["due_on"] == due_on(today, working_days=working_days()) > today
    assert [owed.reach for owed in Owed.objects.all()] == [of_cem]
    (one,) = supervisor.room.get("/api/supervising").json()["people"]
    days = {"asked_on": today, "due_on": asked["due_on"]}
    assert one["debrief"] == days | {"meets_on": None}

    Owed.objects.all().delete()
    assert supervisor.room.post(answer_path(ben), {"meets_on": today + 2}).status_code == 204
    assert ben.room.get(PATH).json()["meets_on"] == today + 2
    assert [owed.reach for owed in Owed.objects.all()] == [of_ben]


def test_a_second_press_changes_nothing_and_tells_nobody_again(supervisor, ben):
    ben.room.post(PATH)
    Debrief.objects.update(asked_on=clock.today() - 2)
    reach_of(supervisor, 1)

    assert ben.room.post(PATH).json()["asked_on"] == clock.today() - 2
    assert not Owed.objects.exists()


def test_once_the_day_is_over_ben_may_ask_anew_and_put_it_away_at_any_time(supervisor, ben):
    today = clock.today()
    ben.room.post(PATH)
    Debrief.objects.update(asked_on=today - 9, meets_on=today - 1)

    again = ben.room.post(PATH).json()
    assert (again["asked_on"], again["meets_on"]) == (today, None)
    for _ in range(2):
        assert ben.room.call("DELETE", PATH, None).status_code == 204
    assert ben.room.get(PATH).json()["asked_on"] is None
    assert supervisor.room.get("/api/supervising").json()["people"][0]["debrief"] is None


@pytest.mark.parametrize("away", [-1, debriefs.FURTHEST + 1])
def test_a_day_that_is_over_or_far_away_is_refused_and_the_wish_stays(supervisor, ben, away):
    ben.room.post(PATH)
    day = clock.today() + away

    answer = supervisor.room.post(answer_path(ben), {"meets_on": day})
    assert code_of(answer) == (422, "debrief-day")
    assert ben.room.get(PATH).json()["meets_on"] is None


def test_with_nobody_behind_him_ben_reads_that_and_nothing_is_kept(supervisor, ben):
    Endorsement.objects.filter(account=supervisor.account).update(revoked=True)
    assert ben.room.get(PATH).json()["supporter"] is None
    assert code_of(ben.room.post(PATH)) == (422, "debrief-nobody")
    supporting.support(ben.account.pk, supervisor=None)
    assert code_of(ben.room.post(PATH)) == (422, "debrief-nobody")
    assert not Debrief.objects.exists()


def test_nobody_else_asks_answers_or_learns_of_it(supervisor, ada, ben, dora, eve, finn):
    ben.room.post(PATH)
    body = {"meets_on": clock.today() + 1}
    for member in (ada, finn, eve, dora, supervisor):
        assert code_of(member.room.get(PATH)) == (404, "not-found")
        assert code_of(member.room.post(PATH)) == (404, "not-found")
    for member in (ada, ben, finn, eve, dora):
        assert code_of(member.room.post(answer_path(ben), body)) == (404, "not-found")
    # Nor does Cem, of somebody he does not support, or once it was taken back.
    assert code_of(supervisor.room.post(answer_path(ada), body)) == (404, "not-found")
    ben.room.call("DELETE", PATH, None)
    assert code_of(supervisor.room.post(answer_path(ben), body)) == (404, "not-found")


def test_who_supports_ben_from_now_on_hears_that_he_waits(supervisor, ben, eve):
    ben.room.post(PATH)
    reach = reach_of(eve, 3)
    supporting.support(ben.account.pk, supervisor=eve.account)

    assert [owed.reach for owed in Owed.objects.all()] == [reach]
    answer = supervisor.room.post(answer_path(ben), {"meets_on": clock.today()})
    assert code_of(answer) == (404, "not-found")


def test_it_is_forgotten_after_four_weeks_and_with_the_place(supervisor, ben):
    today = clock.today()
    ben.room.post(PATH)
    assert supporting.forget_debriefs(today=today + debriefs.KEPT_DAYS - 1) == 0
    assert supporting.forget_debriefs(today=today + debriefs.KEPT_DAYS) == 1

    ben.room.post(PATH)
    actions.forget_of_closed(PlaceClosed(ben.account))
    assert not Debrief.objects.exists()
