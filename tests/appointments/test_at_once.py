"""Several people want one time at the same moment, each on a connection of their own."""

from itertools import pairwise

import pytest

from alongside.appointments import actions
from alongside.appointments.models import Appointment, Stands
from alongside.appointments.rules.meeting import HELD
from tests.appointments.meeting import NOW, agreed, at, propose, say_hours
from tests.racing import race

pytestmark = pytest.mark.django_db(transaction=True)


def kinds(outcomes):
    return sorted(type(one).__name__ for one in outcomes)


def test_of_many_who_pick_one_time_one_has_it(talking, with_finn, ada, finn, ben):
    say_hours(ben)

    outcomes = race(
        *[lambda: propose(talking, ada, at(1))] * 3,
        *[lambda: propose(with_finn, finn, at(1))] * 3,
    )

    assert kinds(outcomes) == ["TimeIsTaken"] * 5 + ["list"]
    assert Appointment.objects.count() == 1


def test_times_that_only_overlap_are_no_double_booking_either(
    talking, with_finn, ada, finn, ben
):
    outcomes = race(
        lambda: propose(talking, ben, at(1, 10, 0)),
        lambda: propose(with_finn, ben, at(1, 10, 20)),
        lambda: propose(with_finn, ben, at(1, 10, 40)),
        lambda: propose(talking, ben, at(1, 9, 30)),
    )

    kept = sorted(Appointment.objects.values_list("starts_at", flat=True))
    assert len(kept) == sum(isinstance(one, list) for one in outcomes)
    assert all((two - one).total_seconds() >= 3_000 for one, two in pairwise(kept))


def test_a_time_that_came_free_is_had_by_one_of_two_who_waited(
    talking, with_finn, ada, finn, ben
):
    say_hours(ben)
    mine, theirs = propose(talking, ada, at(2))[0], propose(with_finn, finn, at(3))[0]
    for one, who in ((mine, ada), (theirs, finn)):
        actions.want_earlier(one, wants=True, by=who.account, now=NOW)

    outcomes = race(
        lambda: actions.take_earlier(mine, at=at(1), by=ada.account, now=NOW),
        lambda: actions.take_earlier(theirs, at=at(1), by=finn.account, now=NOW),
    )

    assert kinds(outcomes) == ["Appointment", "TimeIsTaken"]
    assert Appointment.objects.filter(starts_at=at(1), state__in=HELD).count() == 1


def test_a_yes_and_a_change_of_mind_at_once_end_as_one_of_the_two(talking, ada, ben):
    (one,) = propose(talking, ben, at(1))

    outcomes = race(
        lambda: actions.agree(one, by=ada.account, now=NOW),
        lambda: actions.decline(one, by=ben.account),
    )

    assert kinds(outcomes) == ["Appointment", "NotThisStep"]
    assert Appointment.objects.get().state in (Stands.AGREED, Stands.TAKEN_BACK)


def test_moving_onto_a_time_and_booking_it_at_once_is_one_of_the_two(
    talking, with_finn, ada, finn, ben
):
    say_hours(ben)
    one = agreed(talking, ada, ben, at(2))

    outcomes = race(
        lambda: actions.move(one, to=at(1), by=ada.account, now=NOW),
        lambda: propose(with_finn, finn, at(1)),
    )

    assert kinds(outcomes) in (["Appointment", "TimeIsTaken"], ["TimeIsTaken", "list"])
