"""An invitation is given by the person alone, and nobody learns from us whether it was used."""

import pytest

from alongside.counts.models import Batch
from alongside.counts.rules import BROUGHT, DAYS_OF_QUARTER, quarter_of
from alongside.counts.sealing import Tally, opened
from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.people import actions as people
from alongside.people.models import Account
from alongside.ripple import actions, queries, rules
from alongside.ripple.actions import NoInvitation
from alongside.ripple.models import Counted, Invitation
from alongside.ripple.rules import HAS_BROUGHT, IN_BROUGHT, SIX_MONTHS, bit
from alongside.simulating.ripple.assumptions import MOST_OPEN
from alongside.timers.actions import run_due
from tests.cast import bring_in

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
TODAY = clock.today()
READY = TODAY + SIX_MONTHS
CODE = bytes(range(16))
# The first day of the quarter after the next: then everybody in these tests is watched.
WATCHED = (quarter_of(READY) + 2) * DAYS_OF_QUARTER


def invite(member, code=CODE, today=READY):
    return actions.invite(member.account, code, today=today)


def tally():
    found = Batch.objects.filter(topic=BROUGHT).first()
    return None if found is None else opened(bytes(found.sealed_tally), bytes(found.salt))


@pytest.fixture
def counted(ada, talking):
    """Ada lets herself be counted, and is watched from a quarter on."""
    actions.be_counted(ada.account, generation=0, today=TODAY)
    assert actions.count_whose_quarter_is_over(today=READY) == 0
    assert Counted.objects.get().watched == rules.first_whole_quarter(READY)
    return ada


def watch_until(day):
    for quarter in range(quarter_of(READY), quarter_of(day) + 1):
        actions.count_whose_quarter_is_over(today=quarter * DAYS_OF_QUARTER)


def test_ada_may_have_three_open_and_each_is_open_for_seven_days(ada, talking):
    for at in range(3):
        assert invite(ada, bytes([at]) * 16).ends_on == READY + 6
    with pytest.raises(NoInvitation):
        invite(ada)
    with pytest.raises(NoInvitation):
        invite(ada, today=READY + 6)
    assert invite(ada, today=READY + 7)
    assert MOST_OPEN == rules.MOST_OPEN


def test_no_invitation_is_given_in_the_first_six_months_or_by_whoever_had_no_support(
    ada, finn, talking
):
    with pytest.raises(NoInvitation):
        invite(ada, today=READY - 1)
    assert ada.room.post("/api/ripple/invitations", None).status_code == 422
    with pytest.raises(NotYours):
        invite(finn)


def test_whoever_gave_an_invitation_sees_the_same_whether_somebody_came_or_not(counted, finn):
    counted.room.put("/api/ripple", {"counted": True, "generation": 0})
    Invitation.objects.create(
        account=counted.account, code_hash=actions.inviting.hash_of(CODE), ends_on=TODAY + 6
    )
    before = counted.room.get("/api/ripple").json()
    assert [one["ends_on"] for one in before["invitations"]] == [TODAY + 6]
    came = finn.room.post("/api/ripple/came", {"code": "AAECAwQFBgcICQoLDA0ODw"})
    assert came.status_code == 204
    assert Counted.objects.get().done & bit(IN_BROUGHT)
    assert counted.room.get("/api/ripple").json() == before


def test_a_code_that_is_wrong_over_taken_back_or_ones_own_is_answered_alike(ada, talking):
    kept = Invitation.objects.create(
        account=ada.account, code_hash=actions.inviting.hash_of(CODE), ends_on=TODAY - 1
    )
    for code in ("AAECAwQFBgcICQoLDA0ODw", "A" * 22):
        assert ada.room.post("/api/ripple/came", {"code": code}).status_code == 204
    path = f"/api/ripple/invitations/{kept.pk}"
    assert ada.room.call("DELETE", path, None).status_code == 204
    assert ada.room.call("DELETE", path, None).status_code == 404


def test_nobody_takes_an_invitation_of_somebody_else_back(ada, ben, finn, talking):
    kept = invite(ada)
    for member in (ben, finn):
        with pytest.raises(NotYours):
            actions.take_invitation_back(member.account, kept.pk)
    assert Invitation.objects.count() == 1


def test_no_row_says_who_came_by_whose(counted, finn):
    invite(counted)
    before = [*Invitation.objects.values()]
    actions.came(finn.account, CODE, today=READY)
    assert [*Invitation.objects.values()] == before
    assert not Counted.objects.filter(account=finn.account).exists()


