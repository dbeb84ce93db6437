"""A label is held back where a room can see that it is weaker."""

import pytest
from listening_coach.holding import Hold, Place, beside
from listening_coach.pack import open_pack
from listening_coach.reading import of_whole, places, read
from listening_coach.training import own_lists

from tests.coach.small_pack import OPEN

LISTS = own_lists()
HERS = "I slipped on Friday and I could not tell my sister about it."


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
        ("You could not tell her, and it sits on you.", {"no-advice"}),
        ("You do not have to decide today.", {"no-advice"}),
        ("You could tell her. Not yet: have to think.", set()),
    ],
)
def test_swearing_pictures_and_what_is_no_advice_are_seen(text, found):
    assert beside(text, LISTS) == found


def test_a_sentence_knows_how_long_its_reply_is():
    draft = "Oh no. That is  a lot\nto carry."
    assert places(["Oh no.", "That is  a lot\nto carry."], draft, LISTS) == [
        Place(2, 8), Place(6, 8),
    ]  # fmt: skip
    assert of_whole(draft) == Place(8, 8)


@pytest.mark.parametrize("first_alone", [False, True])
@pytest.mark.parametrize(
    "said",
    [
        "You could not tell her, and it sits on you.",
        "You could not tell her.",
        "You would not tell her.",
        "You do not have to tell her tonight.",
    ],
)
def test_what_is_said_back_in_whole_words_is_not_called_advice(said, first_alone):
    pack = open_pack(OPEN, first_alone=first_alone)

    (_, labels), *_ = read(pack, said, HERS).sentences

    assert labels["advice"].there is not True


@pytest.mark.parametrize("first_alone", [False, True])
def test_what_is_held_back_is_still_said_not_to_be_there(first_alone):
    pack = open_pack(OPEN, first_alone=first_alone)

    (_, labels), *_ = read(pack, "Talk on Thursday then.", HERS).sentences

    for name in ("reflection", "warmth", "exploring"):
        assert not pack.labels[name].hold.lets(Place(4, 4)), name
        assert labels[name].there is False, name


def test_the_same_words_as_advice_are_still_called_so():
    (_, labels), *_ = read(open_pack(OPEN), "You could tell her tomorrow.", HERS).sentences

    assert labels["advice"].there is True
