"""What a court asks to keep: what the house can read, told, and over by itself."""

import pytest
from django.db import IntegrityError, transaction

from alongside.conversations.actions import forget_expired, forget_old_relationships
from alongside.conversations.models import Entry, Wrap
from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.keys.actions import forget_who_left
from alongside.keys.models import Slot
from alongside.people.actions import sign_out_by_programme
from alongside.people.holding.actions import (
    HeldAlready,
    LiftedAlready,
    OneAlone,
    OrderIsWrong,
    end_holds,
    lift_hold,
    place_hold,
    renew_hold,
)
from alongside.people.holding.queries import holds
from alongside.people.holding.rules import Order, Silence
from alongside.people.models import Account, DeskUser, Hold
from alongside.relationships.models import Relationship
from alongside.timers.actions import run_due
from alongside.wall.rules import Kind
from tests.conversations.test_closing_a_place import close
from tests.conversations.test_letting_go import LATER, NO_WORD_LEFT, ended, words_go
from tests.wall.test_what_is_told import kinds, told

TODAY = clock.today()
REASON = "Order of the district court of 3 May, file 12-345"
BAN = "Ban on telling in the same order, number 4"


@pytest.fixture
def second(house):
    return DeskUser.objects.create(name="Cem", password="!")


@pytest.fixture
def hold(ada, desk, second):
    """Hold what can be read about Ada."""

    def place(*, days=60, today=TODAY, untold=None, who=ada):
        silence = None if untold is None else Silence(today + untold, BAN)
        order = Order(REASON, today + days, silence)
        return place_hold(who.account, order, by=desk, second=second, today=today)

    return place


def test_that_two_knew_each_other_stays_until_the_hold_is_over(talking, ada, hold):
    ended(talking, ada)
    words_go()
    hold(today=LATER - 5)

    assert forget_old_relationships(today=LATER + 54) == 0
    assert forget_old_relationships(today=LATER + 55) == 1


def test_a_hold_about_one_keeps_nothing_about_others(talking, ada, finn, hold):
    ended(talking, ada)
    words_go()
    hold(today=LATER - 5, who=finn)

    assert forget_old_relationships(today=LATER) == 1


def test_sealed_words_and_keys_go_on_their_day_all_the_same(talking, ada, hold):
    ended(talking, ada)
    hold(today=NO_WORD_LEFT - 5)

    assert forget_expired(today=NO_WORD_LEFT) > 0

    assert not Wrap.objects.exists()
    assert not Entry.objects.filter(kind__in=(2, 3), box__isnull=False).exists()
    assert Relationship.objects.exists()


def test_whoever_is_held_about_may_leave_and_reads_until_when_on_the_receipt(ada, hold):
    until = hold().until_on

    answer = close(ada).json()

    assert answer["held_until"] == until
    assert not Slot.objects.filter(account=ada.account).exists()
    assert forget_who_left() == 0
    assert end_holds(today=until - 1) == 0
    assert end_holds(today=until) == 1
    assert forget_who_left() == 1
    assert not Account.objects.filter(pk=ada.account.pk).exists()


def test_without_a_hold_the_receipt_names_none(ada):
    assert close(ada).json()["held_until"] is None


def test_the_person_is_told_at_once_until_when_and_when_it_is_over(ada, hold):
    until = hold().until_on
    assert kinds(ada)[-1] == Kind.HOLD_PLACED
    assert told(ada)[-1].detail == {"until": until}

    end_holds(today=until)

    assert kinds(ada)[-1] == Kind.HOLD_OVER
    assert not Hold.objects.exists()


def test_a_written_ban_puts_the_telling_off_and_ends_by_itself(ada, hold):
    hold(untold=10)
    assert Kind.HOLD_PLACED not in kinds(ada)

    end_holds(today=TODAY + 9)
    assert Kind.HOLD_PLACED not in kinds(ada)

    end_holds(today=TODAY + 10)
    assert kinds(ada)[-1] == Kind.HOLD_PLACED
    end_holds(today=TODAY + 11)
    assert kinds(ada).count(Kind.HOLD_PLACED) == 1


