"""Several relays on one PostgreSQL: one order, no lock that waits in a circle, no gap."""

import pytest

pytestmark = [pytest.mark.both_databases]


@pytest.fixture(autouse=True)
def only_postgresql(is_postgresql):
    """One process serves one SQLite file."""
    if not is_postgresql:
        pytest.skip("one process serves one SQLite file")


@pytest.mark.proof
@pytest.mark.timeout(1800)
def test_four_relays_serve_the_same_conversations_as_if_they_were_one(play):
    figures = play("several", times=10_000)
    assert figures["deadlocks"] == 0
    assert "not stored yet" not in figures["heard"]


@pytest.mark.proof
@pytest.mark.timeout(900)
def test_one_of_four_may_be_killed_at_any_time(play):
    assert play("several-killed", times=20)["deadlocks"] == 0


@pytest.mark.proof
@pytest.mark.timeout(900)
def test_one_of_four_that_stands_still_holds_up_the_others_for_seconds_only(play):
    assert play("several-frozen", times=5)["longest_wait_s"] < 25
