"""The wall: what happened around one person, row by row, each bound to the one before.

The house writes the rows (it is where these things happen); the person's room remembers how
far it read, and notices when a row it saw was taken away, changed or moved (envelope.md,
section 16).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from .base64url import from_text, to_text
from .ids import HASH, ID
from .pae import h, sized
from .refusal import Malformed, Unknown
from .strict_json import parse_fields, write

START = bytes(HASH)
SALT = 16


class Kind(IntEnum):
    """What a row tells. The list is closed; a number never means something else later."""

    # What somebody else was told, with a yes.
    CONSENT_GIVEN = 1
    CONSENT_WITHDRAWN = 2
    CONSENT_ENDED = 3
    DISCLOSURE_MADE = 4
    DISCLOSURE_OPENED = 5
    DISCLOSURE_ENDED = 6
    DISCLOSURE_WITHDRAWN = 7
    # What somebody else was told, because somebody was in danger.
    EMERGENCY_TOLD = 8
    EMERGENCY_CONFIRMED = 9
    # Who comes to read along, and who goes.
    HANDOVER_PROPOSED = 20
    HANDOVER_DONE = 21
    HANDOVER_CALLED_OFF = 22
    STAND_IN_ADDED = 23
    STAND_IN_ENDED = 24
    HISTORY_GIVEN = 25
    SPECIALIST_GONE = 26
    # What the two are to each other.
    ASKED = 40
    AGREED = 41
    CAME_TO_NOTHING = 42
    PAUSED = 43
    RESUMED = 44
    END_PLANNED = 45
    ENDED = 46
    BLOCKED = 47
    CAME_BACK = 48
    # Our promise.
    PROMISE_STRONGER = 60
    PROMISE_ASKED = 61
    PROMISE_AGREED = 62
    PROMISE_NOT_AGREED = 63
    OWN_LINES_AGREED = 64
    # The ways into one's place.
    CAME_IN_BY_WORDS = 80
    CAME_IN_BY_SPARE = 81
    WAY_ADDED = 82
    WAY_REMOVED = 83
    WAY_ASKED = 84
    WAY_CALLED_OFF = 85
    WORDS_CHANGED = 86
    LOCK_RENEWED = 87
    DEVICE_DESTROYED = 88
    # What the programme did.
    STAFF_VIEW = 100
    STAFF_TOOK_LIST = 101
    ENDORSED = 102
    ENDORSEMENT_TAKEN_BACK = 103
    SIGNED_OUT = 104
    HOLD_PLACED = 105
    HOLD_OVER = 106
    # What was asked of the programme.
    WISHES_HANDED_OVER = 110
    WISHES_DELETED = 111
    MATCH_PROPOSED = 112
    # What a device of one's own said it did.
    EXPORTED = 120
    # By which ways short notes reach somebody.
    NOTES_ON = 130
    NOTES_OFF = 131
    # What officers decided about somebody.
    MEASURE_SET = 150
    MEASURE_CHANGED = 151


class Page(IntEnum):
    """The pages of the desk on which somebody's record is shown."""

    STANDING = 1
    MATCHES = 2
    WAITING = 3
    ENDORSING = 4
    RELATIONSHIPS = 5
    RELATIONSHIP = 6
    REQUESTS = 7
    CAPACITY = 8
    AGREEMENTS = 9
    SEARCH = 10
    EMERGENCIES = 11


