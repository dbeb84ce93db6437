"""The picture for the wall: from rounded counts alone, the same each time, of nobody."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.counts.rules import LEAST, PASSED_ON, REACHED
from alongside.ripple.drawing import GROUND, MIDDLE, RINGS, draw
from alongside.ripple.rules import GENERATIONS, Role, cells, topic_of

DOT = re.compile(r"M([\d.]+) ([\d.]+)h0")
some = st.dictionaries(st.sampled_from(REACHED), st.integers(0, 4_000))


def places(drawing):
    return {
        role: [(float(x), float(y)) for x, y in DOT.findall(path)]
        for role, path in drawing.dots.items()
    }


def off(place):
    return ((place[0] - MIDDLE) ** 2 + (place[1] - MIDDLE) ** 2) ** 0.5


def test_the_same_numbers_give_the_same_picture_and_another_seed_another():
    found = cells({topic_of(1, Role.SUPPORTED): 12, topic_of(2, Role.TRAINED): 3})
    assert draw(found, seed=1) == draw(found, seed=1)
    assert draw(found, seed=1) != draw(found, seed=2)
    assert draw(found, seed=1).each == LEAST


def test_a_dot_stands_for_eight_and_nobody_is_drawn_where_no_batch_closed():
    drawing = draw(cells({topic_of(1, Role.SUPPORTED): 12}), seed=1)
    assert {role: len(dots) for role, dots in places(drawing).items()} == {
        role: 12 if role == Role.SUPPORTED else 0 for role in Role
    }
    assert draw(cells({}), seed=1).is_empty


@settings(max_examples=30)
@given(batches=some)
def test_every_dot_lies_on_its_ring_and_no_ring_is_crowded(batches):
    drawing = draw(cells(batches), seed=1)
    every = [off(place) for dots in places(drawing).values() for place in dots]
    for inner, outer in RINGS:
        here = [one for one in every if inner - 4 <= one <= outer + 4]
        assert len(here) * GROUND <= 3.1416 * (outer**2 - inner**2)
        every = [one for one in every if one not in here]
    assert every == []


@settings(max_examples=30)
@given(batches=some)
def test_who_is_there_is_seen_however_many_there_are(batches):
    drawn = places(draw(cells(batches), seed=1))
    for role in Role:
        there = any(batches.get(topic_of(at, role)) for at in range(GENERATIONS))
        assert bool(drawn[role]) == there


def test_two_pictures_of_numbers_alike_are_alike_whoever_is_behind_them():
    """All that goes in are the told numbers: what is not told cannot come out."""
    told = {topic_of(1, Role.SUPPORTED): 3}
    assert draw(cells(told), seed=1) == draw(cells({**told, 49: 0, PASSED_ON: 7}), seed=1)
