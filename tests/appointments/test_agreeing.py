from datetime import timedelta

import pytest

from alongside.appointments import actions
from alongside.appointments.actions.agreeing import TooManyTimes
from alongside.appointments.actions.holding import NotATime, NotThisStep, TimeIsTaken
from alongside.appointments.announcements import (
    AppointmentAgreed,
    AppointmentBroken,
    AppointmentCancelled,
    AppointmentKept,
    AppointmentMoved,
    AppointmentSeenApart,
)
from alongside.appointments.models import Appointment, Stands
from alongside.appointments.queries import appointment_of, coming_of, free_for
from alongside.appointments.rules.hours import OtherDay, Pattern
from alongside.ground import clock
from alongside.ground.announce import _listeners, listen
from alongside.ground.identifiers import to_text
from alongside.ground.refusal import NotYours
from alongside.relationships import actions as relationships
from tests.appointments.meeting import EVERY_DAY, NOW, agreed, at, propose, say_hours
from tests.cast import accept, ask


@pytest.fixture
def heard():
    """What was announced of appointments that others build on."""
    found = []
    kinds = (
        *(AppointmentAgreed, AppointmentMoved, AppointmentCancelled),
        *(AppointmentKept, AppointmentBroken, AppointmentSeenApart),
    )
    for kind in kinds:
        listen(kind, found.append)
    yield found
    for kind in kinds:
        _listeners[kind].remove(found.append)


def starts(relationship, days=3):
    free = free_for(relationship, since=at(0, 0), until=at(days, 0), now=NOW)
    return free.starts


def test_ada_has_the_free_time_she_picks_at_once(talking, ada, ben, heard):
    say_hours(ben)
    start = at(1)

    (one,) = propose(talking, ada, start)

    assert one.state == Stands.AGREED
    assert start not in starts(talking)
    assert [type(each) for each in heard] == [AppointmentAgreed]
    assert heard[0].relationship == talking
    for member in (ada, ben):
        coming = coming_of(member.account, now=NOW, until=at(9))
        assert [each.ref for each in coming] == [one.ref]


def test_where_ben_wants_to_say_yes_first_a_picked_time_waits_and_is_held(
    talking, with_finn, ada, ben, finn
):
    say_hours(ben, books=False)
    (one,) = propose(talking, ada, at(1))
    assert one.state == Stands.PROPOSED
    assert at(1) not in starts(with_finn)

    with pytest.raises(NotThisStep):
        actions.agree(one, by=ada.account, now=NOW)
    assert actions.agree(one, by=ben.account, now=NOW).state == Stands.AGREED


def test_a_time_outside_the_hours_needs_a_yes_and_ben_may_propose_any(talking, ada, ben):
    say_hours(ben)
    (hers,) = propose(talking, ada, at(1, 20))
    (his,) = propose(talking, ben, at(2, 21))

    assert (hers.state, his.state) == (Stands.PROPOSED, Stands.PROPOSED)
    assert actions.decline(hers, by=ben.account).state == Stands.DECLINED
    assert actions.decline(his, by=ben.account).state == Stands.TAKEN_BACK
    assert propose(talking, ada, at(1, 20))


def test_nobody_is_in_two_places_whoever_with(talking, with_finn, ada, ben, finn):
    propose(talking, ada, at(1))

    with pytest.raises(TimeIsTaken):
        propose(with_finn, finn, at(1))
    with pytest.raises(TimeIsTaken):
        propose(with_finn, ben, at(1, 10, 30))
    propose(with_finn, finn, at(1, 11))


def test_ada_is_not_offered_a_time_at_which_she_sees_somebody_else(talking, ada, ben, lea):
    with_lea = accept(ask(ada, lea)[0], lea)
    say_hours(ben)
    propose(with_lea, lea, at(1))

    assert at(1) not in starts(talking)
    assert at(1, 11) in starts(talking)


def test_what_is_offered_can_be_had_however_the_day_began(talking, with_finn, ada, ben, finn):
    say_hours(ben)
    (odd,) = propose(talking, ben, at(1, 9, 20), minutes=20)
    actions.agree(odd, by=ada.account, now=NOW)
    offered = [one for one in starts(with_finn) if one.date() == at(1).date()]
    assert offered[-1] == at(1, 15, 50)

    (had,) = propose(with_finn, finn, offered[-1])

    assert had.state == Stands.AGREED


@pytest.mark.parametrize("start", [at(-1), at(400), at(1) + timedelta(seconds=30)])
def test_what_is_no_time_is_refused_with_a_sentence(talking, ada, start):
    with pytest.raises(NotATime):
        propose(talking, ada, start)


