"""A specialist's planned break: clients are told before, their talks rest, all comes back."""

import pytest

from alongside.conversations.models import Conversation, Mode
from alongside.conversations.queries import waiting_heads
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.matching.models import NotFor
from alongside.people.actions import block
from alongside.programme.actions import give_up_seat
from alongside.programme.models import Seat
from alongside.relationships import actions
from alongside.relationships.actions.asking import NotFree
from alongside.relationships.models import Pause
from tests.cast import ask_papers

TODAY = clock.today()
PATH = "/api/carrying/break"


def plan(member, from_on, back_on, cover=None):
    papers = {"from_on": from_on, "back_on": back_on, "cover": cover and ref_of(cover)}
    return member.room.call("PUT", PATH, papers)


def ref_of(member):
    return to_text(bytes(member.account.ref))


def seen(member):
    return member.room.get("/api/relationships").json()["relationships"][0]


def listed(member, other):
    people = member.room.get("/api/directory").json()["people"]
    return next(one for one in people if one["account_id"] == ref_of(other))


def test_ada_reads_beforehand_when_ben_is_away_and_who_could_stand_in(talking, ada, ben, lea):
    assert plan(ben, TODAY + 10, TODAY + 24, lea).status_code == 200

    away = {"from_on": TODAY + 10, "back_on": TODAY + 24, "cover": "Lea"}
    assert (seen(ada)["state"], seen(ada)["away"]) == ("active", away)
    # What she reads of it is hers: his own page has it all.
    assert "away" not in seen(ben)
    told = ben.room.get("/api/carrying").json()["away"]
    assert told == {"from_on": TODAY + 10, "back_on": TODAY + 24, "cover": ref_of(lea)}
    assert listed(ada, ben)["free"] is True


def test_nobody_is_named_to_ada_whom_she_keeps_apart_from(talking, ada, ben, lea):
    plan(ben, TODAY + 10, TODAY + 24, lea)
    NotFor.objects.create(client=ada.account, specialist=lea.account)

    assert seen(ada)["away"]["cover"] is None
    NotFor.objects.all().delete()
    block(lea.account, by=ada.account)
    assert seen(ada)["away"]["cover"] is None


def test_new_hellos_stop_two_days_before_and_the_list_says_from_when_again(
    house, finn, ada, ben, lea
):
    plan(ben, TODAY + 2, TODAY + 9)

    assert (listed(ada, ben)["free"], listed(ada, ben)["again_day"]) == (False, TODAY + 9)
    answer = ada.room.call("POST", "/api/asks", ask_papers(ada, ben).payload)
    assert answer.json()["error"]["code"] == NotFree.code
    ben.room.call("DELETE", PATH, None)
    assert (listed(ada, ben)["free"], listed(ada, ben)["again_day"]) == (True, None)


def test_on_its_first_day_talks_rest_no_promise_runs_late_and_all_comes_back(talking, ada, ben):
    plan(ben, TODAY + 3, TODAY + 10)

    assert actions.begin_breaks(today=TODAY + 2) == 0
    assert actions.begin_breaks(today=TODAY + 3) == 1
    assert actions.begin_breaks(today=TODAY + 4) == 0

    pause = seen(ada)["pause"]
    assert (pause["by"], pause["until_on"], pause["over_on"]) == ("them", TODAY + 10, None)
    assert Conversation.objects.get(relationship=talking).mode == Mode.PAUSED
    assert not waiting_heads(today=TODAY + 9, within_days=1).exists()

    assert actions.wake_paused(today=TODAY + 10) == 1
    assert actions.forget_breaks(today=TODAY + 9) == 0
    assert actions.forget_breaks(today=TODAY + 10) == 1
    assert actions.begin_breaks(today=TODAY + 10) == 0
    assert seen(ada)["state"] == "active"
    seat = Seat.objects.get(account=ben.account)
    assert (seat.away_from_on, seat.back_on, seat.cover) == (None, None, None)


def test_a_break_of_today_begins_at_once_and_ben_comes_back_when_he_says_so(talking, ada, ben):
    plan(ben, TODAY, TODAY + 9)
    assert seen(ada)["state"] == "paused"
    assert plan(ben, TODAY, TODAY + 5).json()["error"]["code"] == "break-now"

    assert ben.room.call("DELETE", PATH, None).json()["away"] is None

    assert seen(ada)["state"] == "active"
    assert "away" not in seen(ada)
    assert actions.begin_breaks(today=TODAY + 1) == 0


def test_what_ben_takes_up_again_in_his_break_stays_open(talking, ada, ben):
    plan(ben, TODAY, TODAY + 9)
    ben.room.call("POST", f"/api/relationships/{talking.pk}/resume", None)

    assert actions.begin_breaks(today=TODAY + 1) == 0
    assert seen(ada)["state"] == "active"


def test_adas_own_pause_stays_hers_and_rests_on_when_it_ends_in_the_break(talking, ada, ben):
    ada.room.call("POST", f"/api/relationships/{talking.pk}/pause", {"until_on": TODAY + 2})
    plan(ben, TODAY, TODAY + 9)

    assert seen(ada)["pause"]["by"] == "you"
    actions.wake_paused(today=TODAY + 2)
    assert actions.begin_breaks(today=TODAY + 2) == 1
    assert Pause.objects.get().until_on == TODAY + 9


@pytest.mark.parametrize(
    "days", [(-1, 5), (0, 0), (5, 4), (0, 57), (183, 190)], ids=lambda days: f"{days}"
)
def test_a_break_has_days_that_people_can_live_with(talking, ben, days):
    answer = plan(ben, TODAY + days[0], TODAY + days[1])

    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "break-days")


def test_only_somebody_the_programme_stands_behind_is_named(talking, ada, ben, finn):
    for who in (ben, ada, finn):
        answer = plan(ben, TODAY + 1, TODAY + 5, who)
        assert answer.json()["error"]["code"] == NotFree.code
    assert ben.room.get("/api/carrying").json()["away"] is None


def test_whoever_goes_is_nobodys_stand_in(talking, ada, ben, lea):
    plan(ben, TODAY + 1, TODAY + 5, lea)
    give_up_seat(lea.account)

    assert Seat.objects.get(account=ben.account).cover is None
