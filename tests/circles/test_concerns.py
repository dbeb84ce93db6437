"""A concern about a line of a circle: an officer's room asks for its place in the log."""

from dataclasses import replace

import pytest

from alongside.concerns.models import Concern
from alongside.conversations.as_sealed import as_sealed
from alongside.conversations.models import Entry, Epoch
from pse.refusal import NotOpened
from pse.report_line import ReportLine, check_place
from tests.concerns.raising import concern, make_officer
from tests.concerns.test_lines_in_the_log import asked, log_of
from tests.conversations.test_forgetting import lines
from tests.stored import store


@pytest.fixture
def two(eve, dora, desk):
    """Eve and Dora answer concerns, and are in no circle."""
    return make_officer(eve, desk, "Eve"), make_officer(dora, desk, "Dora")


@pytest.fixture
def shown(with_ada, ben, lea, finn):
    """Finn was let in, and two of his lines stand in the log."""
    assert with_ada.asks(finn, ben, lea).status_code == 200
    assert with_ada.does(ben, "let-in", finn).status_code == 204
    store(with_ada.begun.frame)
    conv = with_ada.begun.conv
    lines(2, conv, finn.account.ref)
    eh_hash = Epoch.objects.get().eh_hash
    return [
        ReportLine(one.n, as_sealed(one, conv=conv, eh_hash=eh_hash), b"k" * 32)
        for one in Entry.objects.filter(kind=3).order_by("n")
    ]


@pytest.fixture
def raised(with_ada, ada, finn, two):
    """Ada, who came by a host's yes, raises one about Finn, who did too."""
    made = concern(ada, finn, *two)
    assert made.hand_in().status_code == 201
    return made


def test_any_member_raises_one_about_any_other_and_hosts_both_ways(
    with_ada, ada, ben, lea, two
):
    pairs = [(ada, ben), (ben, ada), (lea, ben)]
    for by, on in pairs:
        assert concern(by, on, *two).hand_in().status_code == 201
    assert Concern.objects.count() == len(pairs)


def test_an_officer_finds_a_line_of_a_circle_where_it_was_carried(with_ada, shown, raised, two):
    known, log = log_of(two[0], raised, with_ada.begun.conv)
    assert known
    for line in shown:
        check_place(line, log[line.n])


def test_true_lines_of_a_circle_in_another_order_are_found(with_ada, shown, raised, two):
    _, log = log_of(two[0], raised, with_ada.begun.conv)
    first, second = shown
    for moved in (replace(first, n=second.n), replace(second, n=first.n)):
        with pytest.raises(NotOpened):
            check_place(moved, log[moved.n])


def test_whoever_left_the_circle_is_believed_still(with_ada, ada, shown, raised, two):
    before = log_of(two[0], raised, with_ada.begun.conv)
    assert with_ada.leaves(ada).status_code == 204
    assert log_of(two[0], raised, with_ada.begun.conv) == before


def test_of_a_circle_that_whoever_raised_it_is_not_in_nothing_is_known(
    with_ada, finn, ben, two
):
    store(with_ada.begun.frame)
    elsewhere = concern(finn, ben, *two)
    elsewhere.hand_in()
    assert log_of(two[0], elsewhere, with_ada.begun.conv) == (False, {})


def test_nobody_in_the_circle_asks_for_the_log_by_way_of_a_concern(
    with_ada, shown, raised, ada, ben, lea, finn
):
    for other in (ada, ben, lea, finn):
        assert asked(other, raised, with_ada.begun.conv).status_code == 404
