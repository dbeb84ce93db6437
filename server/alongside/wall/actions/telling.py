"""Adding rows: each bound to the one before, one after the other for each person."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from alongside.people.models import Account
from alongside.wall.models import Row, Top, Untold
from alongside.wall.queries import told_on
from alongside.wall.rules import Kind, is_same, is_told_once_a_day, keep_of, told_of
from pse.wall import SALT, START, Told, read_told, row_hash_of, told_hash_of, write_told
from pse.wall import Row as RowPaper

AT_ONCE = 500


@dataclass(frozen=True)
class Note:
    """What is told to one person: what happened, on which day, with whom, and a few facts."""

    account: Account
    kind: Kind
    day: int
    other: Account | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)


def note(
    *,
    account: Account,
    kind: Kind,
    day: int,
    other: Account | None = None,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Tell one person what happened, in the caller's transaction if there is one."""
    note_all([Note(account, kind, day, other, detail or {})])


def note_all(notes: Iterable[Note]) -> int:
    """Tell several people, in one go; gives how many rows that made.

    Whoever tells two people of one thing calls this once: walls are held in one order, so that
    two deeds at the same moment never wait for each other in a ring.
    """
    open_ones = [(each, _told(each)) for each in notes if not each.account.closed]
    # A page that was looked at before today writes nothing, and holds nobody up.
    return _add(open_ones) if _without_repeats(open_ones) else 0


def tell_untold(accounts: Iterable[int]) -> int:
    """Tell these people what a page of the desk owes them; gives how many rows that made.

    Safe to repeat, and at one moment from two sides.
    """
    return _add([], also=accounts)


def tell_exported(person: Account, *, what: int, today: int) -> None:
    """Note that a device of this person said it took something along."""
    note(account=person, kind=Kind.EXPORTED, day=today, detail={"what": what})


@transaction.atomic
def _add(notes: Sequence[tuple[Note, Told]], *, also: Iterable[int] = ()) -> int:
    tops = _held_tops({each.account.pk for each, _ in notes}.union(also))
    # Looks of before come first, so that each stands on its own day.
    looks = list(
        Untold.objects.filter(account__in=tops).select_related("account").order_by("pk")
    )
    fresh = _without_repeats([*((each, _told(each)) for each in map(_of, looks)), *notes])
    rows = [_row_after(tops[each.account.pk], each, told) for each, told in fresh]
    Row.objects.bulk_create(rows, batch_size=AT_ONCE)
    moved = [tops[pk] for pk in {each.account.pk for each, _ in fresh}]
    Top.objects.bulk_update(moved, ["n", "h", "day"], batch_size=AT_ONCE)
    if looks:
        Untold.objects.filter(pk__in=[one.pk for one in looks]).delete()
    return len(rows)


def _of(look: Untold) -> Note:
    detail = {"page": look.page, "role": look.role}
    return Note(look.account, Kind(look.kind), look.day, None, detail)


def _told(each: Note) -> Told:
    other = each.other.ref if each.other else b""
    salt = secrets.token_bytes(SALT)
    return told_of(each.kind, other=other, detail=each.detail, salt=salt)


def _without_repeats(notes: Sequence[tuple[Note, Told]]) -> list[tuple[Note, Told]]:
    known = _known(notes)
    fresh = []
    for each, told in notes:
        before = known.setdefault((each.account.pk, each.day), [])
        if is_told_once_a_day(told.kind) and any(is_same(told, old) for old in before):
            continue
        before.append(told)
        fresh.append((each, told))
    return fresh


def _known(notes: Sequence[tuple[Note, Told]]) -> dict[tuple[int, int], list[Told]]:
    once = [(each, told) for each, told in notes if is_told_once_a_day(told.kind)]
    known: dict[tuple[int, int], list[Told]] = {}
    for day in {each.day for each, _ in once}:
        people = {each.account for each, _ in once}
        for row in told_on(people, day=day, kinds={told.kind for _, told in once}):
            if row.told is not None:
                known.setdefault((row.account_id, day), []).append(read_told(row.told))
    return known


def _held_tops(ids: set[int]) -> dict[int, Top]:
    fresh = [Top(account_id=each, h=START) for each in sorted(ids)]
    Top.objects.bulk_create(fresh, ignore_conflicts=True, batch_size=AT_ONCE)
    held = Top.objects.select_for_update().filter(account__in=ids).order_by("account_id")
    return {top.account_id: top for top in held}


def _row_after(top: Top, each: Note, told: Told) -> Row:
    raw = write_told(told)
    top.day = max(top.day, each.day)
    keep = keep_of(told.kind)
    paper = RowPaper(top.n + 1, top.day, keep, raw, told_hash_of(raw))
    top.h, top.n = row_hash_of(each.account.ref, paper, top.h), paper.n
    return Row(
        account=each.account,
        n=paper.n,
        day=paper.day,
        kind=told.kind,
        keep=keep,
        told=raw,
        told_hash=paper.told_hash,
        h=top.h,
    )