def test_a_series_keeps_its_time_leaves_out_what_is_taken_and_is_agreed_as_one(
    talking, with_finn, ada, ben, finn
):
    agreed(with_finn, finn, ben, at(8))

    made = propose(talking, ben, at(1), every_days=7, times=4)

    assert [one.starts_at for one in made] == [at(1), at(15), at(22)]
    assert len({bytes(one.series) for one in made}) == 1
    actions.agree(made[1], by=ada.account, now=NOW)
    assert set(Appointment.objects.filter(series=made[0].series).values_list("state")) == {
        (Stands.AGREED,)
    }


def test_there_is_an_end_to_what_two_people_can_plan(talking, ada, ben):
    for first in (1, 2):
        propose(talking, ben, at(first), times=12)
    with pytest.raises(TooManyTimes):
        propose(talking, ben, at(3))


def test_a_move_needs_both_and_in_time_it_breaks_nothing(talking, ada, ben, heard):
    one = agreed(talking, ada, ben, at(3))
    actions.move(one, to=at(4), by=ada.account, now=NOW)
    assert appointment_of(ben.account, one.ref).starts_at == at(3)
    with pytest.raises(NotThisStep):
        actions.agree_to_move(one, at=at(4), by=ada.account, now=NOW)

    actions.agree_to_move(one, at=at(4), by=ben.account, now=NOW)

    moved = heard[-1]
    assert (moved.was_at, moved.appointment.starts_at) == (at(3), at(4))
    assert (moved.in_time, moved.by) == (True, 1)


def test_a_move_asked_for_too_late_is_told_as_late_however_quick_the_yes(
    talking, ada, ben, heard
):
    one = agreed(talking, ada, ben, at(2))
    late = at(2) - timedelta(hours=23)
    actions.move(one, to=at(4), by=ada.account, now=late)
    actions.agree_to_move(one, at=at(4), by=ben.account, now=late)

    assert heard[-1].in_time is False


def test_how_early_is_early_enough_is_the_programmes_to_say(talking, ada, ben, heard, settings):
    settings.IN_TIME_HOURS = 72
    one = agreed(talking, ada, ben, at(2))
    path = f"/api/appointments/{to_text(bytes(one.ref))}"

    assert ada.room.get("/api/appointments").json()["in_time_hours"] == 72
    moved = ada.room.post(f"{path}/move", {"at": int(at(5).timestamp())}).json()
    assert moved["wish_in_time"] is False
    ada.room.post(f"{path}/move/keep")
    ada.room.post(f"{path}/cancel")

    assert heard[-1].in_time is False


def test_a_stricter_word_of_the_desk_breaks_none_that_was_given(
    talking, ada, ben, heard, settings
):
    one = agreed(talking, ada, ben, at(2))
    other = agreed(talking, ada, ben, at(3))
    settings.IN_TIME_HOURS = 168
    actions.move(other, to=at(4), by=ada.account, now=NOW)
    assert appointment_of(ada.account, other.ref).wished_in_time is True
    actions.cancel(one, by=ada.account, now=NOW)
    assert heard[-1].in_time is True

    actions.agree_to_move(other, at=at(4), by=ben.account, now=NOW)
    actions.cancel(other, by=ada.account, now=NOW)

    # What is agreed anew is agreed under the word of that day.
    assert heard[-1].in_time is False


def test_the_time_that_is_wished_is_held_and_a_no_lets_it_go(
    talking, with_finn, ada, ben, finn
):
    say_hours(ben)
    one = agreed(talking, ada, ben, at(3))
    actions.move(one, to=at(4), by=ada.account, now=NOW)
    with pytest.raises(TimeIsTaken):
        propose(with_finn, finn, at(4))

    actions.keep_time(one, by=ben.account)

    assert appointment_of(ada.account, one.ref).starts_at == at(3)
    assert propose(with_finn, finn, at(4))


def test_cancelling_says_whether_it_was_early_enough(talking, ada, ben, heard):
    early, late = agreed(talking, ada, ben, at(3)), agreed(talking, ada, ben, at(5))
    actions.cancel(early, by=ada.account, now=NOW)
    actions.cancel(late, by=ben.account, now=at(5) - timedelta(hours=1))

    said = [(one.by, one.in_time) for one in heard if isinstance(one, AppointmentCancelled)]
    assert said == [(1, True), (2, False)]
    with pytest.raises(NotThisStep):
        actions.cancel(early, by=ada.account, now=NOW)


