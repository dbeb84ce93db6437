"""Files that go with a line: sealed in pieces, padded to one of four sizes (section 14)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nacl import bindings
from nacl.exceptions import CryptoError

from .base64url import from_text, to_text
from .chance import Chance, system_chance
from .ids import HASH, ID
from .pae import h, key_of, labelled, sized
from .refusal import Malformed, NotOpened, Unknown
from .strict_json import Json, fields_of, text_within

PIECE = 65_536
SEALED_PIECE = PIECE + bindings.crypto_secretstream_xchacha20poly1305_ABYTES
SIZES = (1, 4, 16, 64)
LONGEST = SIZES[-1] * PIECE - 1
HEADER = bindings.crypto_secretstream_xchacha20poly1305_HEADERBYTES
KEY = 32

PICTURE, VOICE_WEBM, VOICE_MP4, OTHER = TYPES = (1, 2, 3, 4)
VOICES = (VOICE_WEBM, VOICE_MP4)
LONGEST_NAME = 120
LONGEST_VOICE = 180
_MESSAGE = bindings.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_FINAL = bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL
# Letters that are not shown, or that turn the reading direction, make a name say another thing.
_ODD = re.compile("[\x00-\x1f\x7f-\x9f/\\\\\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_BEGINS = {
    PICTURE: (0, b"\xff\xd8\xff"),
    VOICE_WEBM: (0, b"\x1aE\xdf\xa3"),
    VOICE_MP4: (4, b"ftyp"),
}
_FIELDS: dict[str, type] = {
    "cipher": str,
    "header": str,
    "key": str,
    "name": str,
    "pieces": int,
    "plain": str,
    "secs": int,
    "size": int,
    "type": int,
}


@dataclass(frozen=True, slots=True)
class Papers:
    """What a line says about its file: how it opens, and what exactly it has to be."""

    type: int
    name: str
    secs: int
    size: int
    pieces: int
    key: bytes
    header: bytes
    cipher: bytes
    plain: bytes


def seal_file(
    msg_id: bytes,
    content: bytes,
    *,
    type: int,
    name: str = "",
    secs: int = 0,
    chance: Chance = system_chance,
) -> tuple[Papers, list[bytes]]:
    """Seal a file for the line with this id: what the line says, and the sealed pieces."""
    key, header = chance(KEY), chance(HEADER)
    count = _pieces_for(len(content))
    padded = (content + b"\x80").ljust(count * PIECE, b"\x00")
    # A push continues what a pull begins: so chance is an argument here too.
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, header, key)
    pieces = [
        bindings.crypto_secretstream_xchacha20poly1305_push(
            state, padded[i * PIECE : (i + 1) * PIECE], _context(msg_id, i), _tag(i, count)
        )
        for i in range(count)
    ]
    cipher = cipher_hash(msg_id, header, pieces)
    papers = Papers(
        type, name, secs, len(content), count, key, header, cipher, plain_hash(content)
    )
    return checked(papers, begin=content[:16]), pieces


def open_file(msg_id: bytes, papers: Papers, pieces: Sequence[bytes]) -> bytes:
    """The file, if every piece is there, in order, unchanged, and it is what the line said."""
    if len(pieces) != papers.pieces or any(len(piece) != SEALED_PIECE for piece in pieces):
        raise NotOpened("pieces are missing, or are too many")
    if cipher_hash(msg_id, papers.header, pieces) != papers.cipher:
        raise NotOpened("other pieces than the line names")
    padded = b"".join(_opened(msg_id, papers, pieces))
    content = padded.rstrip(b"\x00")[:-1]
    if padded[len(content) : len(content) + 1] != b"\x80" or len(content) != papers.size:
        raise NotOpened("the padding is not the one accepted")
    if plain_hash(content) != papers.plain:
        raise NotOpened("another file than the line names")
    checked(papers, begin=content[:16])
    return content


def cipher_hash(msg_id: bytes, header: bytes, pieces: Sequence[bytes]) -> bytes:
    """The hash of all that is sealed."""
    named = sized(msg_id, ID, "a line's id")
    hashes = [h("pse1/att-piece", named, i, piece) for i, piece in enumerate(pieces)]
    return h("pse1/att-cipher", sized(header, HEADER, "a header"), *hashes)


def plain_hash(content: bytes) -> bytes:
    """The hash of a file as its writer chose it."""
    return h("pse1/att-plain", content)


def checked(papers: Papers, *, begin: bytes | None = None) -> Papers:
    """Give papers back if all in them fits together; `begin` is how the file begins."""
    if papers.type not in TYPES:
        raise Unknown("a type of file that the page does not name")
    if papers.size < 1 or papers.pieces != _pieces_for(papers.size):
        raise Malformed("a file has the smallest number of pieces that hold it")
    least, most = (1, LONGEST_VOICE) if papers.type in VOICES else (0, 0)
    if not least <= papers.secs <= most:
        raise Malformed("a voice note lasts one second to three minutes, nothing else lasts")
    named = LONGEST_NAME if papers.type == OTHER else 0
    text_within(papers.name, named, shortest=min(named, 1))
    if _ODD.search(papers.name):
        raise Malformed("a name without odd letters")
    at, magic = _BEGINS.get(papers.type, (0, b""))
    if begin is not None and not begin[at:].startswith(magic):
        raise NotOpened("not the type of file it says")
    return papers


def papers_json(papers: Papers) -> Json:
    """Papers as they stand in a body."""
    return {
        "cipher": to_text(papers.cipher),
        "header": to_text(papers.header),
        "key": to_text(papers.key),
        "name": papers.name,
        "pieces": papers.pieces,
        "plain": to_text(papers.plain),
        "secs": papers.secs,
        "size": papers.size,
        "type": papers.type,
    }


def read_papers(value: object) -> Papers:
    """Papers out of a body; Malformed or Unknown for any that do not fit together."""
    found = fields_of(value, _FIELDS)
    return checked(
        Papers(
            type=found["type"],
            name=found["name"],
            secs=found["secs"],
            size=found["size"],
            pieces=found["pieces"],
            key=key_of(from_text(found["key"], size=KEY)),
            header=from_text(found["header"], size=HEADER),
            cipher=from_text(found["cipher"], size=HASH),
            plain=from_text(found["plain"], size=HASH),
        )
    )


def _opened(msg_id: bytes, papers: Papers, pieces: Sequence[bytes]) -> list[bytes]:
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    key = key_of(papers.key)
    bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, papers.header, key)
    opened: list[bytes] = []
    for i, piece in enumerate(pieces):
        try:
            text, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(
                state, piece, _context(msg_id, i)
            )
        except CryptoError:
            raise NotOpened("a piece that does not follow the one before") from None
        if tag != _tag(i, len(pieces)):
            raise NotOpened("the end is not where it was put")
        opened.append(text)
    return opened


def _context(msg_id: bytes, i: int) -> bytes:
    return labelled("pse1/att", sized(msg_id, ID, "a line's id"), i)


def _tag(i: int, count: int) -> int:
    tag: int = _FINAL if i == count - 1 else _MESSAGE
    return tag


def _pieces_for(size: int) -> int:
    for count in SIZES:
        if size < count * PIECE:
            return count
    raise Malformed("larger than any file that is sent")
