"""A line in a report: who said it, in what words, proven without any conversation key."""

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .chain import h_aad
from .entry import (
    ERASE,
    FRANK_KEY,
    LONGEST_BODY,
    NO_FC,
    SEALED_KINDS,
    Entry,
    Opened,
    Target,
    aad_of,
    frank,
    verify_erase,
)
from .ids import HASH, ID
from .key_record import KeyRecord
from .pae import from_le64, labelled, le64, sized
from .refusal import Malformed, NotOpened, Unknown
from .signing import SIGNATURE, verify

_NUMBERS = ("n", "kind", "epoch", "sseq", "seen_n")
_SIZES = {"conv": ID, "eh_hash": HASH, "sender": ID, "msg_id": ID, "seen_h": HASH, "ik": HASH}
_HEAD = 8 * len(_NUMBERS) + sum(_SIZES.values())
_PROOF = HASH + FRANK_KEY + SIGNATURE


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A message with its proof, or an erase: its number, its context, what it says.

    An erase has no words; `targets` are the lines it takes back.
    """

    n: int
    entry: Entry
    ik: bytes
    body: bytes = b""
    fk: bytes = b""
    sig: bytes = b""
    targets: tuple[Target, ...] = ()


def line_of(n: int, entry: Entry, opened: Opened, *, ik: bytes) -> ReportLine:
    """A message as its reader opened it."""
    return ReportLine(n, entry, ik, opened.body, opened.fk, opened.sig)


def erase_of(n: int, entry: Entry, *, ik: bytes) -> ReportLine:
    """An erase as it stands in the log."""
    return ReportLine(n, entry, ik, targets=verify_erase(entry, ik=ik))


def write_line(line: ReportLine) -> bytes:
    """A line as it is sealed: fixed fields, then proof and words, or the box of an erase."""
    entry = line.entry
    head = b"".join(le64(one) for one in (line.n, entry.kind, entry.epoch))
    head += le64(entry.sseq) + le64(entry.seen_n)
    for name, size in _SIZES.items():
        head += sized(line.ik if name == "ik" else getattr(entry, name), size, name)
    if entry.kind == ERASE:
        return head + entry.box
    proof = sized(entry.fc, HASH, "fc") + sized(line.fk, FRANK_KEY, "fk")
    return head + proof + sized(line.sig, SIGNATURE, "a signature") + line.body


def read_line(raw: bytes) -> ReportLine:
    """The line; Refused unless the key it names signed exactly this in this place."""
    numbers: dict[str, Any] = {
        name: from_le64(raw[8 * at : 8 * at + 8]) for at, name in enumerate(_NUMBERS)
    }
    n, at = numbers.pop("n"), 8 * len(_NUMBERS)
    fields: dict[str, Any] = {}
    for name, size in _SIZES.items():
        fields[name] = sized(raw[at : at + size], size, name)
        at += size
    ik, rest = fields.pop("ik"), raw[_HEAD:]
    if numbers["kind"] == ERASE:
        return erase_of(n, Entry(**numbers, **fields, fc=NO_FC, box=rest), ik=ik)
    if numbers["kind"] not in SEALED_KINDS:
        raise Unknown("only messages and what takes them back are reported")
    if not _PROOF <= len(rest) <= _PROOF + LONGEST_BODY:
        raise Malformed("a message with its proof")
    entry = Entry(**numbers, **fields, fc=rest[:HASH], box=b"")
    fk, sig, body = (
        rest[HASH : HASH + FRANK_KEY],
        rest[_PROOF - SIGNATURE : _PROOF],
        rest[_PROOF:],
    )
    if not hmac.compare_digest(frank(fk, entry, body), entry.fc):
        raise NotOpened("these are not the words of this message")
    verify(ik, labelled("pse1/sig", aad_of(entry), body), sig)
    return ReportLine(n, entry, ik, body, fk, sig)


def check_writer(line: ReportLine, people: Mapping[bytes, Sequence[KeyRecord]]) -> None:
    """Return if the key that signed is one that its sender published; NotOpened else.

    `people` are verified key records by account, of every generation.
    """
    known = people.get(line.entry.sender, ())
    if not any((one.account_id, one.ik) == (line.entry.sender, line.ik) for one in known):
        raise NotOpened("signed with a key that is not its sender's")


def check_place(line: ReportLine, stored: bytes) -> None:
    """Return if the log holds this very context at its number: `stored` is the h_aad there."""
    if not hmac.compare_digest(h_aad(aad_of(line.entry)), sized(stored, HASH, "h_aad")):
        raise NotOpened("the log has something else in this place")
