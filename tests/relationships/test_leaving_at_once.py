"""A block and a closed place meet other deeds at the same moment: both are done, one waits."""

import time

import pytest

from alongside.ground import clock
from alongside.relationships import actions
from alongside.relationships.actions import leaving
from alongside.relationships.models import Relationship, State
from alongside.wall.models import Row
from alongside.wall.rules import Kind
from tests.cast import accept, ask
from tests.racing import race

TODAY = clock.today()
A_MOMENT = 0.4


def slowly(monkeypatch, where, name):
    """Let a step take so long that the other deed is under way when it is done."""
    quick = getattr(where, name)

    def slow(*given, **named):
        done = quick(*given, **named)
        time.sleep(2 * A_MOMENT)
        return done

    monkeypatch.setattr(where, name, slow)


def post_later(member, relationship, name, papers=None):
    time.sleep(A_MOMENT)
    return member.room.post(f"/api/relationships/{relationship.pk}/{name}", papers).status_code


@pytest.mark.django_db(transaction=True)
def test_a_block_of_adas_and_a_pause_of_bens_at_once_do_not_stop_each_other(
    talking, ada, ben, monkeypatch
):
    slowly(monkeypatch, leaving.people, "block")

    outcomes = race(
        lambda: ada.room.post(f"/api/relationships/{talking.pk}/block").status_code,
        lambda: post_later(ben, talking, "pause", {"until_on": None}),
    )

    assert outcomes == [200, 422]
    assert Relationship.objects.get().state == State.ENDED
    assert Row.objects.filter(account=ada.account, kind=Kind.BLOCKED).count() == 1


@pytest.mark.django_db(transaction=True)
def test_ben_closes_his_place_while_another_of_his_takes_a_pause(
    talking, ada, ben, finn, monkeypatch
):
    finns = accept(ask(finn, ben)[0], ben)
    slowly(monkeypatch, leaving, "_leave")

    outcomes = race(
        lambda: actions.leave_all(ben.account, today=TODAY),
        lambda: post_later(finn, finns, "pause", {"until_on": None}),
    )

    assert outcomes == [None, 422]
    assert set(Relationship.objects.values_list("state", flat=True)) == {State.ENDED}
