"""Vectors for what a change of the promise is to the two who live in it."""

from typing import Any

from .case import Cases, answered, refused

_OLD: list[list[Any]] = [
    ["two-read", ["Harbour"]],
    ["site-knows", []],
    ["pass-on", ["Dora", "Harbour"]],
    ["pass-on-life", []],
    ["kept-months", ["12"]],
    ["answers", []],
    ["late-days", ["3", "Harbour"]],
    ["wrong-programme", ["Dora", "555"]],
]


def cases() -> Cases:
    """All of them."""
    asked = [(name, _OLD, _with(*changes)) for name, *changes in _CHANGES]
    asked += [(f"{name}, the other way", after, before) for name, before, after in asked]
    asked += [
        ("nothing", _OLD, _OLD),
        ("another order", _OLD, _OLD[::-1]),
        ("from nothing", [], _OLD),
        ("a word nobody knows", _OLD, [*_OLD, ["new-sentence", []]]),
        ("other words nobody knows", [["new-sentence", ["1"]]], [["new-sentence", ["2"]]]),
        ("one duty for another", _OLD, _with(("pass-on-life", ["pass-on-court", []]))),
        ("not said any more when lines go", _OLD, _with(("kept-months", None))),
    ]
    odd = [
        ("a sentence twice", [*_OLD, ["answers", []]]),
        ("kept twice", [*_OLD, ["kept-open", []]]),
        ("fifteen days", _with(("late-days", ["late-days", ["15", "Harbour"]]))),
        ("one day as a number", _with(("late-days", ["late-days", ["1", "Harbour"]]))),
        ("a zero in front", _with(("late-days", ["late-days", ["03", "Harbour"]]))),
    ]
    return [
        *[answered(n, "promise.changes", before=old, after=new) for n, old, new in asked],
        *[refused(n, "promise.changes", before=_OLD, after=new) for n, new in odd],
    ]


# Each: a sentence of the old promise by its id, and what stands there now; None: it is gone.
_CHANGES: list[Any] = [
    (
        "one thing more to pass on",
        ("pass-on-life", ["pass-on-life", []], ["pass-on-court", []]),
    ),
    (
        "nothing to pass on",
        ("pass-on", ["pass-on-none", ["Harbour"]]),
        ("pass-on-life", None),
    ),
    ("another to pass on to", ("pass-on", ["pass-on", ["Cem", "Harbour"]])),
    ("kept longer", ("kept-months", ["kept-months", ["24"]])),
    ("kept for a month", ("kept-months", ["kept-month", []])),
    ("kept without end", ("kept-months", ["kept-open", []])),
    ("looked at later", ("late-days", ["late-days", ["5", "Harbour"]])),
    ("looked at after a day", ("late-days", ["late-day", ["Harbour"]])),
    ("nobody looks", ("late-days", None)),
    ("another name", ("two-read", ["two-read", ["Haven"]])),
    ("another number", ("wrong-programme", ["wrong-programme", ["Dora", "556"]])),
    ("nobody to call", ("wrong-programme", None)),
    ("the site does not know", ("site-knows", None)),
    ("somebody may be let in", ("two-read", ["two-read", ["Harbour"]], ["let-in", []])),
    (
        "both",
        ("pass-on-life", ["pass-on-life", []], ["pass-on-child", []]),
        ("kept-months", ["kept-months", ["6"]]),
    ),
]


def _with(*changes: Any) -> list[list[Any]]:
    now = {name: [row for row in rows if row is not None] for name, *rows in changes}
    return [one for row in _OLD for one in now.get(row[0], [row])]
