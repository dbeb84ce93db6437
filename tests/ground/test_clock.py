from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.ground import clock


def test_the_clock_travels_as_far_as_its_file_says(tmp_path, monkeypatch):
    file = tmp_path / "clock"
    file.write_text("86400")
    monkeypatch.setenv("ALONGSIDE_TEST_CLOCK", str(file))

    assert clock.now() - datetime.now(UTC) > timedelta(hours=23, minutes=59)
    assert clock.today() == clock.day_of(datetime.now(UTC)) + 1


def test_a_live_programme_keeps_to_the_real_time(tmp_path, monkeypatch):
    file = tmp_path / "clock"
    file.write_text("86400")
    monkeypatch.setenv("ALONGSIDE_TEST_CLOCK", str(file))
    monkeypatch.setenv("ALONGSIDE_MODE", "production")

    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_without_a_file_nobody_travels(tmp_path, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_TEST_CLOCK", str(tmp_path / "missing"))

    assert clock.travelled() == timedelta()


def test_a_file_that_is_no_number_is_not_taken_for_one(tmp_path, monkeypatch):
    file = tmp_path / "clock"
    file.write_text("tomorrow")
    monkeypatch.setenv("ALONGSIDE_TEST_CLOCK", str(file))

    with pytest.raises(ValueError, match="tomorrow"):
        clock.now()


def test_a_day_is_counted_in_utc_wherever_one_is():
    evening = datetime(2026, 1, 1, 22, tzinfo=timezone(timedelta(hours=-5)))

    assert clock.date_of(clock.day_of(evening)) == date(2026, 1, 2)


@given(st.integers(0, 60_000))
def test_a_day_and_its_date_are_the_same(day):
    moment = datetime.combine(clock.date_of(day), datetime.min.time(), tzinfo=UTC)

    assert clock.day_of(moment) == day
