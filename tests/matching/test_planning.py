"""What a round promises whoever waits, and whoever has room."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pse.matching
from alongside.matching.rules.blocking import would_rather
from alongside.matching.rules.deferred import Asking
from alongside.matching.rules.keys import PlainKeys, round_of
from alongside.matching.rules.planning import BALANCED, STABLE, plan
from alongside.matching.rules.quick import QuickKeys
from alongside.matching.rules.sides import Place, Waiting, with_room
from bench.population import population
from pse.matching import Shown, Wishes
from tests.matching.rounds import keeps_its_promises, pairs, rounds

MANY = settings(max_examples=60, deadline=None)
ENGLISH = frozenset({"en"})


@MANY
@given(sides=rounds(), listed=st.integers(1, 7), quick=st.booleans())
def test_no_two_people_would_both_rather_have_each_other(sides, listed, quick):
    waiting, places = sides
    round = round_of(waiting, with_room(places), seed=1)
    keys = QuickKeys(round) if quick else PlainKeys(round)
    planned = Asking(round, keys, listed=listed).plan()
    assert list(would_rather(round, PlainKeys(round), planned)) == []


@MANY
@given(sides=rounds(), way=st.sampled_from([STABLE, BALANCED]))
def test_nobody_gets_more_than_their_room_and_nobody_meets_whom_they_keep_apart(sides, way):
    keeps_its_promises(plan(*sides, seed=2, way=way))


@MANY
@given(sides=rounds(), way=st.sampled_from([STABLE, BALANCED]), chance=st.randoms())
def test_a_later_round_moves_nobody_and_fills_no_place_beyond_its_room(sides, way, chance):
    waiting, places = sides
    agreed = [match for match in plan(*sides, seed=2, way=way) if chance.random() < 0.5]
    walks, taken = (
        {match.waiting.id for match in agreed},
        Counter(match.place.id for match in agreed),
    )
    left = [one for one in waiting if one.id not in walks]
    room = [
        replace(one, room=one.room - taken[one.id], load=one.load + taken[one.id])
        for one in places
    ]
    later = plan(left, room, seed=3, way=way)
    assert walks.isdisjoint(match.waiting.id for match in later)
    keeps_its_promises(
        [*agreed, *(replace(m, place=_as_before(m.place, places)) for m in later)]
    )


def _as_before(place, places):
    return next(one for one in places if one.id == place.id)


@MANY
@given(sides=rounds())
def test_balancing_the_load_leaves_nobody_waiting_whom_the_other_way_would_meet(sides):
    assert len(plan(*sides, seed=3, way=BALANCED)) >= len(plan(*sides, seed=3, way=STABLE))


@MANY
@given(sides=rounds(), chance=st.randoms(use_true_random=False))
def test_the_order_people_stand_in_changes_nothing(sides, chance):
    waiting, places = sides
    mixed = (chance.sample(waiting, len(waiting)), chance.sample(places, len(places)))
    assert pairs(plan(*sides, seed=4)) == pairs(plan(*mixed, seed=4))


@MANY
@given(sides=rounds(), listed=st.integers(1, 5))
def test_how_long_the_lists_are_changes_nothing(sides, listed):
    assert pairs(plan(*sides, seed=5, listed=listed)) == pairs(plan(*sides, seed=5, listed=99))


@MANY
@given(sides=rounds())
def test_the_quick_way_counts_like_the_plain_one(sides):
    round = round_of(sides[0], with_room(sides[1]), seed=6)
    plain, quick = PlainKeys(round), QuickKeys(round)
    for at in range(len(round.waiting)):
        assert plain.row(at) == quick.row(at)
    assert list(plain.first(3)) == list(quick.first(3))


@given(sides=rounds())
@settings(max_examples=60, deadline=None)
def test_the_scale_of_the_weights_changes_nothing(sides):
    round = round_of(sides[0], with_room(sides[1]), seed=7)
    whole = Asking(round, PlainKeys(round), listed=9).plan()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("MATTERS", "LANGUAGE", "FACT"):
            patch.setattr(pse.matching, name, getattr(pse.matching, name) // 10)
        tenth = Asking(round, PlainKeys(round), listed=9).plan()
    assert {row[:2] for row in whole} == {row[:2] for row in tenth}


@given(sides=rounds(), more=st.integers(1, 5))
@settings(max_examples=30, deadline=None)
def test_a_week_more_for_everyone_changes_nothing(sides, more):
    waiting, places = sides
    later = [Waiting(one.id, one.wishes, one.waited + 7 * more, one.apart) for one in waiting]
    assert pairs(plan(waiting, places, seed=8)) == pairs(plan(later, places, seed=8))


def test_whoever_waited_a_week_longer_comes_first():
    place = Place(9, Shown(frozenset({"grief"}), ENGLISH), 1)
    grief = Wishes(frozenset({"grief"}), matters="grief")
    waiting = [Waiting(1, grief, waited=6), Waiting(2, Wishes(anyone=True), waited=7)]
    assert pairs(plan(waiting, [place], seed=0)) == {(2, 9)}


def test_in_the_same_week_whoever_speaks_the_rarer_language_comes_first():
    both = Place(9, Shown(langs=frozenset({"en", "es"})), 1)
    others = [Place(20 + at, Shown(langs=ENGLISH), 1) for at in range(9)]
    waiting = [Waiting(at, Wishes(langs=ENGLISH)) for at in range(9)]
    waiting.append(Waiting(50, Wishes(langs=frozenset({"es"}))))
    for seed in range(20):
        assert (50, 9) in pairs(plan(waiting, [both, *others], seed=seed))


def test_what_matters_most_outweighs_everything_else():
    wishes = Wishes(frozenset({"alcohol", "evenings", "grief"}), ENGLISH, matters="grief")
    every = Shown(pse.matching.known_facts() - {"grief"}, ENGLISH)
    one = Shown(frozenset({"grief"}), ENGLISH)
    assert pse.matching.score(wishes, one) > pse.matching.score(wishes, every)


def test_nobody_who_wished_for_nothing_waits_longer_than_others():
    chance = Random(1)
    made = population(800, 40, seed=chance.randrange(1_000))
    met = {id for id, _ in pairs(plan(made.waiting, made.places, seed=1))}

    def share(anyone):
        asked = [one for one in made.waiting if one.wishes.anyone is anyone]
        return sum(one.id in met for one in asked) / len(asked)

    assert share(anyone=True) >= share(anyone=False) - 0.05


def test_a_big_round_keeps_every_promise_too():
    made = population(2_000, 140, seed=3)
    for way in (STABLE, BALANCED):
        keeps_its_promises(plan(made.waiting, made.places, seed=1, way=way))
    round = round_of(made.waiting, with_room(made.places), seed=1)
    keys = QuickKeys(round)
    assert list(would_rather(round, keys, Asking(round, keys, listed=20).plan())) == []


def test_short_lists_alone_would_break_the_promise_so_everyone_is_looked_at():
    made = population(600, 60, seed=4)
    round = round_of(made.waiting, with_room(made.places), seed=1)
    keys = PlainKeys(round)
    short = Asking(round, keys, listed=2, beyond=False).plan()
    assert list(would_rather(round, keys, short)) != []
    assert list(would_rather(round, keys, Asking(round, keys, listed=2).plan())) == []
