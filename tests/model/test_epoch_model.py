"""Who can make the next key: every header of a small world against the rules themselves.

The rules are those of pse.epoch_rules, not a copy. Signatures are taken as good: a header by
Finn is one that Finn signed.
"""

from dataclasses import replace
from itertools import product

import pytest

from pse.epoch import Member, eh_hash_of
from pse.epoch_rules import (
    ADDED,
    AGE,
    BAD_WRAP,
    COUNT,
    KEY_CHANGED,
    OTHER_READERS,
    REMOVED,
    check_first,
    check_next,
)
from pse.refusal import Refused
from pse.vectors.scene import asked
from tests.model.explore import explore

ADA, BEN, FINN = b"a" * 16, b"b" * 16, b"f" * 16
PEOPLE = (ADA, BEN, FINN)
OLD, NEW = b"o" * 32, b"n" * 32
CLIENT, SPECIALIST = 1, 2
DEEPEST = 2


def rows_of(account_id):
    """Somebody is not in it, or in it in either role, with the old or the new keys."""
    both = product((CLIENT, SPECIALIST), (OLD, NEW))
    return [None, *(Member(account_id, keys, role) for role, keys in both)]


MEMBERS = [
    tuple(row for row in rows if row is not None)
    for rows in product(*(rows_of(account_id) for account_id in PEOPLE))
]


@pytest.fixture(scope="module")
def first():
    members = (Member(ADA, OLD, CLIENT), Member(BEN, OLD, SPECIALIST))
    made = asked(chance_name="epochs of a small world").begun.frame.header
    first = replace(made, owner_id=ADA, author_id=ADA, members=members)
    check_first(first)
    return first


def holds(check, *headers):
    try:
        check(*headers)
    except Refused:
        return False
    return True


def candidates(before):
    """Every next header in which members, author, owner and reason are whatever one likes."""
    honest = replace(
        before,
        epoch=before.epoch + 1,
        prev_eh_hash=eh_hash_of(before),
        closed_n=before.closed_n + 5,
    )
    for members, author, owner, reason in product(MEMBERS, PEOPLE, PEOPLE, range(11)):
        fields = {"members": members, "author_id": author, "owner_id": owner, "reason": reason}
        yield replace(honest, **fields)


def followers(before):
    return [header for header in candidates(before) if holds(check_next, header, before)]


def ids_of(header):
    return [row.account_id for row in header.members]


def says_who_reads(header):
    return header.author_id == ADA and header.reason in OTHER_READERS


def test_without_ada_no_chain_of_headers_lets_anybody_else_read(first):
    """Whatever others make, two keys deep: the same two, the same owner, made by them."""

    def moves(header):
        if header.epoch < DEEPEST:
            for after in followers(header):
                if not says_who_reads(after):
                    yield f"{after.author_id[:1]!r} for reason {after.reason}", after

    def is_ours(header):
        roles = [(row.account_id, row.role) for row in header.members]
        same = roles == [(ADA, CLIENT), (BEN, SPECIALIST)] and header.owner_id == ADA
        return same and header.author_id in (ADA, BEN)

    assert explore(first, moves, is_ours).states > 100


def test_with_three_only_ada_says_who_reads_and_she_never_goes(first):
    """Somebody was let in by her: from there, nobody but her changes who reads, or owns."""
    brought = [after for after in followers(first) if after.reason == ADDED]
    assert [ids_of(three) for three in brought] == [[ADA, BEN, FINN]] * 2
    for three in brought:
        for after in followers(three):
            assert after.owner_id == ADA
            assert (ADA, CLIENT) in [(row.account_id, row.role) for row in after.members]
            if ids_of(after) != ids_of(three):
                assert says_who_reads(after)


def test_either_may_turn_to_a_new_key_and_only_ada_may_change_who_reads(first):
    """Exactly these: both members, four reasons, and hers: one more, or one for the other."""
    taken = followers(first)
    by_either = [header for header in taken if not says_who_reads(header)]
    assert {header.author_id for header in by_either} == {ADA, BEN}
    assert {header.reason for header in by_either} == {AGE, COUNT, KEY_CHANGED, BAD_WRAP}
    changed = [header for header in by_either if header.members != first.members]
    assert {header.reason for header in changed} == {KEY_CHANGED}
    hers = [header for header in taken if says_who_reads(header)]
    assert {(header.reason, *ids_of(header)) for header in hers} == {
        (ADDED, ADA, BEN, FINN),
        (REMOVED, ADA, FINN),
    }


BENT = {
    "kind": lambda h: {"kind": 2},
    "conv": lambda h: {"conv": b"x" * 16},
    "epoch too far": lambda h: {"epoch": h.epoch + 1},
    "the same epoch": lambda h: {"epoch": h.epoch - 1},
    "another past": lambda h: {"prev_eh_hash": b"x" * 32},
    "before the last": lambda h: {"closed_n": 0},
    "an earlier day": lambda h: {"day": h.day - 1},
    "kept longer": lambda h: {"retention": h.retention + 1},
    "another promise": lambda h: {"agreement_hash": b"x" * 32},
}


def test_bent_in_any_combination_nothing_is_taken(first):
    """All 511 combinations of nine bends, on every header that is taken when it is straight."""
    for straight in followers(first):
        for chosen in product((False, True), repeat=len(BENT)):
            bends = [bend for bend, is_on in zip(BENT.values(), chosen, strict=True) if is_on]
            bent = straight
            for bend in bends:
                bent = replace(bent, **bend(straight))
            assert holds(check_next, bent, first) == (not bends)
