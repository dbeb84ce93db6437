"""What may stand in a certificate, and its place in the list."""

import itertools

import pytest

from alongside.certificates import rules
from alongside.certificates.rules import PLACES, NotACertificate
from alongside.ground.clock import EPOCH

TODAY = 20_784
FORM = {"title": "Hosting a group", "hours": "12", "done": "2026-03-04"}


def refused(**typed):
    with pytest.raises(NotACertificate) as refusal:
        rules.vouched_typed(FORM | typed, today=TODAY)
    return refusal.value.code


def test_a_form_that_is_right_is_read():
    read = rules.vouched_typed(FORM, today=TODAY)
    assert (read.title, read.hours, read.done_on) == ("Hosting a group", 12, 20_516)
    assert rules.vouched_typed(FORM | {"hours": " "}, today=TODAY).hours is None


@pytest.mark.parametrize(
    "title",
    [
        "Peer recovery coach",
        "Recuperación: primer curso",
        "Sober living",
        "Group for people with a DIAGNOSIS",
        "Salud mental, curso",
        "Addiction counselling",
        "Two years clean",
        "For former clients",
        "Trastornos y apoyo",
    ],
)
def test_no_title_says_what_somebody_lived_through(title):
    assert refused(title=title) == "telling"


@pytest.mark.parametrize(
    "title", ["Listening", "Dar la bienvenida", "Cleaning the hall", "Training in peer support"]
)
def test_what_says_only_what_was_learnt_may_stand(title):
    assert rules.vouched_typed(FORM | {"title": title}, today=TODAY).title == title


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"title": "a\x00b"}, "title"),
        ({"hours": "0"}, "hours"),
        ({"hours": "2001"}, "hours"),
        ({"hours": "-3"}, "hours"),
        ({"hours": "1.5"}, "hours"),
        ({"hours": "\u0661"}, "hours"),
        ({"done": ""}, "done"),
        ({"done": "soon"}, "done"),
        ({"done": "1949-12-31"}, "done"),
        ({"done": "2027-01-01"}, "done"),
    ],
)
def test_each_field_that_is_wrong_is_named(typed, code):
    assert refused(**typed) == code


def test_who_leaves_out_the_day_shows_the_year_alone():
    day = rules.vouched_typed(FORM, today=TODAY).done_on
    assert rules.first_day(day, exact=True) == day
    first = rules.first_day(day, exact=False)
    assert EPOCH.fromordinal(EPOCH.toordinal() + first).isoformat() == "2026-01-01"


def test_a_place_is_drawn_by_lot_and_never_twice():
    taken = rules.with_bits(bytes(PLACES // 8), [7, 8])
    draws = iter([7, 8, 7, 9])
    assert rules.free_place(taken, below=lambda _: next(draws)) == 9
    assert rules.places_of(taken) == [7, 8]


def test_a_list_that_is_half_full_takes_nobody_more():
    half = b"\xff" * (PLACES // 16) + bytes(PLACES // 16)
    with pytest.raises(NotACertificate, match="certificate-full"):
        rules.free_place(half, below=itertools.count().__next__)


def test_bits_are_counted_from_the_left_as_the_standard_does():
    assert rules.with_bits(bytes(PLACES // 8), [0])[0] == 0x80
    assert rules.has(rules.with_bits(bytes(PLACES // 8), [PLACES - 1]), PLACES - 1)
