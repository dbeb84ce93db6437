"""A concern's report: sealed to two or more safety officers, never to whom it is about.

Each chosen line is a box of its own and proven by itself (section 19).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .base64url import from_text, to_text
from .body import Edit, read_body
from .chance import Chance, system_chance
from .endorsement import Endorsement, is_in_force, verify_endorsement
from .entry import ERASE
from .ids import HASH, ID
from .key_record import KeyRecord, kr_hash_of
from .padding import pad, unpad
from .pae import h, labelled, sized
from .refusal import BadReport, Malformed, NotOpened, Unknown
from .report_line import ReportLine, check_writer, read_line, write_line
from .seal import open_sealed, seal
from .signing import SIGNATURE, sign, verify
from .strict_json import fields_of, parse, text_within, write
from .wrapping import unwrap, wrap

MESSAGE, PERSON, CIRCLE, PROGRAMME = ABOUT = (1, 2, 3, 4)
SAFETY_OFFICER = 5
FEWEST_READERS, MOST_READERS = 2, 8
MOST_LINES, MOST_PEOPLE = 50, 20
LONGEST_WORDS = 4_000
KEY, WRAP = 32, 48 + HASH + 32
_FIELDS: Mapping[str, type] = {
    "about": int,
    "b": str,
    "conv": str,
    "day": int,
    "on": list,
    "t": str,
}
_TYPE = "concern-report"


@dataclass(frozen=True, slots=True)
class Officer:
    """One reader, with exactly these keys."""

    account_id: bytes
    kr_hash: bytes


@dataclass(frozen=True, slots=True)
class Cover:
    """What a server sees: a random id, who reports, who reads, how many lines."""

    home: bytes
    id: bytes
    from_id: bytes
    readers: tuple[Officer, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Words:
    """What is said: about what, of whom (`on`), in which talk or circle, on what day."""

    about: int
    b: str
    on: tuple[bytes, ...]
    conv: bytes
    day: int


@dataclass(frozen=True, slots=True)
class Sealed:
    """A report as it travels: one box for the words, one for each line, a wrap a reader."""

    cover: Cover
    boxes: tuple[bytes, ...]
    wraps: dict[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Report:
    """What an officer reads; every line is proven."""

    words: Words
    lines: tuple[ReportLine, ...]


def eligible(
    people: Sequence[tuple[Sequence[KeyRecord], Endorsement]],
    *,
    home: bytes,
    roster: bytes,
    day: int,
    apart: Collection[bytes],
) -> list[KeyRecord]:
    """The newest records of the safety officers who may read it, ascending by account.

    `apart` are whom it is about and who reports. BadReport if fewer than two are left, and
    Refused for an endorsement that does not hold; others are left out.
    """
    found: dict[bytes, KeyRecord] = {}
    for records, endorsement in people:
        verify_endorsement(endorsement, home=home, roster=roster, records=records)
        serves = endorsement.role == SAFETY_OFFICER and is_in_force(endorsement, day=day)
        if serves and endorsement.account_id not in apart:
            found[endorsement.account_id] = records[-1]
    if len(found) < FEWEST_READERS:
        raise BadReport("two safety officers read a report, and neither is whom it is about")
    return [found[one] for one in sorted(found)][:MOST_READERS]


def seal_report(
    words: Words,
    lines: Sequence[ReportLine],
    *,
    home: bytes,
    id: bytes,
    reporter: KeyRecord,
    ik_seed: bytes,
    officers: Sequence[KeyRecord],
    chance: Chance = system_chance,
) -> Sealed:
    """Seal a report to officers from `eligible`; Refused for what none of them would take."""
    readers = tuple(Officer(one.account_id, kr_hash_of(one)) for one in officers)
    cover = Cover(home, id, reporter.account_id, readers, len(lines))
    _check_whole(cover, words, lines)
    of, key = context_of(cover), chance(KEY)
    written, said = [write_line(one) for one in lines], _write_words(words)
    sig = sign(ik_seed, _signed(of, said, written))
    pieces = [sig + said, *written]
    boxes = tuple(
        seal(key, labelled("pse1/report-box", of, at), pad(piece), chance=chance)
        for at, piece in enumerate(pieces)
    )
    wraps = {
        one.account_id: wrap(
            one.ek, _bound(one.account_id, kr_hash_of(one), of) + key, chance=chance
        )
        for one in officers
    }
    return Sealed(cover, boxes, wraps)


def open_report(
    cover: Cover,
    boxes: Sequence[bytes],
    wrapped: bytes,
    *,
    me: bytes,
    ek_seeds: Mapping[bytes, bytes],
    reporter: KeyRecord,
    people: Mapping[bytes, Sequence[KeyRecord]],
) -> Report:
    """What an officer reads; Refused unless all of it is the reporter's, and each line proven.

    `ek_seeds` are the officer's own by key record; `people` are the verified records of
    everybody whose lines are in it, every generation.
    """
    of = context_of(cover)
    mine = next((one for one in cover.readers if one.account_id == me), None)
    if mine is None or mine.kr_hash not in ek_seeds or reporter.account_id != cover.from_id:
        raise NotOpened("a report to others, or by somebody else")
    text = unwrap(ek_seeds[mine.kr_hash], wrapped)
    if len(wrapped) != WRAP or text[:HASH] != _bound(mine.account_id, mine.kr_hash, of):
        raise NotOpened("the wrap of another report")
    if len(boxes) != cover.count + 1:
        raise NotOpened("a line is missing, or there is one more")
    key = text[HASH:]
    first, *written = (
        unpad(open_sealed(key, labelled("pse1/report-box", of, at), box))
        for at, box in enumerate(boxes)
    )
    sig, said = first[:SIGNATURE], first[SIGNATURE:]
    verify(reporter.ik, _signed(of, said, written), sig)
    words, lines = _read_words(said), tuple(read_line(one) for one in written)
    for line in lines:
        check_writer(line, people)
    _check_whole(cover, words, lines)
    return Report(words, lines)


def context_of(cover: Cover) -> bytes:
    """The hash that boxes, wraps and the signature are bound to; BadReport for a bad form."""
    ids = [one.account_id for one in cover.readers]
    if ids != sorted(set(ids)) or not FEWEST_READERS <= len(ids) <= MOST_READERS:
        raise BadReport("two to eight readers, ascending, none twice")
    if cover.from_id in ids:
        raise BadReport("nobody reads their own report")
    if cover.count > MOST_LINES:
        raise BadReport("more lines than one report holds")
    return h(
        "pse1/report",
        sized(cover.home, ID, "home"),
        sized(cover.id, ID, "an id"),
        sized(cover.from_id, ID, "an account id"),
        readers_row(cover.readers),
        cover.count,
    )


def readers_row(readers: Sequence[Officer]) -> bytes:
    """Name who reads, each with the record that was sealed to; BadReport if one is no id."""
    rows = [
        labelled(
            "pse1/report-reader",
            sized(one.account_id, ID, "an account id"),
            sized(one.kr_hash, HASH, "a key record's hash"),
        )
        for one in readers
    ]
    return labelled("pse1/report-readers", *rows)


def _check_whole(cover: Cover, words: Words, lines: Sequence[ReportLine]) -> None:
    _check_words(words)
    readers = {one.account_id for one in cover.readers}
    writers = {one.entry.sender for one in lines}
    if readers & (writers | set(words.on)):
        raise BadReport("never to whom it is about, nor to who wrote in it")
    if cover.from_id in words.on:
        raise BadReport("nobody reports themselves")
    if words.about == PROGRAMME and lines:
        raise BadReport("a concern about the programme shows no lines")
    if words.about == MESSAGE and not writers & set(words.on):
        raise BadReport("a concern about a message shows one of theirs")
    _check_lines(words.conv, lines)


def _check_words(words: Words) -> None:
    text_within(words.b, LONGEST_WORDS, shortest=1)
    if words.about not in ABOUT:
        raise Unknown("something to be about that the page does not name")
    for one in words.on:
        sized(one, ID, "an account id")
    if list(words.on) != sorted(set(words.on)) or len(words.on) > MOST_PEOPLE:
        raise BadReport("people ascend, none twice")
    if not words.on and words.about != PROGRAMME:
        raise BadReport("it says whom it is about")
    has_place = words.conv != b""
    if words.about == PROGRAMME if has_place else words.about in (MESSAGE, CIRCLE):
        raise BadReport("a message or a circle has its place, the programme has none")
    if has_place:
        sized(words.conv, ID, "a conversation id")


def _check_lines(conv: bytes, lines: Sequence[ReportLine]) -> None:
    numbers = [one.n for one in lines]
    if numbers != sorted(set(numbers)):
        raise BadReport("lines ascend, none twice")
    if any(one.entry.conv != conv for one in lines):
        raise BadReport("lines of one talk or circle")
    ids = [one.entry.msg_id for one in lines]
    if len(ids) != len(set(ids)):
        raise BadReport("one message, twice")
    chosen = {one.entry.msg_id: one for one in lines if not _aims(one)}
    for line in lines:
        aims = _aims(line)
        here = [one for one in aims if one[0] in chosen]
        if aims and not here:
            raise BadReport("an edit or an erase of a line that is not there")
        if not all(_is_theirs(line, chosen[to], n) for to, n in here):
            raise BadReport("an edit or an erase of somebody else's line")


def _aims(line: ReportLine) -> list[tuple[bytes, int | None]]:
    """The lines that an edit or an erase is about, by id and number; none for any other."""
    if line.entry.kind == ERASE:
        return [(one.msg_id, one.n) for one in line.targets]
    body = read_body(line.body, kind=line.entry.kind)
    return [(body.to, None)] if isinstance(body, Edit) else []


def _is_theirs(later: ReportLine, line: ReportLine, n: int | None) -> bool:
    """Whether an edit or an erase is by who wrote a line, came after it, and means it."""
    by_same = later.entry.sender == line.entry.sender
    return by_same and later.n > line.n and n in (None, line.n)


def _write_words(words: Words) -> bytes:
    return write(
        {
            "about": words.about,
            "b": words.b,
            "conv": to_text(words.conv),
            "day": words.day,
            "on": [to_text(one) for one in words.on],
            "t": _TYPE,
        }
    )


def _read_words(raw: bytes) -> Words:
    fields: dict[str, Any] = fields_of(parse(raw), _FIELDS)
    if fields["t"] != _TYPE:
        raise Unknown("another thing than a report")
    conv, on = fields["conv"], fields["on"]
    if any(type(one) is not str for one in on):
        raise Malformed("people are ids")
    return Words(
        fields["about"],
        fields["b"],
        tuple(from_text(one, size=ID) for one in on),
        from_text(conv),
        fields["day"],
    )


def _signed(of: bytes, said: bytes, written: Sequence[bytes]) -> bytes:
    hashes = [h("pse1/report-line", one) for one in written]
    return labelled("pse1/report-sig", of, said, *hashes)


def _bound(account_id: bytes, kr_hash: bytes, of: bytes) -> bytes:
    return h("pse1/wrap", "report", account_id, kr_hash, of)