_SIDED = frozenset({"by", "conv"})
_CONSENT = frozenset({"conv", "ref", "until", "by", "what"})
_WAY = frozenset({"way", "until"})
_PROMISE = frozenset({"conv", "by", "until", "what"})
# `by`: a role; who did it. `until`, `on`: days. `way`: a type of slot. `what`: which of a few.
DETAILS: Mapping[Kind, frozenset[str]] = {
    **dict.fromkeys(
        (
            Kind.CONSENT_GIVEN,
            Kind.CONSENT_WITHDRAWN,
            Kind.CONSENT_ENDED,
            Kind.DISCLOSURE_MADE,
            Kind.DISCLOSURE_OPENED,
            Kind.DISCLOSURE_ENDED,
            Kind.DISCLOSURE_WITHDRAWN,
        ),
        _CONSENT,
    ),
    Kind.EMERGENCY_TOLD: _CONSENT | {"on"},
    Kind.EMERGENCY_CONFIRMED: _CONSENT | {"on"},
    Kind.HANDOVER_PROPOSED: _SIDED | {"until"},
    Kind.HANDOVER_DONE: _SIDED | {"what", "until"},
    Kind.HANDOVER_CALLED_OFF: _SIDED,
    Kind.STAND_IN_ADDED: _SIDED | {"until"},
    Kind.STAND_IN_ENDED: _SIDED,
    Kind.HISTORY_GIVEN: _SIDED | {"what"},
    Kind.SPECIALIST_GONE: _SIDED,
    Kind.ASKED: _SIDED,
    Kind.AGREED: _SIDED,
    Kind.CAME_TO_NOTHING: _SIDED,
    Kind.PAUSED: _SIDED | {"until"},
    Kind.RESUMED: _SIDED,
    Kind.END_PLANNED: _SIDED | {"until"},
    Kind.ENDED: _SIDED,
    Kind.BLOCKED: _SIDED,
    Kind.CAME_BACK: _SIDED,
    Kind.PROMISE_STRONGER: _PROMISE,
    Kind.PROMISE_ASKED: _PROMISE,
    Kind.PROMISE_AGREED: _PROMISE,
    Kind.PROMISE_NOT_AGREED: _PROMISE,
    Kind.OWN_LINES_AGREED: _PROMISE,
    Kind.CAME_IN_BY_WORDS: frozenset(),
    Kind.CAME_IN_BY_SPARE: frozenset(),
    Kind.WAY_ADDED: _WAY,
    Kind.WAY_REMOVED: _WAY,
    Kind.WAY_ASKED: _WAY | {"what"},
    Kind.WAY_CALLED_OFF: _WAY | {"what"},
    Kind.WORDS_CHANGED: frozenset(),
    Kind.LOCK_RENEWED: frozenset(),
    Kind.DEVICE_DESTROYED: _WAY,
    Kind.STAFF_VIEW: frozenset({"page", "role"}),
    Kind.STAFF_TOOK_LIST: frozenset({"page", "role"}),
    Kind.ENDORSED: frozenset({"until"}),
    Kind.ENDORSEMENT_TAKEN_BACK: frozenset(),
    Kind.SIGNED_OUT: frozenset(),
    Kind.HOLD_PLACED: frozenset({"until"}),
    Kind.HOLD_OVER: frozenset(),
    Kind.WISHES_HANDED_OVER: frozenset(),
    Kind.WISHES_DELETED: frozenset({"by"}),
    Kind.MATCH_PROPOSED: frozenset({"by"}),
    Kind.EXPORTED: frozenset({"what"}),
    Kind.NOTES_ON: frozenset({"what"}),
    Kind.NOTES_OFF: frozenset({"what"}),
    Kind.MEASURE_SET: frozenset({"what", "until"}),
    Kind.MEASURE_CHANGED: frozenset({"what", "until"}),
}
# How many days a row tells what it tells. Six years: who was told something about somebody.
# Two: everything else. Ninety days: that somebody came in; longer would be a diary.
SIX_YEARS, TWO_YEARS, NINETY_DAYS = 6 * 366, 2 * 366, 90
KEEPS = (SIX_YEARS, TWO_YEARS, NINETY_DAYS)
_SHORT = (Kind.CAME_IN_BY_WORDS, Kind.CAME_IN_BY_SPARE)
_ACCOUNTED = (Kind.STAFF_VIEW, Kind.STAFF_TOOK_LIST, Kind.EXPORTED)
_TOLD: Mapping[str, type] = {"detail": dict, "kind": int, "other": str, "salt": str}
NAMED = frozenset({"conv", "ref"})
_LARGEST = {"by": 5, "role": 5, "way": 4, "what": 9, "page": max(Page), "until": 10**6}
Detail = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """What one row says: what happened, with whom, and the few facts its kind may hold."""

    kind: Kind
    other: bytes
    detail: dict[str, Any]
    salt: bytes


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it travels. `told` is empty once `keep` days are over; its hash stays."""

    n: int
    day: int
    keep: int
    told: bytes
    told_hash: bytes


@dataclass(frozen=True, slots=True)
class WallAt:
    """How far a wall was read: its newest row, and the hash up to there."""

    n: int
    h: bytes


EMPTY = WallAt(0, START)


def write_told(told: Told) -> bytes:
    """What is told, in its one spelling; the salt keeps a hash from being guessed later."""
    check_told(told)
    return write(
        {
            "detail": told.detail,
            "kind": int(told.kind),
            "other": to_text(told.other),
            "salt": to_text(told.salt),
        }
    )


def read_told(raw: bytes) -> Told:
    """What is told, from bytes; Unknown for a kind or a fact that the page does not name."""
    fields = parse_fields(raw, _TOLD)
    try:
        kind = Kind(fields["kind"])
    except ValueError:
        raise Unknown("a kind of row that the page does not name") from None
    other, salt = from_text(fields["other"]), from_text(fields["salt"], size=SALT)
    return check_told(Told(kind, other, fields["detail"], salt))


def read_kind(raw: bytes) -> int:
    """The number of a row's kind, also of one that is not known here yet."""
    fields = parse_fields(raw, _TOLD)
    from_text(fields["salt"], size=SALT)
    if fields["other"]:
        from_text(fields["other"], size=ID)
    return int(fields["kind"])


