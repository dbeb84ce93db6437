"""The figures, held against the reference values of practice and against their meaning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.promises.continuity import coc, continuity, mean, overall, secon, upc

COUNTS = st.lists(st.integers(1, 30), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([10], 1.0), ([1] * 10, 0.0), ([5, 5], 0.44), ([8, 1, 1], 0.62)],
)
def test_coc_gives_the_values_everybody_agrees_on(counts, expected):
    assert round(coc(counts), 2) == expected


def test_upc_gives_the_values_everybody_agrees_on():
    assert upc([8, 1, 1]) == 0.8
    assert upc([10]) == 1.0
    assert upc([5, 5]) == 0.5


@pytest.mark.parametrize(
    ("people", "expected"),
    [("bbbb", 1.0), ("bcbc", 0.0), ("bbbc", 2 / 3), ("bbccc", 0.75)],
)
def test_secon_looks_at_who_came_after_whom(people, expected):
    assert secon(people) == pytest.approx(expected)


@pytest.mark.parametrize("people", ["", "b"])
def test_of_fewer_than_two_contacts_nothing_is_said(people):
    figures = continuity(people)

    assert (figures.coc, figures.upc, figures.secon) == (None, None, None)


@given(COUNTS)
def test_all_lie_between_nothing_and_one_and_one_person_alone_is_one(counts):
    people = [who for who, n in enumerate(counts) for _ in range(n)]
    figures = continuity(people)
    if len(people) >= 2:
        assert 0 <= figures.coc <= figures.upc <= 1
        assert 0 <= figures.secon <= 1
        assert (figures.coc == 1) == (len(counts) == 1) == (figures.upc == 1)


@given(COUNTS, st.randoms())
def test_the_order_of_people_changes_nothing_but_secon(counts, random):
    shuffled = list(counts)
    random.shuffle(shuffled)

    assert (coc(shuffled), upc(shuffled)) == (coc(counts), upc(counts))


def test_a_programme_counts_each_person_once_however_often_they_meet():
    figures = overall(["b" * 40, "bc", "b", ""])

    assert (figures.people, figures.coc, figures.upc, figures.secon) == (2, 0.5, 0.75, 0.5)
    assert overall([]).coc is None
    assert mean([None, None]) is None