def test_who_waits_for_an_earlier_time_is_offered_it_and_the_first_yes_has_it(
    talking, with_finn, ada, ben, finn
):
    say_hours(ben)
    first = propose(with_finn, finn, at(1, 9))[0]
    mine = propose(talking, ada, at(2, 9))[0]
    actions.want_earlier(mine, wants=True, by=ada.account, now=NOW)
    actions.cancel(first, by=finn.account, now=NOW)
    with pytest.raises(NotYours):
        actions.take_earlier(mine, at=at(1, 9), by=ben.account, now=NOW)

    taken = actions.take_earlier(mine, at=at(1, 9), by=ada.account, now=NOW)

    assert (taken.starts_at, taken.wants_earlier) == (at(1, 9), False)
    with pytest.raises(TimeIsTaken):
        propose(with_finn, finn, at(1, 9))


def test_either_says_what_became_of_it_and_two_different_stories_count_as_neither(
    talking, ada, ben, heard
):
    one, two = agreed(talking, ada, ben, at(1)), agreed(talking, ada, ben, at(2))
    with pytest.raises(NotThisStep):
        actions.say(one, what=1, by=ada.account, now=at(1))
    heard.clear()

    actions.say(one, what=1, by=ada.account, now=at(1, 11))
    actions.say(one, what=2, by=ben.account, now=at(1, 12))
    actions.say(two, what=3, by=ada.account, now=at(3))
    actions.say(two, what=3, by=ben.account, now=at(3))

    assert [type(each) for each in heard] == [
        AppointmentKept,
        AppointmentSeenApart,
        AppointmentBroken,
    ]
    assert heard[-1].by == 2
    with pytest.raises(NotThisStep):
        actions.say(one, what=1, by=ada.account, now=at(20))


@pytest.mark.parametrize("way", ["end", "block"])
def test_an_end_lets_go_of_what_was_to_come_and_breaks_nothing(talking, ada, ben, heard, way):
    one = agreed(talking, ada, ben, at(3))
    heard.clear()

    getattr(relationships, way)(talking, by=ben.account, today=clock.today())

    assert Appointment.objects.get(pk=one.pk).state == Stands.LET_GO
    assert heard == []


def test_a_pause_lets_go_of_what_falls_within_it_and_keeps_the_rest(talking, ada, ben):
    within, after = agreed(talking, ada, ben, at(3)), agreed(talking, ada, ben, at(20))
    today = clock.today()

    relationships.pause(talking, by=ada.account, until=today + 7, today=today)

    assert Appointment.objects.get(pk=within.pk).state == Stands.LET_GO
    assert Appointment.objects.get(pk=after.pk).state == Stands.AGREED
    with pytest.raises(NotThisStep):
        propose(talking, ben, at(9))


def test_no_time_is_offered_on_the_days_of_a_planned_break(talking, ada, ben):
    say_hours(ben)
    today = (NOW.date() - clock.EPOCH).days
    before = starts(talking, days=5)

    relationships.plan_break(
        ben.account, from_on=today + 1, back_on=today + 3, cover=None, today=today
    )

    days = {(start.date() - NOW.date()).days for start in before}
    assert {1, 2, 3} <= days
    left = starts(talking, days=5)
    assert {(start.date() - NOW.date()).days for start in left} == days - {1, 2}


def test_what_nobody_answered_lapses_and_what_is_long_over_is_forgotten(talking, ada, ben):
    (one,) = propose(talking, ben, at(1))
    kept = agreed(talking, ada, ben, at(2))
    assert actions.lapse_unanswered(now=at(1) - timedelta(minutes=1)) == 0
    assert actions.lapse_unanswered(now=at(1)) == 1
    assert actions.lapse_unanswered(now=at(1)) == 0
    assert Appointment.objects.get(pk=one.pk).state == Stands.LAPSED

    assert actions.forget_old(now=at(1) + timedelta(days=6)) == 0
    assert actions.forget_old(now=at(1) + timedelta(days=7)) == 1
    assert actions.forget_old(now=at(2) + timedelta(weeks=8) - timedelta(minutes=1)) == 0
    assert Appointment.objects.get().pk == kept.pk
    assert actions.forget_old(now=at(2) + timedelta(weeks=8)) == 1


def test_days_off_that_are_over_are_not_kept(ben):
    past, to_come = (NOW + timedelta(days=n) for n in (-1, 1))
    others = {day.date(): OtherDay(True) for day in (past, to_come)}
    kept = say_hours(ben, Pattern(EVERY_DAY, others=others))

    assert [day for day, *_ in kept.others] == [to_come.date().isoformat()]
