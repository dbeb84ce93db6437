"""Telling somebody outside without consent: what the specialist, as a person, enters.

No key is given to anybody outside by it. Its words are sealed to client, specialist and, where
there is one, the supervisor who confirms (section 17).
"""

from dataclasses import dataclass, replace

from .base64url import from_text, to_text
from .chance import Chance, system_chance
from .ids import HASH, ID
from .key_record import KeyRecord, kr_hash_of
from .package import DISCLOSER, PARTS, SUBJECT, Reader, readers_bytes
from .padding import pad, unpad
from .pae import h, key_of, labelled, sized
from .refusal import BadPackage, NotOpened, Unknown
from .seal import open_sealed, seal
from .signing import sign, verify
from .strict_json import fields_of, parse, text_within, write
from .wrapping import unwrap, wrap

# A life, a child, an adult at risk, a medical emergency, a crime here, an order of a court.
REASONS = (1, 2, 3, 4, 5, 6)
# Emergency services, a doctor or hospital, child protection, adult protection, police, court.
OUTSIDERS = (1, 2, 3, 4, 5, 6)
LONGEST_WAIT = 30
KEY = 32


@dataclass(frozen=True, slots=True)
class Emergency:
    """The open half of an entry. `look_on` is the day to look again whether to tell them."""

    id: bytes
    conv: bytes
    reason: int
    told: int
    day: int
    look_on: int
    readers: tuple[Reader, ...]
    words_hash: bytes
    sig: bytes = b""


@dataclass(frozen=True, slots=True)
class Words:
    """The sealed half: whom, what was told, and why there was no other way."""

    whom: str
    what: str
    why: str
    salt: bytes


def emergency_bytes(home: bytes, entry: Emergency) -> bytes:
    """What the specialist signs."""
    return labelled(
        "pse1/emergency",
        sized(home, ID, "home"),
        sized(entry.id, ID, "an id"),
        sized(entry.conv, ID, "a conversation id"),
        entry.reason,
        entry.told,
        entry.day,
        entry.look_on,
        readers_bytes(entry.readers),
        sized(entry.words_hash, HASH, "the words"),
    )


def check_emergency(entry: Emergency) -> Emergency:
    """Give an entry back if its form holds; BadPackage or Unknown else."""
    if entry.reason not in REASONS or entry.told not in OUTSIDERS:
        raise Unknown("a reason that the page does not name")
    if not entry.day <= entry.look_on <= entry.day + LONGEST_WAIT:
        raise BadPackage("the day to look again is at most thirty days away")
    ids = [one.account_id for one in entry.readers]
    parts = sorted(one.part for one in entry.readers)
    if ids != sorted(set(ids)) or parts not in ([SUBJECT, DISCLOSER], list(PARTS)):
        raise BadPackage("the client, their specialist, and at most a supervisor")
    return entry


def verify_emergency(entry: Emergency, *, home: bytes, specialist: KeyRecord) -> None:
    """Return if the specialist of this record signed it; Refused else."""
    check_emergency(entry)
    signer = Reader(specialist.account_id, kr_hash_of(specialist), DISCLOSER)
    if signer not in entry.readers:
        raise BadPackage("signed with other keys than it names")
    verify(specialist.ik, emergency_bytes(home, entry), entry.sig)


def seal_emergency(
    ik_seed: bytes,
    draft: Emergency,
    words: Words,
    *,
    home: bytes,
    records: dict[int, KeyRecord],
    chance: Chance = system_chance,
) -> tuple[Emergency, bytes, dict[bytes, bytes]]:
    """(the signed entry, its sealed words, a wrap for each reader)."""
    raw = write_words(words)
    readers = [Reader(one.account_id, kr_hash_of(one), part) for part, one in records.items()]
    entry = replace(
        draft,
        readers=tuple(sorted(readers, key=lambda one: one.account_id)),
        words_hash=h("pse1/emergency-words", raw),
    )
    check_emergency(entry)
    entry = replace(entry, sig=sign(ik_seed, emergency_bytes(home, entry)))
    of, key = _hash(home, entry), chance(KEY)
    wraps = {
        one.account_id: wrap(one.ek, _context(one, of) + key, chance=chance)
        for _, one in sorted(records.items())
    }
    return entry, seal(key, labelled("pse1/emergency-box", of), pad(raw), chance=chance), wraps


def open_emergency(
    entry: Emergency,
    box: bytes,
    wrapped: bytes,
    *,
    home: bytes,
    record: KeyRecord,
    ek_seed: bytes,
) -> Words:
    """The words, if they are those that were signed; NotOpened or BadPackage else."""
    of, text = _hash(home, entry), unwrap(ek_seed, wrapped)
    if text[:HASH] != _context(record, of):
        raise NotOpened("a wrap of another entry")
    raw = unpad(open_sealed(key_of(text[HASH:]), labelled("pse1/emergency-box", of), box))
    if h("pse1/emergency-words", raw) != entry.words_hash:
        raise BadPackage("other words than were signed")
    return read_words(raw)


def write_words(words: Words) -> bytes:
    """The sealed half in its strict JSON."""
    for said in (words.whom, words.what, words.why):
        text_within(said, 2_000, shortest=1)
    salt = to_text(sized(words.salt, ID, "salt"))
    return write({"salt": salt, "what": words.what, "whom": words.whom, "why": words.why})


def read_words(raw: bytes) -> Words:
    """The sealed half, out of its strict JSON."""
    found = fields_of(parse(raw), {"salt": str, "what": str, "whom": str, "why": str})
    return Words(found["whom"], found["what"], found["why"], from_text(found["salt"], size=ID))


def _hash(home: bytes, entry: Emergency) -> bytes:
    return h("pse1/emergency-hash", emergency_bytes(home, entry))


def _context(record: KeyRecord, of: bytes) -> bytes:
    return h("pse1/wrap", "emergency", record.account_id, kr_hash_of(record), of)
