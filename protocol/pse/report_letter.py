"""What follows a concern's report: sealed letters between who reports and its officers.

Each is about one report, from one person, to exactly the readers it names (section 19).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .chance import Chance, system_chance
from .ids import HASH, ID
from .key_record import KeyRecord, kr_hash_of
from .padding import pad, unpad
from .pae import h, labelled, sized
from .refusal import BadReport, NotOpened, Unknown
from .report import KEY, LONGEST_WORDS, MOST_READERS, WRAP, Officer, readers_row
from .seal import open_sealed, seal
from .signing import SIGNATURE, sign, verify
from .strict_json import fields_of, parse, text_within, write
from .wrapping import unwrap, wrap

OWN, ADDED, ANSWER, NOTE = SORTS = (1, 2, 3, 4)
_FIELDS: Mapping[str, type] = {"b": str, "day": int, "t": str}
_TYPE = "concern-letter"


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a server sees of a letter: of which report, its own random id, from whom, to whom.

    Who writes reads it too, so that their other devices show what they wrote.
    """

    home: bytes
    report: bytes
    id: bytes
    sort: int
    from_id: bytes
    readers: tuple[Officer, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it travels."""

    envelope: Envelope
    box: bytes
    wraps: dict[bytes, bytes]


def seal_letter(
    envelope: Envelope,
    b: str,
    *,
    day: int,
    ik_seed: bytes,
    readers: Sequence[KeyRecord],
    chance: Chance = system_chance,
) -> Letter:
    """Seal a letter to these records, which the envelope names; Refused for a bad form."""
    of, key = letter_context(envelope), chance(KEY)
    named = tuple(Officer(one.account_id, kr_hash_of(one)) for one in readers)
    if named != envelope.readers:
        raise BadReport("sealed to others than it names")
    text_within(b, LONGEST_WORDS, shortest=1)
    body = write({"b": b, "day": day, "t": _TYPE})
    sig = sign(ik_seed, labelled("pse1/report-letter-sig", of, body))
    box = seal(key, labelled("pse1/report-letter-box", of), pad(sig + body), chance=chance)
    wraps = {
        one.account_id: wrap(
            one.ek, _bound(one.account_id, kr_hash_of(one), of) + key, chance=chance
        )
        for one in readers
    }
    return Letter(envelope, box, wraps)


def open_letter(
    envelope: Envelope,
    box: bytes,
    wrapped: bytes,
    *,
    me: bytes,
    ek_seeds: Mapping[bytes, bytes],
    sender: KeyRecord,
) -> tuple[str, int]:
    """The words and their day; Refused unless the sender signed exactly this letter."""
    of = letter_context(envelope)
    mine = next((one for one in envelope.readers if one.account_id == me), None)
    if mine is None or mine.kr_hash not in ek_seeds or sender.account_id != envelope.from_id:
        raise NotOpened("a letter to others, or by somebody else")
    text = unwrap(ek_seeds[mine.kr_hash], wrapped)
    if len(wrapped) != WRAP or text[:HASH] != _bound(mine.account_id, mine.kr_hash, of):
        raise NotOpened("the wrap of another letter")
    whole = unpad(open_sealed(text[HASH:], labelled("pse1/report-letter-box", of), box))
    sig, body = whole[:SIGNATURE], whole[SIGNATURE:]
    verify(sender.ik, labelled("pse1/report-letter-sig", of, body), sig)
    fields: dict[str, Any] = fields_of(parse(body), _FIELDS)
    if fields["t"] != _TYPE:
        raise Unknown("another thing than a letter")
    text_within(fields["b"], LONGEST_WORDS, shortest=1)
    return fields["b"], fields["day"]


def letter_context(envelope: Envelope) -> bytes:
    """The hash that box, wraps and signature are bound to; BadReport for a bad form."""
    ids = [one.account_id for one in envelope.readers]
    if ids != sorted(set(ids)) or len(ids) > MOST_READERS + 1:
        raise BadReport("readers ascend, none twice, nine at most")
    if envelope.from_id not in ids:
        raise BadReport("who writes a letter reads it too")
    if envelope.sort not in SORTS:
        raise Unknown("a sort of letter that the page does not name")
    if (envelope.sort == OWN) != (len(ids) == 1):
        raise BadReport("one's own words are for oneself, and every other letter is not")
    return h(
        "pse1/report-letter",
        sized(envelope.home, ID, "home"),
        sized(envelope.report, ID, "a report's id"),
        sized(envelope.id, ID, "an id"),
        envelope.sort,
        sized(envelope.from_id, ID, "an account id"),
        readers_row(envelope.readers),
    )


def _bound(account_id: bytes, kr_hash: bytes, of: bytes) -> bytes:
    return h("pse1/wrap", "report-letter", account_id, kr_hash, of)