def test_a_quarter_is_counted_once_it_is_over_and_nobody_after_their_first(counted, finn):
    watch_until(WATCHED)
    counted_so_far = tally()
    invite(counted, today=WATCHED)
    actions.came(finn.account, CODE, today=WATCHED + 1)
    assert Counted.objects.get().done & bit(HAS_BROUGHT)
    assert tally() == counted_so_far
    Batch.objects.all().delete()
    after = WATCHED + DAYS_OF_QUARTER
    assert actions.count_whose_quarter_is_over(today=after) == 1
    assert tally() == Tally(1, 1)
    held = Counted.objects.get()
    assert (held.watched, held.done & bit(HAS_BROUGHT)) == (None, 0)
    assert actions.count_whose_quarter_is_over(today=after + DAYS_OF_QUARTER) == 0


def test_who_brings_nobody_is_counted_with_a_no_and_watched_on(counted):
    watch_until(WATCHED)
    Batch.objects.all().delete()
    watch_until(WATCHED + DAYS_OF_QUARTER)
    assert tally() == Tally(1, 0)
    assert Counted.objects.get().watched == quarter_of(WATCHED) + 1


def test_who_came_before_the_timers_did_is_of_the_quarter_in_which_they_came(counted, finn):
    watch_until(WATCHED)
    Batch.objects.all().delete()
    late = WATCHED + DAYS_OF_QUARTER
    invite(counted, today=late)
    actions.came(finn.account, CODE, today=late)
    assert tally() == Tally(1, 0)
    assert Counted.objects.get().done & bit(HAS_BROUGHT)


def test_who_brought_somebody_before_they_were_watched_is_in_no_quarter(counted, finn):
    invite(counted)
    actions.came(finn.account, CODE, today=READY)
    watch_until(WATCHED)
    assert tally() is None


@pytest.mark.parametrize("brought", [True, False])
def test_who_stops_being_counted_is_not_in_the_quarter_that_runs_whatever_it_brought(
    counted, finn, brought
):
    watch_until(WATCHED)
    Batch.objects.all().delete()
    if brought:
        invite(counted, today=WATCHED)
        actions.came(finn.account, CODE, today=WATCHED)
    actions.stop_being_counted(counted.account)
    watch_until(WATCHED + 2 * DAYS_OF_QUARTER)
    assert tally() is None
    actions.be_counted(counted.account, generation=0, today=WATCHED)
    watch_until(WATCHED + 5 * DAYS_OF_QUARTER)
    assert (tally() is None) is brought


def test_only_somebody_new_came_by_an_invitation(counted, ben):
    invite(counted)
    for member in (ben, counted):
        actions.came(member.account, CODE, today=READY)
    assert not Counted.objects.get().done & (bit(HAS_BROUGHT) | bit(IN_BROUGHT))


def test_of_whoever_is_not_counted_nothing_is_remembered(ada, finn, talking):
    invite(ada)
    actions.came(finn.account, CODE, today=READY)
    assert not Counted.objects.exists()


def test_an_invitation_is_forgotten_once_it_is_over_and_with_the_place(ada, talking):
    kept = invite(ada, today=READY)
    assert actions.forget_invitations(today=kept.ends_on) == 0
    assert actions.forget_invitations(today=kept.ends_on + 1) == 1
    invite(ada)
    people.close_place(ada.account)
    assert not Invitation.objects.exists()


def test_the_timers_forget_and_watch(counted):
    invite(counted, today=READY)
    Invitation.objects.update(ends_on=TODAY - 1)
    Counted.objects.update(watched=quarter_of(TODAY) - 1)
    assert run_due(now=clock.now()) == []
    assert (Invitation.objects.count(), tally()) == (0, Tally(1, 0))


def test_looking_and_watching_take_a_fixed_number_of_questions(
    counted, django_assert_max_num_queries
):
    for at in range(3):
        invite(counted, bytes([at]) * 16, today=TODAY + SIX_MONTHS)
    with django_assert_max_num_queries(6):
        assert len(queries.mine(counted.account, today=READY).invitations) == 3


def test_an_invitation_of_another_is_none_of_a_newcomers_own(counted):
    invite(counted)
    assert bring_in("eve").room.get("/api/ripple").json()["invitations"] == []
    assert Account.objects.filter(closed=False).count() >= 3
