from datetime import timedelta

import pytest

from alongside.appointments import actions, desk
from alongside.appointments.actions.agreeing import TooManyLetBe, Wanted
from alongside.appointments.actions.holding import TimeHasChanged
from alongside.appointments.models import Appointment, Stands
from alongside.appointments.queries import appointment_of, appointments_of
from alongside.appointments.rules import meeting
from alongside.ground.identifiers import to_text
from tests.appointments.meeting import NOW, agreed, at, propose


def test_a_yes_is_for_the_hour_that_was_seen_and_for_no_other(talking, ada, ben):
    one = agreed(talking, ada, ben, at(3))
    actions.move(one, to=at(4), by=ada.account, now=NOW)
    actions.move(one, to=at(5), by=ada.account, now=NOW)

    with pytest.raises(TimeHasChanged):
        actions.agree_to_move(one, at=at(4), by=ben.account, now=NOW)
    assert appointment_of(ben.account, one.ref).starts_at == at(3)

    actions.agree_to_move(one, at=at(5), by=ben.account, now=NOW)
    assert appointment_of(ada.account, one.ref).starts_at == at(5)


def test_a_yes_without_an_hour_is_none_and_a_wrong_hour_is_told_in_words(talking, ada, ben):
    one = agreed(talking, ada, ben, at(3))
    actions.move(one, to=at(4), by=ada.account, now=NOW)
    path = f"/api/appointments/{to_text(bytes(one.ref))}/move/agree"

    assert ben.room.post(path).status_code == 400
    wrong = ben.room.post(path, {"at": int(at(5).timestamp())})
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (409, "time-changed")
    assert ben.room.post(path, {"at": int(at(4).timestamp())}).status_code == 200


def test_nobody_puts_their_wish_in_place_of_the_others(talking, ada, ben):
    one = agreed(talking, ada, ben, at(3))
    actions.move(one, to=at(4), by=ada.account, now=NOW)

    with pytest.raises(TimeHasChanged):
        actions.move(one, to=at(6), by=ben.account, now=NOW)
    assert appointment_of(ben.account, one.ref).wished_at == at(4)


def test_asking_and_taking_back_without_end_has_an_end_and_the_other_side_still_asks(
    talking, ada, ben
):
    for _ in range(meeting.MOST_LET_BE // 12):
        made = propose(talking, ada, at(1), times=12)
        actions.decline(made[0], by=ada.account)

    with pytest.raises(TooManyLetBe):
        propose(talking, ada, at(1))
    assert propose(talking, ben, at(1))
    actions.forget_old(now=NOW + timedelta(days=meeting.LET_BE_DAYS - 1))
    later = NOW + timedelta(days=meeting.LET_BE_DAYS)
    wanted = Wanted(at(20, 15), 50)
    assert actions.propose(talking, wanted, by=ada.account, now=later)


def test_what_came_to_nothing_hides_no_time_that_both_count_on(talking, ada, ben):
    kept = agreed(talking, ada, ben, at(1))
    for made in (propose(talking, ada, at(2)), propose(talking, ben, at(3))):
        actions.decline(made[0], by=ada.account)

    assert [one.pk for one in appointments_of(ben.account)] == [kept.pk]
    listed = ben.room.get("/api/appointments?closed=1").json()["appointments"]
    assert [one["state"] for one in listed] == ["declined", "taken-back"]


def test_of_what_came_to_nothing_the_house_keeps_the_day_and_soon_nothing(talking, ada, ben):
    declined = propose(talking, ada, at(20, 15))[0]
    actions.decline(declined, by=ben.account)
    taken_back = propose(talking, ada, at(20, 17))[0]
    actions.decline(taken_back, by=ada.account)
    assert desk.meetings().moved_away == 0
    cancelled = agreed(talking, ada, ben, at(21, 16))
    actions.cancel(cancelled, by=ada.account, now=NOW)
    stands = agreed(talking, ada, ben, at(22, 16))

    actions.forget_old(now=NOW)
    assert Appointment.objects.get(pk=declined.pk).starts_at == at(20, 15)
    actions.forget_old(now=NOW + timedelta(days=1))
    assert Appointment.objects.get(pk=declined.pk).starts_at == at(20, 0)
    assert Appointment.objects.get(pk=cancelled.pk).starts_at == at(21, 0)
    assert Appointment.objects.get(pk=stands.pk).starts_at == at(22, 16)

    actions.forget_old(now=NOW + timedelta(days=7))
    left = list(Appointment.objects.order_by("pk").values_list("state", flat=True))
    assert left == [Stands.CANCELLED, Stands.AGREED]
    actions.forget_old(now=NOW + timedelta(weeks=8))
    assert list(Appointment.objects.values_list("pk", flat=True)) == [stands.pk]
