"""The fairness report tells what is unfair, and nothing about a few people."""

from collections import defaultdict
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from alongside.matching.rules import fairness
from alongside.matching.rules.fairness import FEWEST, Counted, report
from alongside.matching.rules.figures import counted_as, first_quarter_kept, half_within
from alongside.matching.rules.planning import plan
from bench.population import population

people = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.integers(0, 60), st.integers(0, 30)), max_size=6
).map(
    lambda groups: [
        Counted(name, days, met)
        for name, met_days, n in groups
        for days, met in [(met_days, True)] * n + [(met_days // 2, False)] * (30 - n)
    ]
)


def counted_of(cells):
    """Groups with these cells, all of the same wait, as the report takes them."""
    return [
        Counted(name, 5, met, people)
        for name, both in zip("abcd", cells, strict=False)
        for met, people in zip((True, False), both, strict=True)
        if people
    ]


@given(people)
def test_no_cell_that_is_shown_is_of_a_few_people(counted):
    told = report(counted)
    for count in (told.met or 0, told.waits or 0, *(n for r in told.rows for n in cells(r))):
        assert not 0 < count < FEWEST
    if told.met is not None and told.waits is not None:
        left = (
            told.met - sum(row.met for row in told.rows),
            told.waits - sum(row.waits for row in told.rows),
        )
        assert not any(0 < count < FEWEST for count in left)
        assert told.hides == (left != (0, 0))


def cells(row):
    return row.met, row.waits


def splits(total, into):
    """Every way to share a number out among some groups."""
    if into == 1:
        return [(total,)]
    return [(n, *rest) for n in range(total + 1) for rest in splits(total - n, into - 1)]


def test_who_knows_every_rule_cannot_work_out_a_hidden_cell(monkeypatch):
    """Every programme of up to fourteen people in three groups, and all that its report tells.

    A reader who knows the rules asks which programmes would be told so. For no group that is
    hidden all of them agree on a cell of a few people.
    """
    monkeypatch.setattr(fairness, "FEWEST", 3)
    worlds = defaultdict(list)
    for met, waits in product((0, 4, 7), range(8)):
        for world in product(splits(met, 3), splits(waits, 3)):
            both = tuple(zip(*world, strict=True))
            told = report(counted_of(both))
            # The desk counts wishes beside the report: its totals are known in any case.
            worlds[met, waits, tuple(told.rows), told.hides].append(both)
    for (_, _, rows, _), alike in worlds.items():
        shown = {row.group for row in rows}
        for at in (at for at, name in enumerate("abc") if name not in shown):
            for cell in (0, 1):
                found = {both[at][cell] for both in alike}
                assert len(found) > 1 or found.isdisjoint({1, 2}), (rows, alike[:4])


def test_as_many_small_groups_as_people_do_not_tell_that_each_is_one_person():
    small = [Counted(name, 3, name in "abcdefgh") for name in "abcdefghijklmnop"]
    told = report([Counted("z", 3, True, 40), Counted("z", 3, False, 40), *small])
    assert [row.group for row in told.rows] == ["z"]
    assert told.hides


def test_a_round_that_leaves_one_language_waiting_is_seen():
    made = population(900, 60, seed=11)
    english = [place for place in made.places if "es" not in place.shown.langs]
    met = {match.waiting.id for match in plan(made.waiting, english, seed=1)}
    told = report(
        Counted(made.about[one.id].language, one.waited, one.id in met) for one in made.waiting
    )
    shares = {row.group: row.share for row in told.rows}
    assert shares["es"] == 0
    assert shares["en"] > 50


def test_two_small_groups_are_hidden_together_with_none_left_to_guess():
    counted = [Counted("en", 3, True)] * 40 + [Counted("es", 3, True)] * 9
    counted += [Counted("fr", 3, True)] * 3
    told = report(counted, order=["es"])
    assert ([row.group for row in told.rows], told.hides) == (["en"], True)


def test_ada_is_told_how_long_it_takes_only_when_eight_people_know():
    assert half_within({2: 7}) is None
    assert half_within({2: 4, 5: 4}) == 2
    assert half_within({1: 3, 9: 5}) == 9


def test_a_very_long_wait_is_counted_among_the_longest():
    assert counted_as(400) == 90
    assert counted_as(-1) == 0


def test_figures_are_of_the_last_year():
    assert first_quarter_kept(91 * 10) == 7
