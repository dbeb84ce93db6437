"""kill -9 while people write: nothing acknowledged is lost, nothing is there twice.

Each scene holds every line against every acknowledgement (bench/faults/checking.py) and fails
if one is missing, doubled, out of order, not shown to the other side, or not in the chain.
"""

import pytest

from bench.faults.kills import kill_relay

pytestmark = [pytest.mark.both_databases]
HUNDRED = 100


@pytest.mark.slow
def test_kill_9_loses_no_acknowledged_line_and_doubles_none(ground):
    figures = kill_relay(ground, 3)
    assert figures["comebacks"] >= 3 * 6
    assert figures["acknowledged"] == figures["lines"] > 30


@pytest.mark.proof
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("scene", ["kill-relay", "kill-proxy"])
def test_a_hundred_kills_of_the_relay_or_the_proxy_lose_nothing(play, scene):
    assert play(scene, times=HUNDRED)["kills"] == HUNDRED


@pytest.mark.proof
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("scene", ["kill-postmaster", "kill-backend", "end-backend"])
def test_a_hundred_kills_of_the_database_lose_nothing(play, is_postgresql, scene):
    if not is_postgresql:
        pytest.skip("SQLite lives in the relay: it is killed with it")
    assert play(scene, times=HUNDRED)["kills"] == HUNDRED