def test_the_receipt_says_nothing_while_a_ban_runs(ada, hold):
    hold(untold=10)
    assert close(ada).json()["held_until"] is None


def test_what_is_lifted_under_a_ban_is_told_when_the_ban_ends_and_keeps_no_reason(ada, hold):
    placed = hold(untold=10)

    lift_hold(placed.pk, today=TODAY + 2)

    (left,) = holds()
    assert (left.reason, left.by, left.second) == ("", "", "")
    assert Kind.HOLD_PLACED not in kinds(ada)
    end_holds(today=TODAY + 10)
    assert kinds(ada)[-2:] == [Kind.HOLD_PLACED, Kind.HOLD_OVER]
    assert not Hold.objects.exists()


def test_what_is_lifted_holds_nothing_from_that_moment_on(talking, ada, hold):
    ended(talking, ada)
    words_go()
    placed = hold(today=LATER - 5)

    lift_hold(placed.pk, today=LATER)

    assert forget_old_relationships(today=LATER) == 1
    with pytest.raises(NotYours):
        lift_hold(placed.pk, today=LATER)


def test_nobody_decides_it_alone(ada, desk):
    order = Order(REASON, TODAY + 5)
    with pytest.raises(OneAlone):
        place_hold(ada.account, order, by=desk, second=desk, today=TODAY)


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (Order("Because.", TODAY + 5), "who asks"),
        (Order(" " * 40, TODAY + 5), "who asks"),
        (Order(REASON, TODAY), "90 days"),
        (Order(REASON, TODAY + 91), "90 days"),
        (Order(REASON, TODAY + 5, Silence(TODAY + 5, "Quiet.")), "which ban"),
        (Order(REASON, TODAY + 5, Silence(TODAY + 6, BAN)), "ends by the day"),
        (Order(REASON, TODAY + 5, Silence(TODAY, BAN)), "ends by the day"),
    ],
)
def test_a_hold_without_a_reason_or_without_an_end_is_refused(ada, desk, second, order, words):
    with pytest.raises(OrderIsWrong) as refused:
        place_hold(ada.account, order, by=desk, second=second, today=TODAY)
    assert words in refused.value.words
    assert not Hold.objects.exists()


def test_going_on_is_decided_anew_and_told_anew(ada, hold, desk, second):
    placed = hold(days=60)
    with pytest.raises(HeldAlready):
        hold()
    later = TODAY + 50

    order = Order(REASON + ", prolonged", later + 90)
    renewed = renew_hold(placed.pk, order, by=desk, second=second, today=later)

    assert (renewed.until_on, renewed.placed_on) == (later + 90, TODAY)
    assert kinds(ada).count(Kind.HOLD_PLACED) == 2


def test_what_has_run_out_is_not_renewed(ada, hold, desk, second):
    placed = hold(days=5)
    with pytest.raises(LiftedAlready):
        renew_hold(
            placed.pk, Order(REASON, TODAY + 30), by=desk, second=second, today=TODAY + 5
        )


@pytest.mark.both_databases
def test_the_books_themselves_take_no_hold_beyond_ninety_days(ada, hold):
    placed = hold()
    for change in ({"until_on": TODAY + 91}, {"silent_until": placed.until_on + 1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Hold.objects.filter(pk=placed.pk).update(**change)


def test_the_timers_end_it(ada, hold):
    Hold.objects.filter(pk=hold().pk).update(until_on=TODAY)

    assert run_due(now=clock.now()) == []

    assert not Hold.objects.exists()


def test_signed_out_by_the_programme_ada_reads_so_on_her_wall(ada):
    sign_out_by_programme(ada.account)

    assert ada.room.get("/api/me").status_code == 401
    assert kinds(ada)[-1] == Kind.SIGNED_OUT
