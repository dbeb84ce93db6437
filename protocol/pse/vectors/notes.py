"""Vectors for notes of meetings: cards, units, and the line that a payer sees (section 17)."""

from collections.abc import Mapping

from .case import Cases, answered, refused

_NOTE: Mapping[str, bytes] = {
    "goal": b'"To get out more"',
    "mins": b"50",
    "ref": b'"AAECAwQFBgcICQoLDA0ODw"',
    "start": b"1900000020",
    "way": b"1",
    "words": b'"We walked and talked about Sunday."',
    "zone": b'"America/New_York"',
}
_BILL: Mapping[str, bytes] = {
    "code": b'"Peer support, one to one"',
    "goal": b'"To get out more"',
    "mins": b"50",
    "name": b'"Ada Example"',
    "number": b'"A-1234"',
    "start": b"1900000020",
    "units": b"3",
    "zone": b'"America/New_York"',
}
_ADDED = b'{"ref":"AAECAwQFBgcICQoLDA0ODw","words":"It was Monday."}'


def _with(fields: Mapping[str, bytes], **other: bytes) -> bytes:
    all_of = {**fields, **other}
    parts = (b'"%s":%s' % (name.encode(), all_of[name]) for name in sorted(all_of))
    return b"{" + b",".join(parts) + b"}"


def _note(**other: bytes) -> bytes:
    return _with(_NOTE, **other)


_WRONG_NOTES = (
    ("words that say nothing", _note(words=b'" "')),
    ("words of 4001", _note(words=b'"' + b"w" * 4_001 + b'"')),
    ("a goal of 201", _note(goal=b'"' + b"g" * 201 + b'"')),
    ("no minute", _note(mins=b"0")),
    ("more than twelve hours", _note(mins=b"721")),
    ("half a minute", _note(start=b"1900000050")),
    ("a fourth way", _note(way=b"4")),
    ("no zone", _note(zone=b'""')),
    ("a short ref", _note(ref=b'"AAECAwQFBgcICQoLDA0O"')),
    ("a diagnosis beside them", _note(code=b'"F10"')),
)
GOOD: Mapping[str, tuple[bytes, ...]] = {
    "note-added": (_ADDED,),
    "note-agreed": (_note(),),
    "note-draft": (_note(), _note(goal=b'""', mins=b"1", way=b"3")),
}
BAD: Mapping[str, tuple[tuple[str, bytes], ...]] = {
    "note-added": (
        ("words that say nothing", _ADDED.replace(b"It was Monday.", b" ")),
        ("words of 2001", _ADDED.replace(b"It was Monday.", b"w" * 2_001)),
        ("no note", b'{"ref":"","words":"It was Monday."}'),
    ),
    "note-agreed": _WRONG_NOTES,
    "note-draft": _WRONG_NOTES,
}


_BESIDE = b'{"by":2,"day":20600,"ref":"AAECAwQFBgcICQoLDA0ODw","words":"It was Monday."}'
_KEPT_FIELDS: Mapping[str, bytes] = {**_NOTE, "day": b"20601", "name": b'"Ben"', "side": b"1"}
KEPT_NOTES = 18


def _kept(
    rows: bytes | None = None, last: bytes = b"24836", beside: bytes = b"", **other: bytes
) -> bytes:
    row = _with(_KEPT_FIELDS, **other) if rows is None else rows
    return b'{"beside":[%s],"last":%s,"rows":[%s]}' % (beside, last, row)


def _kept_cases() -> Cases:
    row = _with(_KEPT_FIELDS)
    other = _with(_KEPT_FIELDS, ref=b'"BAECAwQFBgcICQoLDA0ODw"', side=b"2")
    many = b",".join(
        _with(_KEPT_FIELDS, ref=b'"%sAECAwQFBgcICQoLDA0ODw"' % bytes([65 + one]))
        for one in range(13)
    )
    bad = [
        ("no last day", _kept(last=b"0")),
        ("a day that never comes", _kept(last=b"1000000")),
        ("a note twice", _kept(row + b"," + row)),
        ("thirteen notes", _kept(many)),
        ("words that say nothing", _kept(words=b'" "')),
        ("more than twelve hours", _kept(mins=b"721")),
        ("a third side", _kept(side=b"3")),
        ("no side", _kept(side=b"0")),
        ("a name of 81", _kept(name=b'"' + b"n" * 81 + b'"')),
        ("beside it by a third", _kept(beside=_BESIDE.replace(b"2", b"3", 1))),
        ("nothing beside it", _kept(beside=_BESIDE.replace(b"It was Monday.", b" "))),
        ("beside another note", _kept(beside=_BESIDE.replace(b"AAECA", b"BAECA"))),
        ("41 beside it", _kept(beside=b",".join([_BESIDE] * 41))),
        ("a payer's number", _kept(number=b'"A-1234"')),
        ("a line as notes", _with(_BILL)),
        ("no JSON", b"notes"),
    ]
    year_ends = 1_798_761_600
    an_id = b"\x04a\x00\x00"
    return [
        answered("kept: one", "own.read", kind=KEPT_NOTES, raw=_kept(beside=_BESIDE)),
        answered("kept: two", "own.read", kind=KEPT_NOTES, raw=_kept(row + b"," + other)),
        answered("kept: none", "own.read", kind=KEPT_NOTES, raw=_kept(b"")),
        *[refused(f"kept: {name}", "own.read", kind=KEPT_NOTES, raw=raw) for name, raw in bad],
        *[
            answered(f"kept for {years} years", "notes.until", start=1_900_000_020, years=years)
            for years in (0, 1, 7, 10)
        ],
        answered("the last minute of a year", "notes.until", start=year_ends - 60, years=1),
        answered("the first minute of a year", "notes.until", start=year_ends, years=1),
        answered("an id says its day", "notes.last", doc_id=an_id + b"r" * 12),
        refused("an id that is too short", "notes.last", doc_id=an_id),
    ]


def cases() -> Cases:
    """All of them."""
    minutes = (0, 7, 8, 14, 15, 22, 23, 29, 30, 37, 38, 52, 53, 60)
    short = {"mins": b"7", "units": b"1"}
    bad = [
        ("no name", _with(_BILL, name=b'" "')),
        ("no number", _with(_BILL, number=b'""')),
        ("a number of 41", _with(_BILL, number=b'"' + b"1" * 41 + b'"')),
        ("four units of 50 minutes", _with(_BILL, units=b"4")),
        ("too short to be a unit", _with(_BILL, **short)),
        ("nothing to be paid", _with(_BILL, mins=b"7", units=b"0")),
        ("words of the note", _with(_BILL, words=b'"We walked."')),
        ("no JSON", b"bill"),
    ]
    return [
        *[
            answered(f"{count} minutes, rule {rule}", "units.of", minutes=count, rule=rule)
            for rule in (1, 2)
            for count in minutes
        ],
        refused("a third rule", "units.of", minutes=15, rule=3),
        answered("a line", "bill.read", raw=_with(_BILL)),
        answered("by whole units", "bill.read", raw=_with(_BILL, mins=b"52")),
        answered("by eight minutes", "bill.read", raw=_with(_BILL, mins=b"53", units=b"4")),
        answered(
            "without code and goal", "bill.read", raw=_with(_BILL, code=b'""', goal=b'""')
        ),
        *[refused(name, "bill.read", raw=raw) for name, raw in bad],
        *_kept_cases(),
    ]
