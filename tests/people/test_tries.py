from contextlib import suppress
from datetime import timedelta

import pytest

from alongside.ground import clock
from alongside.people.models import Tries
from alongside.people.tries import Door, SlowDown, forgive, take_newcomer, take_try

NOW = clock.now()


def door(kind="WORDS", name="river-otter-4827", address="192.0.2.7"):
    return Door(kind, name, address)


def tries(count, at=NOW, **which):
    for _ in range(count):
        take_try(door(**which), now=at)


@pytest.fixture(autouse=True)
def _rows(db):
    """Counting needs the database and nothing else."""


def test_after_five_wrong_tries_one_waits_a_quarter_of_an_hour():
    tries(5)

    with pytest.raises(SlowDown) as slow:
        take_try(door(), now=NOW + timedelta(minutes=5))

    assert slow.value.retry_after == 600
    take_try(door(), now=NOW + timedelta(minutes=15))


def test_someone_elsewhere_is_not_shut_out_by_that():
    tries(5)

    take_try(door(address="192.0.2.8"), now=NOW)


def test_the_spare_code_door_and_the_desk_count_apart():
    tries(5)

    take_try(door(kind="SPARE"), now=NOW)
    take_try(door(kind="desk"), now=NOW)


@pytest.mark.parametrize("kind", ["WORDS", "SPARE", "desk"])
def test_fifty_tries_from_everywhere_are_too_many_for_one_name_and_for_an_hour_only(kind):
    for number in range(50):
        take_try(door(kind, address=f"192.0.2.{number}"), now=NOW)

    with pytest.raises(SlowDown):
        take_try(door(kind, address="198.51.100.1"), now=NOW)
    take_try(door(kind, name="meadow-hare-9002", address="198.51.100.1"), now=NOW)
    take_try(door(kind, address="198.51.100.1"), now=NOW + timedelta(hours=1))


@pytest.mark.parametrize("kind", ["WORDS", "SPARE", "desk"])
def test_one_household_never_shuts_a_name_out_however_many_addresses_it_has(kind):
    for minute in range(24 * 60):
        now = NOW + timedelta(minutes=minute)
        for number in range(3):
            stranger = f"2001:db8:0:1::{3 * minute + number:x}"
            with suppress(SlowDown):
                take_try(door(kind, address=stranger), now=now)
        if minute % 15 == 0:
            take_try(door(kind, address="2001:db8:0:2::1"), now=now)
            forgive(door(kind, address="2001:db8:0:2::1"))


def test_a_household_makes_no_more_places_with_more_addresses():
    for number in range(60):
        take_newcomer(f"2001:db8::{number:x}", now=NOW)

    with pytest.raises(SlowDown):
        take_newcomer("2001:db8::ffff", now=NOW)
    take_newcomer("2001:db8:0:1::1", now=NOW)


def test_coming_in_forgets_the_wrong_tries_before_it():
    tries(4)
    forgive(door())

    tries(5)


def test_trying_while_one_waits_does_not_make_it_longer():
    tries(5)
    for minute in range(1, 15):
        with pytest.raises(SlowDown):
            take_try(door(), now=NOW + timedelta(minutes=minute))

    take_try(door(), now=NOW + timedelta(minutes=15))


def test_neither_name_nor_address_is_kept():
    tries(1)

    kept = b"".join(bytes(row.key) for row in Tries.objects.order_by("id"))
    assert b"otter" not in kept
    assert b"192.0.2" not in kept
    assert Tries.objects.count() == 2


def test_one_address_cannot_fill_the_house_with_places_nor_probe_names_by_making_them():
    for _ in range(60):
        take_newcomer("192.0.2.7", now=NOW)

    with pytest.raises(SlowDown):
        take_newcomer("192.0.2.7", now=NOW)
    take_newcomer("192.0.2.8", now=NOW)
    take_newcomer("192.0.2.7", now=NOW + timedelta(hours=1))


def test_whoever_keeps_trying_a_name_shuts_its_owner_out_for_an_hour_at_most():
    """A day of tries without a pause: each hour begins open again, from anywhere else."""
    waits = []
    for quarter in range(24 * 4):
        now = NOW + quarter * timedelta(minutes=15)
        for number in range(20):
            try:
                take_try(door(address=f"192.0.2.{number % 250}"), now=now)
            except SlowDown as slow:
                waits.append(slow.retry_after)
    assert waits
    assert max(waits) <= 3_600
    # The spare code has a door of its own, which all these tries did not touch.
    take_try(door(kind="SPARE", address="198.51.100.1"), now=NOW + timedelta(days=1))
    take_try(door(address="198.51.100.1"), now=NOW + timedelta(days=1, hours=1))
