"""A lock goes on with a new wrapping key, and old ones go when nothing can need them."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pse import as_json
from pse.bundle import open_bundle
from pse.key_record import lock_of, verify_key_records
from pse.refusal import BadRecord
from pse.renewal import is_due, outlived, renew_keys
from pse.vectors.people import renewed_lock, routine
from pse.vectors.scene import DAY, HOME, newcomer
from tests.attacks.hostile import server_of, sign_in

MONTHS = st.lists(st.integers(1, 24), max_size=4)


@pytest.fixture
def ada():
    made = newcomer("ada")
    return replace(made, person=replace(made.person))


def back(ada):
    return sign_in(ada, server_of(ada))


def test_a_room_renews_after_ninety_days_and_not_before(ada):
    assert not is_due(ada.person.record, today=DAY + 89)
    assert is_due(ada.person.record, today=DAY + 90)


def test_the_identity_stays_and_the_wrapping_key_is_new(ada):
    papers = renew_keys(ada.person, day=DAY + 90, months=[12])

    first, second = ada.person.records
    assert verify_key_records([first, second]) == as_json.read_key_record(papers["key_record"])
    assert (second.ik, second.ek == first.ek) == (first.ik, False)
    assert lock_of(ada.person.records) == first
    assert back(ada).secrets == ada.person.secrets


def test_what_no_line_can_need_is_not_in_the_bundle_any_more(ada):
    person = ada.person
    for days in (90, 180, 270, 360, 450, 540):
        renew_keys(person, day=DAY + days, months=[12, 3])

    opened = open_bundle(
        person.root_key, person.bundle, home=HOME, account_id=person.account_id
    )
    assert set(opened.ek) == {1, 2, 3, 4, 5, 6}
    assert set(back(ada).secrets.ek) == set(opened.ek)
    assert len(person.reader().ek_seeds) == 6


def test_a_bundle_without_the_newest_key_is_not_opened(ada):
    old = ada.person.bundle
    renew_keys(ada.person, day=DAY + 90, months=[])
    ada.person.bundle = old
    with pytest.raises(BadRecord, match="not this person's"):
        back(ada)


@given(MONTHS, st.integers(0, 5_000))
def test_the_newest_key_never_goes_and_none_comes_back(months, later):
    records = routine(4)
    gone = outlived(records, today=DAY + later, months=months)
    assert 3 not in gone
    assert gone <= outlived(records, today=DAY + later + 1, months=months)
    assert outlived(records, today=DAY + later, months=[*months, 0]) == set()


@given(MONTHS, st.integers(0, 3), st.integers(0, 31))
def test_while_a_line_may_be_read_its_key_is_there(months, late, age):
    """The last header that names a key is two days late; it takes lines for 31 days."""
    records = routine(4)
    for record, successor in pairwise(records):
        header_day = successor.day + min(late, 2)
        last_read = header_day + age + 31 * max(months, default=0)
        assert record.gen not in outlived(records, today=last_read, months=months)


@given(st.integers(0, 3))
def test_a_lock_begins_where_the_identity_last_changed(at):
    records = renewed_lock()[: at + 1]
    assert lock_of(records) == records[0 if at < 3 else 3]
