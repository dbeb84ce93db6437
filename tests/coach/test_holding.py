"""A label is held back where a room can see that it is weaker."""

import pytest
from listening_coach.holding import Hold, Place, beside
from listening_coach.reading import of_whole, places
from listening_coach.training import own_lists

LISTS = own_lists()


@pytest.mark.parametrize(
    ("hold", "place", "is_let"),
    [
        (Hold(), Place(1, 900, frozenset({"swearing", "pictures"})), True),
        (Hold(words=(5, 20)), Place(4, 40), False),
        (Hold(words=(5, 20)), Place(5, 40), True),
        (Hold(words=(5, 20)), Place(21, 40), False),
        (Hold(reply=(0, 47)), Place(9, 47), True),
        (Hold(reply=(0, 47)), Place(9, 48), False),
        (Hold(beside=frozenset({"pictures"})), Place(9, 9, frozenset({"swearing"})), True),
        (Hold(beside=frozenset({"pictures"})), Place(9, 9, frozenset({"pictures"})), False),
    ],
)
def test_a_label_is_said_where_nothing_holds_it_back(hold, place, is_let):
    assert hold.lets(place) is is_let
    assert Hold.of(hold.written()) == hold


def test_what_holds_nothing_back_is_not_written():
    assert Hold().written() == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("That is a lot.", set()),
        ("That is a fucking lot.", {"swearing"}),
        ("FUCK, that is a lot \U0001f494", {"swearing", "pictures"}),
        ("Hell\u2019s kitchen; hello, shitake.", set()),
        ("\u2764\ufe0f", {"pictures"}),
    ],
)
def test_swearing_and_pictures_are_seen(text, found):
    assert beside(text, LISTS) == found


def test_a_sentence_knows_how_long_its_reply_is():
    draft = "Oh no. That is  a lot\nto carry."
    assert places(["Oh no.", "That is  a lot\nto carry."], draft, LISTS) == [
        Place(2, 8), Place(6, 8),
    ]  # fmt: skip
    assert of_whole(draft) == Place(8, 8)
