"""Nine officers and more: a letter fits eight, and whoever decides is always among them."""

import pytest

from alongside.concerns.models import LetterWrap, Measure, Standing
from alongside.concerns.rules import readers
from alongside.ground.identifiers import to_text
from alongside.web.words import CATALOGUES
from tests.cast import bring_in
from tests.concerns.deciding import LIFTED, NO_HELLOS, REMOVAL, STAYS, Decided
from tests.concerns.raising import make_officer
from tests.web.reading import Page


@pytest.fixture
def nine(two, lea, house, desk):
    """Nine officers, by identifier: the last one is beyond the first eight."""
    more = [
        make_officer(bring_in(f"calm-heron-000{n}"), desk, f"Officer {n}") for n in range(6)
    ]
    return sorted((*two, lea, *more), key=lambda one: one.account.ref)


def read_by(measure):
    found = LetterWrap.objects.filter(letter__measure__ref=measure.id)
    return set(found.values_list("account_id", flat=True))


def test_the_ninth_sets_a_measure_that_they_and_seven_others_read(ben, nine):
    ninth, seven = nine[8], nine[:7]
    measure = Decided(ninth, ben, NO_HELLOS, 14, (*seven, ninth))
    assert measure.set().status_code == 201
    assert read_by(measure) == {one.account.pk for one in (ben, ninth, *seven)}
    assert measure.decides(ninth, LIFTED).status_code == 200


def test_an_officer_who_came_later_pushes_out_nobody_who_decided_before(ben, nine):
    first, *others, ninth = nine
    measure = Decided(ninth, ben, REMOVAL, 0, (first, *others[:6], ninth))
    measure.set()
    assert measure.seconds(others[0], yes=True).status_code == 200
    heard_by = (first, *others[1:6])
    able = measure.appeals(*heard_by)
    assert able.status_code == 200
    assert measure.decides(others[3], STAYS).status_code == 200
    last = LetterWrap.objects.filter(letter__measure__ref=measure.id, letter__sort=8)
    assert {ninth.account.pk, others[0].account.pk, others[3].account.pk} <= set(
        last.values_list("account_id", flat=True)
    )


def test_whoever_cannot_read_why_neither_agrees_nor_decides_and_no_letter_says_so(ben, nine):
    measure = Decided(nine[0], ben, REMOVAL, 0, tuple(nine[:8]))
    measure.set()
    seen = measure.seen(nine[8]).json()
    assert (seen["may_second"], seen["may_decide"], seen["letters"]) == (False, False, [])
    theirs = Decided(nine[0], ben, REMOVAL, 0, (*nine[:7], nine[8]), id=measure.id)
    for yes in (True, False):
        assert theirs.seconds(nine[8], yes=yes).status_code == 404
    assert Measure.objects.get().standing == Standing.WAITS
    assert measure.seen(nine[7]).json()["may_second"] is True
    assert to_text(nine[7].account.ref) in measure.seen(nine[7]).json()["able"]


def test_the_desk_says_whom_new_concerns_do_not_reach(at_desk, nine, desk):
    said = CATALOGUES["en"]["desk.concerns.many"].split(".")[0]
    assert said in Page(at_desk.get("/desk/concerns")).text


def test_with_eight_the_desk_says_nothing_of_it(at_desk, two):
    said = CATALOGUES["en"]["desk.concerns.many"].split(".")[0]
    assert said not in Page(at_desk.get("/desk/concerns")).text


def test_readers_are_those_named_first_and_then_the_rest_in_their_order():
    assert readers([3, 1, 2], [9]) == {1, 2, 3}
    assert readers(range(1, 12), [11], [10]) == {1, 2, 3, 4, 5, 6, 10, 11}
