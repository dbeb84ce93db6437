"""What may stand in a certificate, and its place in the list of those taken back. Pure.

docs/certificates.md says who says yes to what.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from alongside.ground.refusal import Refused

_EPOCH = date(1970, 1, 1)
LONGEST_NAME = 80
LONGEST_TITLE = 120
MOST_HOURS = 2_000
# Certificates of one person, and files of one certificate.
MOST = 20
MOST_FILES = 10
FIRST_YEAR = 1950
# As many places as the standard asks for at least: one among them says nothing of whose it is.
PLACES = 131_072
# What a place for a certificate with everything in it takes, and some air.
LONGEST_FILE = 16_384
# A copy of the list is good for so many days; after that whoever checks fetches it anew.
LIST_HOLDS = 2
# Words that say more of somebody than that they learnt something, as stems; en and es.
_TELLS = re.compile(
    r"recover|sobr|sober|addict|adicci|abstinen|diagnos|mental|psych|psiqui|psic[oó]|depress"
    r"|depresi|trauma|suicid|alcohol|drog|drug|substance|sustancia|illness|enferm|disorder"
    r"|trastorn|patient|pacient|client|recuper|rehab|clean\b|survivor|superviv|voices|voces",
    re.IGNORECASE,
)


class Source(IntEnum):
    """What a certificate is about: a step by its role, or a row of the record of training."""

    WELCOMING = 1
    CO_HOSTING = 2
    TRAINED = 3
    RECORD = 9


class State(IntEnum):
    """Where a certificate stands; it is made into files only while it stands."""

    ASKED = 0
    STANDS = 1
    NOT_NOW = 2
    TAKEN_BACK = 3


class NotACertificate(Refused):
    """Something that no certificate can hold, or not now; the code names it."""

    code = "title"
    words = "This cannot be in a certificate."


@dataclass(frozen=True, slots=True)
class Vouched:
    """What the programme says yes to; the day is one of 1970."""

    title: str
    hours: int | None
    done_on: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a holder chose to have in one file; an empty name is none."""

    name: str
    programme: bool
    title: bool
    hours: bool
    day: bool


def tells_too_much(text: str) -> bool:
    """Say whether a line names an illness, recovery, or what somebody was here."""
    return _TELLS.search(text) is not None


def line_of(typed: str, *, longest: int, code: str) -> str:
    """Give a line without needless space; NotACertificate with `code` for what is none."""
    text = " ".join(typed.split())
    if len(text) > longest or not text.isprintable():
        raise NotACertificate(code)
    return text


def vouched_typed(typed: Mapping[str, str], *, today: int) -> Vouched:
    """Read the form of the desk; NotACertificate names the field that is not right."""
    title = line_of(typed.get("title", ""), longest=LONGEST_TITLE, code="title")
    if not title:
        raise NotACertificate("title")
    if tells_too_much(title):
        raise NotACertificate("telling")
    return Vouched(title, _hours(typed.get("hours", "")), _day(typed.get("done", ""), today))


def first_day(day: int, *, exact: bool) -> int:
    """Give the day a file names: that very day, or the first of its year."""
    found = date.fromordinal(_EPOCH.toordinal() + day)
    return day if exact else (date(found.year, 1, 1) - _EPOCH).days


def free_place(taken: bytes, *, below: Callable[[int], int]) -> int:
    """Give a place by lot that nobody has; NotACertificate where the list is half full."""
    if 2 * int.from_bytes(taken).bit_count() >= PLACES:
        raise NotACertificate("certificate-full")
    while True:
        place = below(PLACES)
        if not has(taken, place):
            return place


def has(bits: bytes, place: int) -> bool:
    """Say whether the bit of a place is set, counted from the left as the standard does."""
    return bool(bits[place // 8] & (0x80 >> place % 8))


def with_bits(bits: bytes, places: list[int]) -> bytes:
    """Give the same bits with some more of them set."""
    found = bytearray(bits)
    for place in places:
        found[place // 8] |= 0x80 >> place % 8
    return bytes(found)


def places_of(bits: bytes) -> list[int]:
    """Give each place whose bit is set."""
    return [
        8 * at + bit
        for at, byte in enumerate(bits)
        if byte
        for bit in range(8)
        if byte & (0x80 >> bit)
    ]


def _hours(typed: str) -> int | None:
    if not typed.strip():
        return None
    if not re.fullmatch(r"\d{1,4}", typed.strip(), re.ASCII):
        raise NotACertificate("hours")
    hours = int(typed)
    if not 0 < hours <= MOST_HOURS:
        raise NotACertificate("hours")
    return hours


def _day(typed: str, today: int) -> int:
    try:
        day = date.fromisoformat(typed.strip())
    except ValueError:
        raise NotACertificate("done") from None
    number = (day - _EPOCH).days
    if day.year < FIRST_YEAR or number > today:
        raise NotACertificate("done")
    return number
