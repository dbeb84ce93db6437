import pytest

from alongside.ground import clock
from alongside.people import actions
from alongside.people.actions import LinkIsSpent
from alongside.people.models import Account, OneTimeLink
from alongside.people.tries import Door, SlowDown, forgive, take_try
from tests.cast import fresh
from tests.racing import race

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_people_never_share_a_link(desk):
    link = actions.make_link(by=desk, note="", now=clock.now())

    outcomes = race(*[lambda: actions.spend_link(link, today=clock.today())] * 3)

    assert sum(outcome is None for outcome in outcomes) == 1
    assert sum(isinstance(outcome, LinkIsSpent) for outcome in outcomes) == 2
    assert OneTimeLink.objects.count() == 0


def test_many_guesses_at_once_are_counted_one_by_one(db):
    door = Door("WORDS", "river-otter-4827", "192.0.2.7")

    outcomes = race(*[lambda: take_try(door, now=clock.now())] * 8)

    assert sum(outcome is None for outcome in outcomes) == 5
    assert sum(isinstance(outcome, SlowDown) for outcome in outcomes) == 3


def test_who_tries_while_another_is_forgiven_is_counted_and_never_fails(db):
    door = Door("WORDS", "river-otter-4827", "192.0.2.7")

    def come_in() -> None:
        for _ in range(20):
            take_try(door, now=clock.now())
            forgive(door)

    outcomes = race(*[come_in] * 4)

    assert outcomes == [None] * 4


def test_of_two_who_draw_the_same_name_one_draws_again(house, nobody):
    papers = [
        fresh(name).sign_up_payload() | {"username": "river-otter-4827"}
        for name in ("ada", "finn")
    ]

    answers = race(*[lambda each=each: nobody.post("/api/sign-up", each) for each in papers])

    assert sorted(answer.status_code for answer in answers) == [201, 409]
    assert Account.objects.count() == 1
