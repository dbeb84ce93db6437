"""A thief of the five words against the person with the card: every run of so many days.

An abstract place after api.md ("Changing the ways in"); the waiting time and the most of each
kind are the house's own. Secrets are names; whoever knows the name of a way in may use it.
"""

from dataclasses import dataclass, replace

import pytest

from alongside.keys.rules import MOST_OF, WAIT_DAYS
from pse.account import SPARE
from tests.model.explore import NotHeld, explore

WORDS, CARD = "her words", "her card"
HIS = ("his words", "his card", "his device")


@dataclass(frozen=True)
class Place:
    """Which secrets open it, what waits until which day, and who is inside."""

    day: int = 0
    opens: frozenset[str] = frozenset({WORDS, CARD})
    waits: frozenset[tuple[str, str, int]] = frozenset()
    inside: frozenset[str] = frozenset()
    card_used_on: int = 0
    is_renewed: bool = False


def moves_where(*, she_comes_within: int | None, days: int):
    """All either can do; she comes in with her card at least every so many days, or never."""

    def moves(place):
        if place.day < days and (
            she_comes_within is None or place.day - place.card_used_on < she_comes_within
        ):
            yield "a day passes", replace(place, day=place.day + 1)
        yield from thief(place)
        if she_comes_within is not None and CARD in place.opens:
            yield (
                "she comes in with her card",
                replace(place, waits=frozenset(), card_used_on=place.day),
            )
            yield "she renews with her card", renewed(place)

    return moves


def thief(place):
    """He knows her words, and every secret he made himself."""
    known = {*HIS, *(() if place.is_renewed else (WORDS,))}
    if "he" not in place.inside and known & place.opens:
        yield "he comes in", replace(place, inside=place.inside | {"he"})
    if "he" not in place.inside:
        return
    for kind, what in (
        *(("add", way) for way in HIS),
        ("remove", CARD),
        ("remove", "his card"),
    ):
        asked = (kind, what, place.day + WAIT_DAYS)
        is_asked = any(waiting[:2] == asked[:2] for waiting in place.waits)
        if not is_asked and done(place, asked) is not None:
            yield f"he asks to {kind} {what}", replace(place, waits=place.waits | {asked})
    for waiting in place.waits:
        if waiting[2] <= place.day and (after := done(place, waiting)) is not None:
            yield f"he finishes: {waiting[0]} {waiting[1]}", after


def done(place, waiting):
    kind, what, _ = waiting
    left = replace(place, waits=place.waits - {waiting})
    cards = {CARD, "his card"} & place.opens
    if kind == "remove":
        if what not in place.opens or len(cards) < MOST_OF[SPARE]:
            return None
        return replace(left, opens=place.opens - {what})
    if what == "his words":
        return replace(left, opens=(place.opens - {WORDS}) | {what})
    if what == "his card" and len(cards) >= MOST_OF[SPARE]:
        return None
    return replace(left, opens=place.opens | {what})


def renewed(place):
    """New words and a new card, of which he knows neither; all else goes, and he is out."""
    fresh = frozenset({WORDS, CARD})
    return Place(place.day, fresh, frozenset(), frozenset(), place.day, is_renewed=True)


def nothing_of_his_opens(place):
    return place.opens == {WORDS, CARD}


def test_who_comes_with_the_card_every_three_days_keeps_every_way_in():
    explored = explore(Place(), moves_where(she_comes_within=3, days=9), nothing_of_his_opens)
    assert explored.states > 200


def test_once_she_renewed_he_is_out_for_good():
    def he_is_out(place):
        return not place.is_renewed or (
            "he" not in place.inside and nothing_of_his_opens(place)
        )

    explore(Place(), moves_where(she_comes_within=5, days=5), he_is_out)


def test_her_card_opens_until_the_eighth_day_of_her_absence():
    """What it does not do, said exactly: after two waits, one by one, the card is gone."""
    last = 2 * WAIT_DAYS

    def her_card_opens(place):
        return CARD in place.opens or place.day >= last

    explore(Place(), moves_where(she_comes_within=None, days=9), her_card_opens)
    with pytest.raises(NotHeld):
        explore(
            Place(),
            moves_where(she_comes_within=None, days=9),
            lambda place: CARD in place.opens,
        )


def test_the_model_would_see_a_wait_that_is_too_short():
    """With a visit only every five days he has his own way in."""
    with pytest.raises(NotHeld, match="he finishes"):
        explore(Place(), moves_where(she_comes_within=5, days=9), nothing_of_his_opens)
