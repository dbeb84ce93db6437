"""Checkpoints as C2SP signed notes, and the cosignatures of witnesses (section 13).

The text is three lines: origin, size, root. A signature line is
`— NAME base64(key id, signature)`; key id = SHA-256(NAME, line end, type, public key)[:4].
"""

import base64
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from .base64url import to_text
from .ids import HASH, ID
from .merkle import LogAt
from .pae import LARGEST, sized
from .refusal import Malformed, WrongSignature
from .signing import sign, verify, verify_key_of

ED25519, COSIGNED = 1, 4
LONGEST_NOTE = 10_000
LONGEST_NAME = 100
_DASH = "\u2014 "
_NAME = re.compile(r"[!-*,-~]{1,100}")
_SIZE = re.compile(r"0|[1-9][0-9]{0,15}")


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One signature under a note."""

    name: str
    key_id: bytes
    raw: bytes


@dataclass(frozen=True, slots=True)
class Note:
    """A text and the signatures under it."""

    text: str
    lines: tuple[SignatureLine, ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """Somebody who looks at the log from outside, by name and public key."""

    name: str
    key: bytes


def origin_of(home: bytes) -> str:
    """The first line of every checkpoint of one installation, and its key's name."""
    return f"alongside/{to_text(sized(home, ID, 'home'))}"


def checkpoint_text(home: bytes, at: LogAt) -> str:
    """What is signed: origin, size and root."""
    return f"{origin_of(home)}\n{at.size}\n{_base64(sized(at.root, HASH, 'a root'))}\n"


def sign_checkpoint(log_seed: bytes, home: bytes, at: LogAt) -> str:
    """A whole note, signed with the log key."""
    text = checkpoint_text(home, at)
    name, sig = origin_of(home), sign(log_seed, text.encode())
    key_id = key_id_of(name, ED25519, verify_key_of(log_seed))
    return write_note(Note(text, (SignatureLine(name, key_id, sig),)))


def read_checkpoint(note: str, *, home: bytes, log_key: bytes) -> LogAt:
    """The tree that the log key signed for this home; Malformed or WrongSignature else."""
    read = read_note(note)
    rows = read.text.split("\n")
    if len(rows) != 4 or rows[3] != "" or rows[0] != origin_of(home):
        raise Malformed("not a checkpoint of this home")
    if not _SIZE.fullmatch(rows[1]) or int(rows[1]) > LARGEST:
        raise Malformed("a size that is no number")
    at = LogAt(sized(_bytes(rows[2]), HASH, "a root"), int(rows[1]))
    raw = _signature_by(read, origin_of(home), key_id_of(rows[0], ED25519, log_key))
    verify(log_key, read.text.encode(), raw)
    return at


def cosign(seed: bytes, name: str, note: str, *, seconds: int) -> str:
    """The note with a witness's line under it: "at this time I had seen this tree grow"."""
    read = read_note(note)
    raw = seconds.to_bytes(8, "big") + sign(seed, _cosigned(read.text, seconds))
    key_id = key_id_of(checked_name(name), COSIGNED, verify_key_of(seed))
    return write_note(Note(read.text, (*read.lines, SignatureLine(name, key_id, raw))))


def verify_cosigned(note: str, witness: Witness) -> int:
    """The moment (seconds) at which a witness signed; Malformed or WrongSignature else."""
    read = read_note(note)
    key_id = key_id_of(witness.name, COSIGNED, witness.key)
    raw = _signature_by(read, witness.name, key_id)
    if len(raw) != 8 + 64:
        raise WrongSignature("a cosignature is 72 bytes")
    seconds = int.from_bytes(raw[:8], "big")
    if seconds > LARGEST:
        raise Malformed("a moment that is no number")
    verify(witness.key, _cosigned(read.text, seconds), raw[8:])
    return seconds


def write_note(note: Note) -> str:
    """A note as it travels."""
    rows = [f"{_DASH}{line.name} {_base64(line.key_id + line.raw)}\n" for line in note.lines]
    return f"{note.text}\n{''.join(rows)}"


def read_note(raw: str) -> Note:
    """A note from text; Malformed for anything else."""
    if type(raw) is not str or len(raw) > LONGEST_NOTE or any(_is_odd(one) for one in raw):
        raise Malformed("not a note")
    text, gap, below = raw.rpartition("\n\n")
    if not gap or not below.endswith("\n"):
        raise Malformed("a note without a signature")
    return Note(text + "\n", tuple(_line(row) for row in below[:-1].split("\n")))


def key_id_of(name: str, kind: int, key: bytes) -> bytes:
    """The four bytes by which a signature line names a key."""
    return sha256(name.encode() + b"\n" + bytes([kind]) + key).digest()[:4]


def write_witness(witness: Witness) -> str:
    """A witness's public key as one line, for the programme's settings."""
    key_id = key_id_of(witness.name, COSIGNED, witness.key)
    return f"{witness.name}+{key_id.hex()}+{_base64(bytes([COSIGNED]) + witness.key)}"


def read_witness(text: str) -> Witness:
    """A witness from one line; Malformed for anything else."""
    parts: Sequence[str] = text.split("+", 2)
    if len(parts) != 3:
        raise Malformed("not a witness's line")
    raw = _bytes(parts[2])
    if len(raw) != 1 + HASH or raw[0] != COSIGNED:
        raise Malformed("not a key of a witness")
    witness = Witness(checked_name(parts[0]), raw[1:])
    if write_witness(witness) != text:
        raise Malformed("a witness's line with a slip in it")
    return witness


def checked_name(name: str) -> str:
    """Give back a name that may stand in a signature line; Malformed else."""
    if not _NAME.fullmatch(name):
        raise Malformed("a name without spaces and plus signs")
    return name


def _cosigned(text: str, seconds: int) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()


def _line(row: str) -> SignatureLine:
    name, gap, encoded = row.removeprefix(_DASH).partition(" ")
    raw = _bytes(encoded)
    if not row.startswith(_DASH) or not gap or len(raw) < 5:
        raise Malformed("not a signature line")
    return SignatureLine(checked_name(name), raw[:4], raw[4:])


def _signature_by(note: Note, name: str, key_id: bytes) -> bytes:
    found = [line.raw for line in note.lines if (line.name, line.key_id) == (name, key_id)]
    if len(found) != 1:
        raise WrongSignature("not signed by this key")
    return found[0]


def _is_odd(letter: str) -> bool:
    return letter < " " and letter != "\n"


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Malformed("not base64") from None
    if _base64(raw) != text:
        raise Malformed("base64 with two spellings")
    return raw
