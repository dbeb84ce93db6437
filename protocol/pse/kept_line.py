"""A line kept as proof: who said what, shown without any conversation key (section 12)."""

import hmac
from dataclasses import dataclass
from typing import Any

from .base64url import from_text, to_text
from .entry import FRANK_KEY, SEALED_KINDS, Entry, Opened, aad_of, frank
from .ids import HASH, ID
from .pae import labelled
from .refusal import NotOpened, Unknown
from .signing import SIGNATURE, verify
from .strict_json import fields_of, parse, text_within, write

LONGEST_NAME = 40
_KEPT = {"body": str, "ctx": dict, "fk": str, "ik": str, "n": int, "name": str, "sig": str}
_SIZES = {
    "conv": ("conv", ID),
    "eh": ("eh_hash", HASH),
    "fc": ("fc", HASH),
    "msg_id": ("msg_id", ID),
    "seen_h": ("seen_h", HASH),
    "sender": ("sender", ID),
}
_NUMBERS = ("epoch", "kind", "seen_n", "sseq")


@dataclass(frozen=True, slots=True)
class KeptLine:
    """One line: its number, what its keeper called the writer, its context and its body.

    `ik` is the key that signed it.
    """

    n: int
    name: str
    entry: Entry
    body: bytes
    ik: bytes


def write_kept(n: int, name: str, entry: Entry, opened: Opened, *, ik: bytes) -> bytes:
    """What a document of kind 2 holds of an opened entry."""
    ctx: dict[str, Any] = {
        short: to_text(getattr(entry, long)) for short, (long, _) in _SIZES.items()
    }
    ctx |= {number: getattr(entry, number) for number in _NUMBERS}
    return write(
        {
            "body": opened.body.decode("utf-8"),
            "ctx": ctx,
            "fk": to_text(opened.fk),
            "ik": to_text(ik),
            "n": n,
            "name": name,
            "sig": to_text(opened.sig),
        }
    )


def read_kept(raw: bytes) -> KeptLine:
    """The line; Refused unless the writer's key signed exactly these words in this place."""
    fields = fields_of(parse(raw), _KEPT)
    entry, body = _entry(fields["ctx"]), fields["body"].encode("utf-8")
    fk = from_text(fields["fk"], size=FRANK_KEY)
    if not hmac.compare_digest(frank(fk, entry, body), entry.fc):
        raise NotOpened("these are not the words of this message")
    sig = from_text(fields["sig"], size=SIGNATURE)
    ik = from_text(fields["ik"], size=32)
    verify(ik, labelled("pse1/sig", aad_of(entry), body), sig)
    return KeptLine(fields["n"], text_within(fields["name"], LONGEST_NAME), entry, body, ik)


def _entry(ctx: Any) -> Entry:
    fields = fields_of(ctx, {**dict.fromkeys(_SIZES, str), **dict.fromkeys(_NUMBERS, int)})
    if fields["kind"] not in SEALED_KINDS:
        raise Unknown("only messages are kept")
    given: dict[str, Any] = {number: fields[number] for number in _NUMBERS}
    for short, (long, size) in _SIZES.items():
        given[long] = from_text(fields[short], size=size)
    return Entry(**given, box=b"")
