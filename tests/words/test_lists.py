"""The word lists of protocol/words keep their rules, and never change."""

import hashlib
import itertools
import re
from pathlib import Path

import pytest

_PARTS = Path(__file__).with_name("hurtful.txt").read_text().split("\n\n")
BEGINNINGS, WHOLE = tuple(_PARTS[2].split()), frozenset(_PARTS[4].split())
FOLDER = Path(__file__).resolve().parents[2] / "protocol" / "words"
COUNTS = {"five": 1296, "places": 128, "creatures": 128}
HASHES = {
    "five": "9b3895787aea31984fa5d97c7b07ae6ea1d67ba918f50898c79a5137bacc462a",
    "places": "8ff72f236aafca63749ab264d400ee2edb2ba665aa0b8a796a7280a3ed6e810c",
    "creatures": "b70b5efa07159bacb3363fd65c202b0ff2dadb18cad770fe60062edea521e49b",
}


def words_of(name):
    return (FOLDER / f"{name}.en.txt").read_text(encoding="utf-8").split("\n")[:-1]


def hurts(word):
    return word in WHOLE or word.startswith(BEGINNINGS)


def are_one_slip_apart(one, other):
    """Say whether one letter more, less, other or swapped turns one word into the other."""
    if len(one) > len(other):
        one, other = other, one
    if len(one) < len(other):
        return any(other[:i] + other[i + 1 :] == one for i in range(len(other)))
    odd = [i for i, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(odd) == 2:
        i, j = odd
        return j == i + 1 and one[i] == other[j] and one[j] == other[i]
    return len(odd) == 1


@pytest.mark.parametrize("name", COUNTS)
def test_a_list_has_its_count_each_word_once_and_in_order(name):
    words = words_of(name)
    assert len(words) == COUNTS[name]
    assert words == sorted(set(words))


@pytest.mark.parametrize("name", COUNTS)
def test_a_list_is_frozen_so_that_nobodys_door_stops_opening(name):
    content = (FOLDER / f"{name}.en.txt").read_bytes()
    assert hashlib.sha256(content).hexdigest() == HASHES[name]
    assert HASHES[name] in (FOLDER / "README.md").read_text()


def test_four_letters_are_enough_to_tell_each_of_the_five_words():
    words = words_of("five")
    assert all(re.fullmatch("[a-z]{3,8}", word) for word in words)
    assert len({word[:4] for word in words}) == len(words)
    assert not [pair for pair in itertools.pairwise(words) if pair[1].startswith(pair[0])]


def test_a_slip_of_one_letter_never_makes_another_word():
    by_length = {}
    for word in words_of("five"):
        by_length.setdefault(len(word), []).append(word)
    twins = [
        (one, other)
        for length, words in by_length.items()
        for one, other in itertools.chain(
            itertools.combinations(words, 2),
            itertools.product(words, by_length.get(length + 1, [])),
        )
        if are_one_slip_apart(one, other)
    ]
    assert not twins


@pytest.mark.parametrize("name", COUNTS)
def test_no_word_hurts_anyone(name):
    assert [word for word in words_of(name) if hurts(word)] == []


def test_the_hurtful_list_catches_what_it_should():
    for word in [
        "bottle",
        "needle",
        "rope",
        "knife",
        "bar",
        "high",
        "harmony",
        "wine",
        "pillow",
    ]:
        assert hurts(word), word
    assert not hurts("river")


def test_a_suggested_name_fits_the_protocols_form():
    places, creatures = words_of("places"), words_of("creatures")
    assert all(re.fullmatch("[a-z]{3,12}", word) for word in places + creatures)
    assert not set(places) & set(creatures)
