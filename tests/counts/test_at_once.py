"""Several at the same moment: everybody counted once, each batch closed once."""

import pytest

from alongside.counts.actions import note
from alongside.counts.models import Batch, Figure, Spent
from alongside.counts.sealing import Tally, opened
from alongside.ground import clock
from tests.racing import race

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]
TODAY = clock.today()


def counted(person, *, yes=True):
    """What one of several does."""
    return lambda: note(1, person, yes=yes, today=TODAY)


def test_two_at_the_same_moment_are_both_counted(people):
    assert race(counted(people[0]), counted(people[1], yes=False)) == [None, None]
    batch = Batch.objects.get()
    assert opened(bytes(batch.sealed_tally), bytes(batch.salt)) == Tally(2, 1)


def test_one_person_on_two_devices_is_counted_once(people):
    assert race(*[counted(people[0])] * 4) == [None] * 4
    assert Spent.objects.count() == 1
    batch = Batch.objects.get()
    assert opened(bytes(batch.sealed_tally), bytes(batch.salt)) == Tally(1, 1)


def test_of_twelve_at_once_eight_close_one_batch_and_four_are_in_the_next(people):
    assert race(*[counted(person) for person in people[:12]]) == [None] * 12
    assert Figure.objects.get().about in {5, 10}
    assert Spent.objects.count() == 4
    batch = Batch.objects.get()
    assert opened(bytes(batch.sealed_tally), bytes(batch.salt)) == Tally(4, 4)
