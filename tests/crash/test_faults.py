"""What else can go wrong (docs/wire.md names each): people are told, and nothing is lost."""

import os

import pytest

from bench.faults.cut import cut_line
from bench.faults.outage import clock
from bench.faults.slow import in_pieces

pytestmark = [pytest.mark.both_databases]
proof = [pytest.mark.proof, pytest.mark.timeout(900)]


@pytest.fixture
def only_postgresql(is_postgresql):
    """A promise about a database of its own."""
    if not is_postgresql:
        pytest.skip("SQLite is part of the relay")


@pytest.fixture
def as_root():
    """Only root may make disks and cables."""
    if os.geteuid() != 0:
        pytest.skip("only root may make a disk or a cable")


@pytest.mark.slow
def test_a_line_that_breaks_again_and_again_loses_and_doubles_nothing(ground):
    assert cut_line(ground, 3)["comebacks"] >= 3


@pytest.mark.slow
def test_lines_that_come_in_crumbs_are_stored_as_if_they_had_come_whole(ground):
    assert in_pieces(ground, 10)["acknowledged"] == 10


@pytest.mark.proof
def test_a_clock_that_jumps_by_hours_loses_nothing(ground):
    assert clock(ground, 2)["heard"]["ComeBack"] > 0


@pytest.mark.proof
def test_on_a_full_disk_senders_are_told_and_it_goes_on_when_there_is_room(play, as_root):
    assert play("full", times=3)["heard"]["not stored yet"] > 0


@pytest.mark.proof
def test_while_the_database_cannot_be_written_senders_are_told(play, as_root):
    assert play("read-only", times=3)["heard"]["not stored yet"] > 0


@pytest.mark.proof
def test_people_do_not_notice_a_restart_of_the_database(play, only_postgresql):
    assert play("restart", times=5)["longest_until_back_s"] < 5


@pytest.mark.proof
def test_while_nobody_answers_for_the_database_senders_are_told(play, only_postgresql):
    assert play("refused", times=1)["longest_until_back_s"] < 5


@pytest.mark.proof
@pytest.mark.parametrize("scene", ["cut-database", "cut-people"])
def test_after_a_pulled_cable_all_is_there(play, only_postgresql, as_root, scene):
    assert play(scene, times=1)["longest_until_back_s"] < 25


@pytest.mark.proof
def test_five_thousand_rooms_come_back_at_once(play):
    assert play("reconnect", times=5_000)["rooms"] == 5_000


@pytest.mark.proof
def test_openings_that_never_finish_hold_up_nobody(play):
    assert play("slow-openings", times=300)["next_line_ms"]["p50"] < 1_000


@pytest.mark.proof
def test_rooms_that_never_read_take_little_memory(play):
    assert play("never-reads", times=1_000)["grown_mb"] < 160


@pytest.mark.proof
def test_on_a_slow_disk_nothing_is_acknowledged_before_it_is_stored(play):
    assert play("slow-disk", times=5)["kills"] == 5


@pytest.mark.proof
def test_a_disk_that_stands_still_does_not_fill_the_memory(play):
    figures = play("stands-still", times=60)
    assert figures["told_not_stored"] > 0
