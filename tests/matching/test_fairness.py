"""The fairness report tells what is unfair, and nothing about a few people."""

from hypothesis import given
from hypothesis import strategies as st

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


@given(people)
def test_what_is_hidden_cannot_be_worked_out_from_what_is_shown(counted):
    told = report(counted)
    if told.met is None:
        assert all(row.hidden for row in told.rows)
        return
    hidden = {row.group for row in told.rows if row.hidden}
    shown = [row for row in told.rows if not row.hidden]
    for row in shown:
        assert row.met not in range(1, FEWEST)
        assert row.waits not in range(1, FEWEST)
    left = (told.met - sum(r.met for r in shown), told.waits - sum(r.waits for r in shown))
    if hidden and shown:
        assert len(hidden) > 1
        assert not any(0 < count < FEWEST for count in left)


def test_a_round_that_leaves_one_language_waiting_is_seen():
    made = population(900, 60, seed=11)
    english = [place for place in made.places if "es" not in place.shown.langs]
    met = {match.waiting.id for match in plan(made.waiting, english, seed=1)}
    told = report(
        Counted(made.about[one.id].language, one.waited, one.id in met) for one in made.waiting
    )
    shares = {row.group: row.share for row in told.rows if not row.hidden}
    assert shares["es"] == 0
    assert shares["en"] > 50


def test_two_small_groups_are_hidden_together_with_none_left_to_guess():
    counted = [Counted("en", 3, True)] * 40 + [Counted("es", 3, True)] * 9
    counted += [Counted("fr", 3, True)] * 3
    assert {row.group for row in report(counted).rows if row.hidden} == {"es", "fr"}


def test_ada_is_told_how_long_it_takes_only_when_eight_people_know():
    assert half_within({2: 7}) is None
    assert half_within({2: 4, 5: 4}) == 2
    assert half_within({1: 3, 9: 5}) == 9


def test_a_very_long_wait_is_counted_among_the_longest():
    assert counted_as(400) == 90
    assert counted_as(-1) == 0


def test_figures_are_of_the_last_year():
    assert first_quarter_kept(91 * 10) == 7
