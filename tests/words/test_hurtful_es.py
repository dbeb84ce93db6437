"""No Spanish word of our lists greets anyone with what hurts, in none of its countries."""

from pathlib import Path

import pytest

from pse.words import word_list

_PARTS = Path(__file__).with_name("hurtful.es.txt").read_text().split("\n\n")
BEGINNINGS, WHOLE = tuple(_PARTS[2].split()), frozenset(_PARTS[4].split())


def hurts(word):
    return word in WHOLE or word.startswith(BEGINNINGS)


@pytest.mark.parametrize("name", ["five", "places", "creatures"])
def test_no_spanish_word_hurts_anyone(name):
    assert [word for word in word_list(f"{name}.es") if hurts(word)] == []


def test_the_spanish_list_of_what_hurts_catches_what_it_should():
    for word in [
        "duendes",
        "botella",
        "navaja",
        "cuchara",
        "soga",
        "coyote",
        "deporte",
        "nieve",
    ]:
        assert hurts(word), word
    assert not hurts("orilla")
