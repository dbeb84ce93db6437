"""What is late does not go quiet: whoever may answer it is owed a note, once for each step."""

import os

import pytest

from alongside.concerns.actions import owe_for_late_appeals, owe_for_late_concerns
from alongside.concerns.models import Concern, Measure
from alongside.concerns.rules import LATE_AGAIN
from alongside.keys.models import Endorsement
from alongside.notices.models import Owed, Reach
from alongside.people.models import RoleName
from tests.concerns.deciding import NO_HELLOS, STAYS, Decided
from tests.concerns.raising import concern

pytestmark = pytest.mark.both_databases


@pytest.fixture(autouse=True)
def reached(ada, ben, eve, dora, desk, lea):
    """All of them and the coordinator asked for notes."""
    for one in (ada, ben, eve, dora, lea):
        Reach.objects.create(account=one.account, hears=True, ref=os.urandom(16))
    Reach.objects.create(desk_user=desk, confirmed=True, turned_on=True, ref=os.urandom(16))


def owed():
    """Who is owed a note now; nobody is any more."""
    found = {one.reach.account_id or "the desk" for one in Owed.objects.select_related("reach")}
    Owed.objects.all().delete()
    return found


def of(*members):
    return {one.account.pk for one in members}


@pytest.fixture
def raised(ada, ben, two):
    """Ada's concern, sealed to two of the three."""
    made = concern(ada, ben, *two)
    made.hand_in()
    owed()
    return made


@pytest.fixture
def appealed(ben, two, lea):
    """What Eve decided about Ben, with his appeal."""
    eve, dora = two
    measure = Decided(eve, ben, NO_HELLOS, 60, (eve, dora, lea))
    measure.set()
    measure.appeals(dora, lea)
    owed()
    return measure


def test_whoever_reads_a_concern_is_owed_a_note_on_the_first_day_that_is_late(raised, two):
    due = Concern.objects.get().due_on
    assert owe_for_late_concerns(today=due) == 0
    assert owe_for_late_concerns(today=due + 1) == 1
    # Lea cannot read it, Ada raised it, and Ben is whom it is about.
    assert owed() == of(*two)


def test_a_step_of_lateness_is_told_once_and_a_week_later_there_is_another(raised, two):
    late = Concern.objects.get().due_on + 1
    owe_for_late_concerns(today=late)
    owed()
    for day in range(late, late + LATE_AGAIN):
        assert owe_for_late_concerns(today=day) == 0
    assert owed() == set()
    assert owe_for_late_concerns(today=late + LATE_AGAIN) == 1
    assert owed() == of(*two)


def test_a_house_that_stood_still_for_weeks_tells_of_it_once(raised):
    late = Concern.objects.get().due_on + 5 * LATE_AGAIN
    assert owe_for_late_concerns(today=late) == 1
    assert owe_for_late_concerns(today=late) == 0


def test_nothing_is_owed_for_what_was_answered(raised, two):
    due = Concern.objects.get().due_on
    raised.looks(two[0])
    raised.answers(two[0], "Done.", two[1])
    owed()
    assert owe_for_late_concerns(today=due + 1) == 0
    assert owed() == set()


def test_what_is_asked_again_is_late_anew(raised, two):
    eve, dora = two
    due = Concern.objects.get().due_on
    owe_for_late_concerns(today=due + 1)
    raised.looks(eve)
    raised.answers(eve, "Done.", dora)
    raised.asks_again("Please look once more.", *two)
    Concern.objects.update(due_on=due)
    assert owe_for_late_concerns(today=due + 1) == 1


def test_an_officer_who_is_one_no_more_is_owed_nothing(raised, two):
    eve, dora = two
    Endorsement.objects.filter(account=eve.account).update(revoked=True)
    owe_for_late_concerns(today=Concern.objects.get().due_on + 1)
    assert owed() == of(dora)


def test_what_nobody_is_left_to_read_is_told_to_the_desk(raised):
    Endorsement.objects.filter(role=RoleName.SAFETY_OFFICER).update(revoked=True)
    assert owe_for_late_concerns(today=Concern.objects.get().due_on + 1) == 1
    assert owed() == {"the desk"}


def test_whoever_may_hear_an_appeal_is_owed_a_note_when_it_is_late(appealed, two, lea):
    eve, dora = two
    due = Measure.objects.get().due_on
    assert owe_for_late_appeals(today=due) == 0
    assert owe_for_late_appeals(today=due + 1) == 1
    # Eve decided it, and Ben is whom it is about.
    assert owed() == of(dora, lea)
    assert owe_for_late_appeals(today=due + LATE_AGAIN) == 0
    assert owe_for_late_appeals(today=due + 1 + LATE_AGAIN) == 1
    assert owed() == of(dora, lea)
    appealed.decides(lea, STAYS)
    owed()
    assert owe_for_late_appeals(today=due + 1 + 2 * LATE_AGAIN) == 0
    assert eve.account.pk not in owed()


def test_an_officer_whom_it_is_about_hears_nothing_of_their_own_late_appeal(two, lea):
    eve, dora = two
    measure = Decided(eve, dora, NO_HELLOS, 10, (eve, lea))
    measure.set()
    measure.appeals(lea)
    owed()
    owe_for_late_appeals(today=Measure.objects.get().due_on + 1)
    assert owed() == of(lea)


def test_an_appeal_that_nobody_is_left_to_hear_is_told_to_the_desk(appealed, two, lea):
    away = Endorsement.objects.filter(account__in=[two[1].account, lea.account])
    away.update(revoked=True)
    assert owe_for_late_appeals(today=Measure.objects.get().due_on + 1) == 1
    assert owed() == {"the desk"}
