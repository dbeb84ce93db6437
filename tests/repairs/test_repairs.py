import os

import pytest

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.relationships import actions as relationships
from alongside.repairs import actions
from alongside.repairs.announcements import RepairAnswered, RepairClosed, RepairOpened
from alongside.repairs.models import Repair
from alongside.repairs.rules import KEPT_AFTER_DUE, MONDAY_TO_FRIDAY, MOST_OPEN, due_on
from tests.racing import race

TODAY = clock.today()


def missing(answer):
    return (answer.status_code, answer.json()["error"]["code"]) == (404, "not-found")


def test_ada_says_it_and_both_see_until_when_a_reply_is_due(between, ref, ada, ben):
    answer = between.say(ada, ref)

    due = due_on(TODAY, working_days=MONDAY_TO_FRIDAY)
    open_now = {"ref": to_text(ref), "due_on": due, "answered": False, "late": False}
    assert answer.status_code == 200
    assert between.seen(ada) == [{**open_now, "mine": True, "tells_desk": False}]
    assert between.seen(ben) == [{**open_now, "mine": False, "tells_desk": None}]


def test_said_again_it_is_the_same(between, ref, ada):
    between.say(ada, ref)
    between.say(ada, ref, tells_desk=True)

    assert [one["tells_desk"] for one in between.seen(ada)] == [False]


def test_ada_says_anew_whether_the_desk_may_know_and_sees_what_stands(between, ref, ada, ben):
    between.say(ada, ref)

    for wished in (True, False, True):
        answer = between.wish(ada, ref, tells_desk=wished)
        assert answer.json()["repairs"][0]["tells_desk"] is wished

    assert between.seen(ben)[0]["tells_desk"] is None


def test_nobody_wishes_it_for_ada_and_ben_not_even_for_what_he_said(
    between, ref, ada, ben, finn
):
    own = os.urandom(16)
    between.say(ada, ref)
    between.say(ben, own)

    assert missing(between.wish(ben, ref))
    assert missing(between.wish(finn, ref))
    assert missing(between.wish(ben, own))
    assert missing(between.wish(ada, own))
    assert missing(between.wish(ada, os.urandom(16)))
    assert not Repair.objects.filter(tells_desk=True).exists()


def test_ben_replies_and_a_second_reply_is_no_news(between, ref, ada, ben, heard):
    between.say(ada, ref)
    assert between.reply(ben, ref).json()["repairs"][0]["answered"]
    between.reply(ben, ref)

    assert between.seen(ada)[0]["answered"]
    assert [type(one) for one in heard] == [RepairOpened, RepairAnswered]
    assert heard[1].in_time


def test_ada_cannot_reply_to_herself(between, ref, ada):
    between.say(ada, ref)

    assert missing(between.reply(ada, ref))
    assert not between.seen(ada)[0]["answered"]


def test_only_ada_closes_what_she_said_and_then_nothing_of_it_is_left(
    between, ref, ada, ben, heard
):
    between.say(ada, ref)
    between.reply(ben, ref)

    assert missing(between.close(ben, ref))
    assert len(between.seen(ada)) == 1
    assert between.close(ada, ref).status_code == 204

    assert (between.seen(ada), between.seen(ben)) == ([], [])
    assert not Repair.objects.exists()
    assert type(heard[-1]) is RepairClosed


def test_ada_may_close_it_without_a_reply(between, ref, ada):
    between.say(ada, ref)

    assert between.close(ada, ref).status_code == 204
    assert missing(between.close(ada, ref))


def test_whoever_was_let_down_is_the_one_who_closes_it_also_when_it_is_ben(
    between, ref, ada, ben
):
    between.say(ben, ref)

    assert missing(between.close(ada, ref))
    assert between.reply(ada, ref).status_code == 200
    assert between.close(ben, ref).status_code == 204


@pytest.mark.parametrize("who", ["cem", "finn", "dora", "eve"])
def test_somebody_else_cannot_tell_it_from_nothing(between, ref, ada, request, who):
    stranger = request.getfixturevalue(who)
    between.say(ada, ref)

    there = [
        stranger.room.get(between.path),
        between.say(stranger, ref),
        between.reply(stranger, ref),
        between.close(stranger, ref),
    ]
    assert all(missing(answer) for answer in there)
    assert len({answer.content for answer in there}) == 1
    assert len(between.seen(ada)) == 1


def test_ben_cannot_take_what_ada_said_for_his_own(between, ref, ada, ben):
    between.say(ada, ref)

    assert missing(between.say(ben, ref, tells_desk=True))


def test_nobody_says_it_where_nobody_may_write(between, ref, ada, talking):
    relationships.pause(talking, by=ada.account, today=TODAY)

    answer = between.say(ada, ref)

    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "not-now")


def test_ten_can_be_open_at_once_and_the_list_ends_there(between, ada):
    for _ in range(MOST_OPEN):
        assert between.say(ada, os.urandom(16)).status_code == 200

    answer = between.say(ada, os.urandom(16))

    assert answer.json()["error"]["code"] == "repairs-full"
    assert len(between.seen(ada)) == MOST_OPEN


def test_what_is_open_goes_with_the_end(between, ref, ada, ben, talking):
    between.say(ada, ref)

    relationships.end(talking, by=ben.account, today=TODAY)

    assert not Repair.objects.exists()


def test_the_house_forgets_90_days_after_the_day_and_not_before(between, ref, ada):
    between.say(ada, ref)
    due = Repair.objects.get().due_on

    assert actions.forget_old_repairs(today=due + KEPT_AFTER_DUE) == 0
    assert actions.forget_old_repairs(today=due + KEPT_AFTER_DUE + 1) == 1


def test_the_house_keeps_a_day_and_a_state_and_no_word(between, ref, ada):
    between.say(ada, ref)

    kept = {field.name for field in Repair._meta.get_fields()}
    assert kept == {
        "id",
        "relationship",
        "ref",
        "by",
        "due_on",
        "answered",
        "tells_desk",
        "desk_told",
    }


@pytest.mark.django_db(transaction=True)
def test_two_windows_that_say_it_at_once_say_it_once(between, ref, ada):
    outcomes = race(*[lambda: between.say(ada, ref).status_code] * 2)

    assert outcomes == [200, 200]
    assert Repair.objects.count() == 1


def test_words_do_not_reach_the_house(between, ref, ada):
    path = f"{between.path}/{to_text(ref)}"

    answer = ada.room.put(path, {"tells_desk": False, "words": "You were late."})

    assert answer.status_code == 400
    assert not Repair.objects.exists()


def test_however_much_ben_has_open_ada_can_still_say_hers(between, ref, ada, ben):
    for _ in range(MOST_OPEN):
        between.say(ben, os.urandom(16))

    assert between.say(ada, ref).status_code == 200
    assert len(between.seen(ada)) == MOST_OPEN + 1


def test_a_pause_takes_no_time_from_whoever_is_to_reply(between, ref, ada, ben, talking):
    between.say(ada, ref)
    Repair.objects.update(due_on=TODAY - 9)
    relationships.pause(talking, by=ada.account, until=TODAY + 20, today=TODAY)

    relationships.resume(talking, by=ada.account, today=TODAY)

    assert Repair.objects.get().due_on == due_on(TODAY, working_days=MONDAY_TO_FRIDAY)
