"""Words of before, for whoever came to a circle: each writer hands on their own (section 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .body import Text, read_body
from .cards import Card
from .chance import Chance, system_chance
from .entry import MESSAGE
from .fields import join, split
from .ids import HASH, ID
from .key_record import KeyRecord, kr_hash_of
from .padding import SIZES as PADDED
from .padding import pad, unpad
from .pae import h, labelled, sized
from .refusal import NotOpened, Unknown
from .report_line import ReportLine, check_writer, read_line, write_line
from .seal import open_sealed, seal
from .wrapping import unwrap, wrap

WRAP = 112
# Wrapped key, and lines in one of the three smaller sizes: the card around it has its own end.
SIZES = tuple(WRAP + 73 + size for size in PADDED[:3])
_WORDS = "circle-line"


@dataclass(frozen=True, slots=True)
class Passage:
    """From whom to whom, in which circle, and for which question."""

    home: bytes
    conv: bytes
    of: bytes
    from_id: bytes
    to_id: bytes


def seal_earlier(
    passage: Passage,
    lines: Sequence[ReportLine],
    *,
    to: KeyRecord,
    chance: Chance = system_chance,
) -> bytes:
    """Seal lines of one's own to one reader; NotOpened if there are none, or too many."""
    _check(passage, lines)
    pieces, key = _pieces(passage, kr_hash_of(to)), chance(32)
    text = pad(join([write_line(line) for line in lines]))
    wrapped = wrap(to.ek, _wrap_context(passage, kr_hash_of(to)) + key, chance=chance)
    box = wrapped + seal(key, labelled("pse1/circle-earlier", *pieces), text, chance=chance)
    if len(box) not in SIZES:
        raise NotOpened("more lines than one card holds")
    return box


def open_earlier(
    passage: Passage,
    box: bytes,
    *,
    ek_seeds: Mapping[bytes, bytes],
    sender: Sequence[KeyRecord],
) -> list[ReportLine]:
    """The lines in it; Refused unless each is its sender's own, signed when it was said.

    `sender` are the verified records of whoever sent the card, of every generation.
    """
    if len(box) not in SIZES:
        raise NotOpened("no words of before")
    kr_hash, key = _key_in(passage, box[:WRAP], ek_seeds)
    aad = labelled("pse1/circle-earlier", *_pieces(passage, kr_hash))
    lines = [read_line(raw) for raw in split(unpad(open_sealed(key, aad, box[WRAP:])))]
    _check(passage, lines)
    for line in lines:
        check_writer(line, {passage.from_id: sender})
    return lines


def _check(passage: Passage, lines: Sequence[ReportLine]) -> None:
    if not lines:
        raise NotOpened("nothing is handed on")
    for line in lines:
        entry = line.entry
        if (entry.kind, entry.conv, entry.sender) != (MESSAGE, passage.conv, passage.from_id):
            raise NotOpened("a line of somebody else, or of another talk")
        body = read_body(line.body, kind=MESSAGE)
        if not (isinstance(body, Text) or (isinstance(body, Card) and body.t == _WORDS)):
            raise Unknown("only words are handed on")
    counts = [line.entry.sseq for line in lines]
    if counts != sorted(set(counts)):
        raise NotOpened("lines stand in their order, each once")


def _key_in(
    passage: Passage, wrapped: bytes, ek_seeds: Mapping[bytes, bytes]
) -> tuple[bytes, bytes]:
    for kr_hash, seed in ek_seeds.items():
        try:
            text = unwrap(seed, wrapped)
        except NotOpened:
            continue
        if text[:HASH] == _wrap_context(passage, kr_hash):
            return kr_hash, text[HASH:]
    raise NotOpened("for somebody else, or for another question")


def _pieces(passage: Passage, to_kr_hash: bytes) -> tuple[bytes, ...]:
    return (
        sized(passage.home, ID, "home"),
        sized(passage.conv, ID, "a conversation id"),
        sized(passage.of, ID, "a question's name"),
        sized(passage.from_id, ID, "an account id"),
        sized(passage.to_id, ID, "an account id"),
        sized(to_kr_hash, HASH, "a key record's hash"),
    )


def _wrap_context(passage: Passage, to_kr_hash: bytes) -> bytes:
    context = h("pse1/circle-earlier-context", *_pieces(passage, to_kr_hash))
    return h("pse1/wrap", "circle-earlier", passage.to_id, to_kr_hash, context)
