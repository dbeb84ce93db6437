"""A programme of numbers keeps the rules of real ones, and its figures hold what they say."""

from dataclasses import replace

import numpy as np
import pytest

from alongside.counts.rules import LEAST, about
from alongside.simulating.ripple import growing, honesty, planning, told
from alongside.simulating.ripple.assumptions import (
    FIRST_MONTHS,
    MOST_OPEN,
    RECORDED,
    ROLES,
    SPECIALIST,
    Assumptions,
    NoSuchAssumption,
    with_changed,
)
from alongside.simulating.ripple.month import live
from alongside.simulating.ripple.people import (
    GONE,
    NEVER,
    SUPPORTED,
    WAITING,
    make_people,
)
from tests.ripple.never_said import never_said
from tests.simulating.test_command import typed

ASSUMED = Assumptions()
EAGER = replace(ASSUMED, invites=0.5, welcomes=0.5, co_hosts=0.5, is_trained=0.5)


def grown(people=2_000, months=48, seed=1, assumed=ASSUMED):
    return growing.grow(people, months=months, seed=seed, assumed=assumed)


def test_the_same_number_grows_the_same_programme():
    first, again, other = grown(seed=4).people, grown(seed=4).people, grown(seed=5).people
    for column in ("state", "role", "generation", "ended", "brought"):
        assert np.array_equal(getattr(first, column), getattr(again, column))
    assert not np.array_equal(first.state, other.state)


@pytest.mark.parametrize("assumed", [ASSUMED, EAGER])
def test_in_no_month_is_a_seat_taken_twice_or_a_rule_of_the_path_broken(assumed):
    chance = np.random.default_rng(8)
    people = make_people(1_500, assumed, chance)
    for month in range(36):
        role, open_before = people.role.copy(), people.open_invites.copy()
        live(people, assumed, month=month, chance=chance)
        supported = np.flatnonzero(people.state == SUPPORTED)
        seats = np.bincount(people.supporter[supported], minlength=len(people.state))
        assert np.array_equal(seats, people.load)
        assert seats.max(initial=0) <= people.seats
        assert (people.role[people.supporter[supported]] == SPECIALIST).all()
        assert sorted(people.queue) == list(np.flatnonzero(people.state == WAITING))
        assert people.open_invites.max() <= MOST_OPEN
        assert (people.open_invites - open_before <= MOST_OPEN - open_before).all()
        ahead = people.role > role
        assert (people.role[ahead] - role[ahead] == 1).all()
        assert not (ahead & people.bad).any()
        assert (month - people.began[ahead] >= FIRST_MONTHS).all()
        assert (people.began[ahead] != NEVER).all()
        assert not people.load[people.state == GONE].any()


def test_a_generation_is_one_further_than_whoever_supported_them():
    people = grown(months=30).people
    supported = np.flatnonzero((people.state == SUPPORTED) & (people.reached[5] == NEVER))
    by = people.supporter[supported]
    first_support = people.began[supported] >= people.came[supported]
    assert first_support.all()
    # Whoever was left by a specialist who stopped keeps the generation they began with.
    same = people.generation[supported] == people.generation[by] + 1
    assert same.mean() > 0.8
    assert people.generation.max() >= 2


def test_batches_are_rounded_as_the_house_rounds_them():
    answers = np.random.default_rng(2).random(8 * 40) < 0.4

    class Lots:
        drawn = np.random.default_rng(3).random(40)

        def random(self, many):
            return self.drawn[:many]

    found = told.tell(answers, Lots())
    by_hand = sum(
        about(int(batch.sum()), chance=lot)
        for batch, lot in zip(answers.reshape(40, 8), Lots.drawn, strict=True)
    )
    assert found.about == pytest.approx(by_hand / 320)


@pytest.mark.slow
@pytest.mark.parametrize(
    "people", [2_000, 5_000, pytest.param(15_000, marks=pytest.mark.proof)]
)
def test_intervals_hold_the_truth_in_ninety_five_of_a_hundred_programmes(people):
    for one in honesty.coverage(people, months=36, seeds=range(300), assumed=ASSUMED):
        assert one.programmes == 300
        assert one.told > 200
        assert 0.93 <= one.share <= 0.97, one


def test_they_do_not_where_those_who_passed_it_on_let_themselves_be_counted_more():
    """What no interval can know; docs/ripple.md says so beside the figure."""
    leaning = replace(ASSUMED, counted=0.4, counted_if_given=2.0)
    (one, _) = honesty.coverage(10_000, months=36, seeds=range(40), assumed=leaning)
    assert one.share < 0.5


@pytest.mark.parametrize("people", [100, 1_000, 20_000])
def test_nothing_under_eight_is_told_and_nothing_is_left_by_subtraction(people):
    found = honesty.suppression(grown(people, months=60))
    assert found.differences > 0
    assert found.too_small == 0


def test_the_same_subtraction_finds_single_people_where_counts_are_told_as_they_are(
    monkeypatch,
):
    def exact(grown, *, until):
        return told.cells(grown, until=until, counted=True)

    monkeypatch.setattr(honesty, "told_cells", exact)
    assert honesty.suppression(grown(1_000, months=60)).too_small > 20


