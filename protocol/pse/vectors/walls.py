"""Vectors for the wall: rows that lead on, rows that are empty, every way to cheat."""

from dataclasses import asdict, replace
from typing import Any

from pse.base64url import to_text
from pse.remembered import trust_json
from pse.wall import Kind, Row, Told, WallAt, keep_of, told_hash_of, write_told

from .case import Cases, answered, refused
from .scene import DAY, newcomer

ID = bytes(range(16))
OTHER = bytes(range(16, 32))
LATER = DAY + 800


def cases() -> Cases:
    """All of them."""
    return [*_reads(), *_walks(), *_merges()]


def told(kind: Kind = Kind.PAUSED, **change: Any) -> Told:
    """What a row tells."""
    usual: dict[str, Any] = {"other": OTHER, "detail": {"by": 2}, "salt": bytes(16)}
    return Told(kind=kind, **{**usual, **change})


def row(n: int, what: Told, *, day: int = DAY) -> Row:
    """A row that tells it."""
    raw = write_told(what)
    return Row(n, day, keep_of(what.kind), raw, told_hash_of(raw))


def rows() -> list[Row]:
    """Four days of a wall."""
    ref = {"ref": to_text(ID), "until": DAY + 30}
    return [
        row(1, told()),
        row(2, told(Kind.STAFF_VIEW, other=b"", detail={"page": 1, "role": 4})),
        row(3, told(Kind.DISCLOSURE_MADE, detail=ref), day=DAY + 1),
        row(4, told(Kind.CAME_IN_BY_WORDS, other=b"", detail={}), day=DAY + 3),
    ]


def _emptied(one: Row) -> Row:
    return replace(one, told=b"")


def _reads() -> Cases:
    strange = write_told(told()).replace(b'"kind":43', b'"kind":43,"more":1')
    facts = write_told(told()).replace(b'"by":2', b'"by":6')
    wrong = write_told(told()).replace(b'"by":2', b'"page":2')
    return [
        answered("a pause", "wall.read", told=write_told(told())),
        answered("a page of the desk", "wall.read", told=rows()[1].told),
        answered("the hash of a pause", "wall.told_hash", told=write_told(told())),
        refused("a field too many", "wall.read", told=strange),
        refused("a role that is none", "wall.read", told=facts),
        refused("a fact of another kind", "wall.read", told=wrong),
        refused("nothing", "wall.read", told=b""),
    ]


def _walks() -> Cases:
    one, two, three, four = rows()
    past = [replace(one, day=DAY), two, three, _emptied(four)]
    swapped = [one, replace(three, n=2), replace(two, n=3), four]
    bad = [
        ("a row is missing", [one, three, four]),
        ("the first is missing", [two, three, four]),
        ("two changed places", swapped),
        ("a row twice", [one, one, two]),
        ("a day before the last", [one, two, three, replace(four, day=DAY)]),
        ("another text", [one, replace(two, told=one.told), three, four]),
        ("emptied too early", [one, two, _emptied(three), four]),
        ("kept for another time", [one, replace(two, keep=90), three, four]),
        ("kept for no time there is", [replace(one, keep=91), two, three, four]),
    ]

    def given(of: list[Row], today: int) -> dict[str, Any]:
        return {"account_id": ID, "rows": [asdict(each) for each in of], "today": today}

    early = given([_emptied(one)], DAY + one.keep - 1)
    return [
        answered("nothing yet", "wall.walk", **given([], DAY)),
        answered("four days", "wall.walk", **given(rows(), DAY + 3)),
        answered("one is empty by now", "wall.walk", **given(past, LATER)),
        answered(
            "emptied on the first day it may be",
            "wall.walk",
            **given([_emptied(one)], DAY + one.keep),
        ),
        refused("emptied a day too early", "wall.walk", **early),
        *[refused(name, "wall.walk", **given(of, LATER - 10)) for name, of in bad],
    ]


def _merges() -> Cases:
    here = newcomer("ada").person.trust
    five, six = WallAt(5, b"5" * 32), WallAt(6, b"6" * 32)

    def pair(name: str, mine: WallAt | None, other: WallAt | None) -> dict[str, Any]:
        both = [trust_json(replace(here, wall=at)) for at in (mine, other)]
        return {"name": name, "here": both[0], "there": both[1]}

    return [
        answered(op="trust.merge", **pair("nothing read here", None, five)),
        answered(op="trust.merge", **pair("nothing read there", five, None)),
        answered(op="trust.merge", begins=True, **pair("more read there", five, six)),
        answered(op="trust.merge", begins=True, **pair("more read here", six, five)),
        refused(op="trust.merge", **pair("two stories", five, six)),
        refused(op="trust.merge", begins=True, **pair("two of one n", five, replace(six, n=5))),
    ]