def check_told(told: Told) -> Told:
    """Give back what is told if it holds only what its kind may hold."""
    if len(told.other) not in (0, ID):
        raise Malformed("the other is an account id or nobody")
    if not told.detail.keys() <= DETAILS[told.kind]:
        raise Unknown("a fact that this kind of row does not hold")
    for name, value in told.detail.items():
        _check_fact(name, value)
    sized(told.salt, SALT, "a salt")
    return told


def told_hash_of(told: bytes) -> bytes:
    """The hash (32 bytes) of what a row tells."""
    return h("pse1/wall-told", told)


def row_hash_of(account_id: bytes, row: Row, prev: bytes) -> bytes:
    """The hash (32 bytes) up to this row: whose wall, which place, what day, what is told."""
    sized(account_id, ID, "an account id")
    sized(prev, HASH, "a hash")
    return h("pse1/wall", account_id, row.n, prev, row.day, row.keep, row.told_hash)


def keep_of(kind: Kind) -> int:
    """How many days a row of this kind tells what it tells."""
    if kind in _SHORT:
        return NINETY_DAYS
    is_promise = Kind.PROMISE_STRONGER <= kind <= Kind.OWN_LINES_AGREED
    is_accounted = kind < Kind.ASKED or is_promise or kind in _ACCOUNTED
    return SIX_YEARS if is_accounted else TWO_YEARS


def walk(account_id: bytes, rows: list[Row], *, today: int, after: WallAt = EMPTY) -> WallAt:
    """Where rows lead, from a place that is known; Malformed unless each follows the last."""
    at, day = after, 0
    for row in rows:
        if row.n != at.n + 1 or row.day < day:
            raise Malformed("rows stand in their order, without a gap")
        _check_row(row, today=today)
        at, day = WallAt(row.n, row_hash_of(account_id, row, at.h)), row.day
    return at


def _check_row(row: Row, *, today: int) -> None:
    if row.keep not in KEEPS:
        raise Malformed("a row is kept for one of three times")
    if not row.told:
        # Of two calendars that differ by a day, the later one may have emptied it.
        if row.day + row.keep >= today + 1:
            raise Malformed("a row was emptied before its time")
        return
    if told_hash_of(row.told) != row.told_hash:
        raise Malformed("a row tells something else")
    kind = read_kind(row.told)
    if kind in set(Kind) and keep_of(read_told(row.told).kind) != row.keep:
        raise Malformed("a row is kept as long as its kind says")


def _check_fact(name: str, value: object) -> None:
    if name in NAMED:
        if type(value) is not str:
            raise Malformed("a name is sixteen bytes")
        from_text(value, size=ID)
    elif type(value) is not int or not 0 <= value <= _LARGEST.get(name, 10**6):
        raise Malformed("a fact out of its range")