@pytest.mark.parametrize("knows", [0.0, 0.5, 0.9, 1.0])
def test_who_knows_seven_of_a_batch_learns_of_the_eighth_as_often_as_is_said(knows):
    """The attack that eights do not stop; docs/ripple.md says how often it finds somebody."""
    found = honesty.known_seven(
        grown(20_000, months=60), knows=knows, chance=np.random.default_rng(1)
    )
    by_rule = 8 * knows**7 * (1 - knows)
    assert found.batches > 500
    assert found.learnt / found.batches == pytest.approx(by_rule, abs=0.05)


def test_what_is_told_of_a_cell_is_never_more_than_is_true():
    here = grown(5_000)
    true = told.cells(here, until=here.months, counted=False)
    for cell, number in told.told_cells(here, until=here.months).items():
        assert number % LEAST == 0
        assert number <= true[cell]
    assert {role for _, role in true} == {"supported", *(ROLES[role] for role in RECORDED)}


def test_more_specialists_at_the_beginning_make_nobody_wait_longer():
    rows = [*planning.by_beginning(4_000, months=36, seed=2, assumed=ASSUMED)]
    waits = [48 if row.nine_in_ten_waited is None else row.nine_in_ten_waited for row in rows]
    assert waits == sorted(waits, reverse=True)
    assert rows[0].gave_up > rows[-1].gave_up
    for row in rows:
        assert row.supported + row.gave_up + row.still_waiting == row.came


def test_who_gives_up_waited_too_and_makes_no_wait_shorter():
    """Two of four give up: half of all who came would have waited three months, not one."""
    people = make_people(100, ASSUMED, np.random.default_rng(1))
    four = slice(people.first, people.first + 4)
    people.here = four.stop
    people.came[four] = 0
    people.began[four] = [1, NEVER, NEVER, 3]
    people.left[four] = [NEVER, 2, 2, NEVER]
    people.state[four] = [SUPPORTED, GONE, GONE, SUPPORTED]
    found = growing.Grown(people, 6, ASSUMED)
    assert growing.share_begun(found) == pytest.approx([0, 0.25, 0.25, 1, 1, 1])
    assert growing.waiting(found).half_waited == 3
    people.began[four], people.state[four] = NEVER, WAITING
    people.left[four] = NEVER
    assert growing.waiting(found).half_waited is None


def test_whoever_waits_again_once_their_specialist_stopped_is_among_those_who_wait():
    here = grown(10_000, months=60)
    found = growing.waiting(here)
    assert found.wait_again > 0
    assert found.gave_up_again > 0
    assert found.still_waiting + found.wait_again == len(here.people.queue)
    assert found.gave_up + found.gave_up_again == here.people.gave_up.sum()


def test_whoever_leaves_in_a_quarter_is_not_in_it_whatever_they_did():
    """Kept only if they brought somebody, leavers would make the share too high."""
    here = grown(500, months=12)
    people = here.people
    people.brought[:], people.left[:], people.came[:] = NEVER, NEVER, 0
    people.left[:40] = 4
    people.brought[:10] = 3
    figure = told.brought(here, np.random.default_rng(1))
    everybody = len(people.came)
    assert figure.true_yes == 0
    assert figure.true_people == 3 * (everybody - 40)


def test_without_anybody_who_walks_the_path_nothing_is_passed_on():
    still = replace(ASSUMED, says_thanks=0.0)
    found = told.passed_on(grown(assumed=still), np.random.default_rng(1))
    assert found.true_people > 0
    assert found.true_yes == 0


@pytest.mark.parametrize("word", ["sleeps=1", "comes=x", "comes=2", "comes", "seats=-1"])
def test_an_assumption_that_cannot_be_is_refused_by_name(word):
    with pytest.raises(NoSuchAssumption):
        with_changed(ASSUMED, [word])


def test_somebody_who_types_it_reads_what_is_true_and_what_is_told():
    words = ["--people", "1000", "--months", "24", "--plan", "--programmes", "3"]
    done = typed(*words, command="simulate-ripple")
    assert done.returncode == 0, done.stderr
    for words in (
        "gave up waiting again",
        "who knows 90.0 % of those counted",
        "counted or not: true",
        "What is true",
        "Waiting, by",
        "0 are of fewer",
    ):
        assert words in done.stdout
    assert never_said(done.stdout) == []
    for word, said in (
        (["--people", "99"], "people is from 100 to 1,000,000"),
        (["--assume", "sleeps=1"], "an assumption is one of"),
    ):
        refused = typed(*word, command="simulate-ripple")
        assert (refused.returncode, said in refused.stderr) == (1, True)
        assert len(refused.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", [["--people", "200", "--plan", "--json"], ["--help"]])
def test_neither_its_json_nor_its_help_says_cause_or_r0(words):
    done = typed(*words, command="simulate-ripple")
    assert done.returncode == 0, done.stderr
    assert "programme" in done.stdout or '"suppression"' in done.stdout
    assert never_said(done.stdout) == []
