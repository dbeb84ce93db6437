"""Letters at a circle's door: from one person to one other, sealed and signed (section 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .chance import Chance, system_chance
from .ids import HASH, ID
from .key_record import KeyRecord, kr_hash_of
from .padding import pad, unpad
from .pae import h, labelled, sized
from .refusal import NotOpened, Unknown
from .seal import open_sealed, seal
from .signing import SIGNATURE, sign, verify
from .strict_json import fields_of, parse, text_within, write
from .wrapping import unwrap, wrap

ASK, WHY, APPEAL, ANSWER = range(1, 5)
# What the body of each sort calls itself.
TYPES: Mapping[int, str] = {
    ASK: "circle-name",
    WHY: "circle-removed",
    APPEAL: "circle-appeal",
    ANSWER: "circle-appeal",
}
WRAP = 112
# Wrapped key, and a text in one of the two smallest sizes.
SIZES = (WRAP + 73 + 1_024, WRAP + 73 + 4_096)
LONGEST_NAME, LONGEST_WORDS = 40, 2_000
_FIELDS: Mapping[str, type] = {"b": str, "name": str, "t": str, "ts": int}


@dataclass(frozen=True, slots=True)
class Way:
    """Between whom a letter goes, about which circle, and what it is for."""

    home: bytes
    conv: bytes
    sort: int
    from_id: bytes
    to_id: bytes


@dataclass(frozen=True, slots=True)
class Words:
    """What a letter says; who asks to join also says what they would like to be called."""

    b: str
    name: str
    ts: int


def seal_letter(
    way: Way,
    words: Words,
    *,
    to: KeyRecord,
    ik_seed: bytes,
    chance: Chance = system_chance,
) -> bytes:
    """Seal a letter to the newest key of its reader; NotOpened if it is too long."""
    body = write({"b": words.b, "name": words.name, "t": _type_of(way), "ts": words.ts})
    _read(body, way)
    aad, key = _bound(way, kr_hash_of(to)), chance(32)
    sig = sign(ik_seed, labelled("pse1/sig", aad, body))
    wrapped = wrap(to.ek, _wrap_context(way, kr_hash_of(to)) + key, chance=chance)
    letter = wrapped + seal(key, aad, pad(sig + body), chance=chance)
    if len(letter) not in SIZES:
        raise NotOpened("a letter is at most a page")
    return letter


def open_letter(
    way: Way, letter: bytes, *, ek_seeds: Mapping[bytes, bytes], sender: KeyRecord
) -> Words:
    """What a letter says; NotOpened unless it is this sender's, to this reader, for this."""
    if len(letter) not in SIZES or sender.account_id != way.from_id:
        raise NotOpened("no letter of theirs")
    kr_hash, key = _key_in(way, letter[:WRAP], ek_seeds)
    aad = _bound(way, kr_hash)
    text = unpad(open_sealed(key, aad, letter[WRAP:]))
    sig, body = text[:SIGNATURE], text[SIGNATURE:]
    verify(sender.ik, labelled("pse1/sig", aad, body), sig)
    return _read(body, way)


def _key_in(way: Way, wrapped: bytes, ek_seeds: Mapping[bytes, bytes]) -> tuple[bytes, bytes]:
    """The one of the reader's keys that it was sealed to."""
    for kr_hash, seed in ek_seeds.items():
        try:
            text = unwrap(seed, wrapped)
        except NotOpened:
            continue
        if text[:HASH] == _wrap_context(way, kr_hash):
            return kr_hash, text[HASH:]
    raise NotOpened("a letter for somebody else, or for something else")


def _read(body: bytes, way: Way) -> Words:
    fields = fields_of(parse(body), _FIELDS)
    if fields["t"] != _type_of(way):
        raise Unknown("a letter of another sort")
    name = text_within(fields["name"], LONGEST_NAME)
    if bool(name) != (way.sort == ASK):
        raise Unknown("only who asks to join says how they are called")
    return Words(text_within(fields["b"], LONGEST_WORDS), name, fields["ts"])


def _type_of(way: Way) -> str:
    if way.sort not in TYPES:
        raise Unknown("a sort of letter that the page does not name")
    return TYPES[way.sort]


def _pieces(way: Way, to_kr_hash: bytes) -> Sequence[bytes | int]:
    return (
        sized(way.home, ID, "home"),
        sized(way.conv, ID, "a conversation id"),
        way.sort,
        sized(way.from_id, ID, "an account id"),
        sized(way.to_id, ID, "an account id"),
        sized(to_kr_hash, HASH, "a key record's hash"),
    )


def _bound(way: Way, to_kr_hash: bytes) -> bytes:
    return labelled("pse1/circle-letter", *_pieces(way, to_kr_hash))


def _wrap_context(way: Way, to_kr_hash: bytes) -> bytes:
    context = h("pse1/circle-letter-context", *_pieces(way, to_kr_hash))
    return h("pse1/wrap", "circle-letter", way.to_id, to_kr_hash, context)
