import pytest

from alongside.conversations.models import Conversation, Head, Mode
from alongside.conversations.queries import waiting_heads
from alongside.ground import clock
from alongside.relationships import actions, rules
from alongside.relationships.models import Pause, Relationship
from alongside.relationships.queries import load_of
from tests.cast import ask_papers

TODAY = clock.today()


def call(member, relationship, name, papers=None, *, method="POST"):
    return member.room.call(method, f"/api/relationships/{relationship.pk}/{name}", papers)


def rest(member, relationship, until=None):
    return call(member, relationship, "pause", {"until_on": until})


def seen(member):
    return member.room.get("/api/relationships").json()["relationships"][0]


def mode_of(relationship):
    return Conversation.objects.get(relationship=relationship).mode


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_either_can_rest_until_a_day_and_the_other_sees_until_when(talking, ada, ben, who):
    member, other = (ada, ben) if who == "ada" else (ben, ada)

    assert rest(member, talking, TODAY + 9).json()["state"] == "paused"

    assert mode_of(talking) == Mode.PAUSED
    pause = {"since_on": TODAY, "until_on": TODAY + 9, "chosen": True, "over_on": None}
    assert seen(member)["pause"] == {"by": "you", **pause}
    assert (seen(other)["state"], seen(other)["pause"]) == ("paused", {"by": "them", **pause})


def test_without_a_day_a_pause_lasts_eight_weeks_and_no_longer(talking, ada):
    for until in (TODAY, TODAY - 1, TODAY + 57):
        assert rest(ada, talking, until).json()["error"]["code"] == "not-a-pause"
    assert seen(ada)["state"] == "active"

    rest(ada, talking)

    assert (seen(ada)["pause"]["until_on"], seen(ada)["pause"]["chosen"]) == (TODAY + 56, False)


def test_only_whose_pause_it_is_can_call_it_back(talking, ada, ben):
    rest(ada, talking)

    assert call(ben, talking, "resume").json()["error"]["code"] == "not-now"
    assert mode_of(talking) == Mode.PAUSED
    assert call(ada, talking, "resume").json()["state"] == "active"
    assert mode_of(talking) == Mode.ACTIVE


def test_it_ends_by_itself_on_its_day_and_does_not_turn_into_an_end(talking, ada, ben):
    rest(ben, talking, TODAY + 7)

    assert actions.wake_paused(today=TODAY + 6) == 0
    assert actions.wake_paused(today=TODAY + 7) == 1
    assert actions.wake_paused(today=TODAY + 7) == 0

    assert (seen(ada)["state"], seen(ada)["pause"]["over_on"]) == ("active", TODAY + 7)
    assert mode_of(talking) == Mode.ACTIVE
    assert actions.forget_pauses(today=TODAY + 7 + rules.PAUSE_TOLD_DAYS) == 0
    assert actions.forget_pauses(today=TODAY + 8 + rules.PAUSE_TOLD_DAYS) == 1
    assert "pause" not in seen(ada)


def test_a_pause_can_be_followed_by_another(talking, ada, ben):
    rest(ben, talking)
    call(ben, talking, "resume")

    assert rest(ada, talking, TODAY + 3).status_code == 200
    assert Pause.objects.get().over_on is None


def test_nobody_counts_as_waiting_while_they_rest_and_the_wait_begins_anew_after(talking, ben):
    Head.objects.update(waiting_since=TODAY - 5)
    rest(ben, talking)
    assert not waiting_heads(today=TODAY, within_days=0).exists()

    call(ben, talking, "resume")

    assert Head.objects.get().waiting_since == TODAY


def test_nobody_waits_after_a_pause_who_did_not_wait_before(talking, ben):
    Head.objects.update(waiting_since=None)
    rest(ben, talking)

    call(ben, talking, "resume")

    assert Head.objects.get().waiting_since is None


def test_a_pause_keeps_the_place_with_a_specialist(talking, ada, ben):
    rest(ada, talking)

    assert load_of(ben.account) == 1
    assert ada.room.post("/api/asks", ask_papers(ada, ben).payload).status_code == 422


@pytest.mark.parametrize("who", ["ada", "ben"])
@pytest.mark.parametrize("way", ["end", "block"])
def test_either_can_leave_in_a_pause_whosever_it_is(talking, ada, ben, who, way):
    rest(ben, talking)

    assert call(ada if who == "ada" else ben, talking, way).json()["state"] == "ended"

    assert mode_of(talking) == Mode.CLOSED
    assert not Pause.objects.exists()


def test_a_hello_that_waits_cannot_be_paused(asked, ada, ben):
    for member in (ada, ben):
        assert rest(member, asked).json()["error"]["code"] == "not-now"
    assert Relationship.objects.get().state == "asked"


def test_closing_a_place_ends_a_pause_too_and_says_that_the_place_was_closed(talking, ada, ben):
    rest(ada, talking)

    actions.leave_all(ben.account, today=TODAY)

    assert (seen(ada)["state"], seen(ada)["ended_how"]) == ("ended", "closed")
