"""What somebody took along: one zip, sealed under five words (envelope.md, section 11)."""

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from . import strict_json
from .account import A2ID_32_6, stretch
from .base64url import from_text, to_text
from .chance import Chance, system_chance
from .ids import ID
from .pae import kdf, labelled, sized
from .refusal import BadExport
from .seal import open_sealed, seal

FORMAT = "alongside-export"
VERSION = 1
MANIFEST = "manifest.json"
BOX = "sealed.box"
FRAMES = ".frames"
SEALED = ".sealed"
_LENGTH = 4
_LARGEST_MANIFEST = 1_024
_FIELDS = {"format": str, "home": str, "profile": int, "salt": str, "version": int}


@dataclass(frozen=True, slots=True)
class Cover:
    """What the manifest says: all that is readable without the five words."""

    home: bytes
    salt: bytes


@dataclass(frozen=True)
class Export:
    """An opened export: papers as JSON values, and every other file as it was taken along."""

    cover: Cover
    papers: Mapping[str, Any]
    files: Mapping[str, bytes]


def cover_bytes(cover: Cover) -> bytes:
    """The manifest: strict JSON, so that no byte of it can be another."""
    return strict_json.write(
        {
            "format": FORMAT,
            "home": to_text(sized(cover.home, ID, "home")),
            "profile": A2ID_32_6,
            "salt": to_text(sized(cover.salt, ID, "a salt")),
            "version": VERSION,
        }
    )


def read_cover(raw: bytes) -> Cover:
    """The manifest; BadExport for another format, version or profile."""
    if len(raw) > _LARGEST_MANIFEST:
        raise BadExport("the manifest is too long")
    fields = strict_json.parse_fields(raw, _FIELDS)
    if (fields["format"], fields["version"]) != (FORMAT, VERSION):
        raise BadExport("made by another version")
    if fields["profile"] != A2ID_32_6:
        raise BadExport("locked in a way that is not known here")
    return Cover(from_text(fields["home"], size=ID), from_text(fields["salt"], size=ID))


def seal_papers(
    cover: Cover, phrase: str, papers: bytes, *, chance: Chance = system_chance
) -> bytes:
    """Seal the papers under five list words (already normalised)."""
    return seal(_key(cover, phrase), _aad(cover), papers, chance=chance)


def open_papers(cover: Cover, phrase: str, box: bytes) -> bytes:
    """Open the papers; NotOpened for other words or any changed byte."""
    return open_sealed(_key(cover, phrase), _aad(cover), box)


def open_export(path: Path, phrase: str) -> Export:
    """Open a file with its five words and compare every part with its hash; Refused else."""
    files = _unzipped(path)
    cover, box = read_cover(files.pop(MANIFEST, b"")), files.pop(BOX, b"")
    papers = json.loads(open_papers(cover, phrase, box))
    listed: Mapping[str, str] = papers["files"]
    for name in sorted(listed.keys() | files.keys()):
        if name not in files:
            raise BadExport(f"{name} is missing")
        if listed.get(name) != sha256(files[name]).hexdigest():
            raise BadExport(f"{name} is not as it was taken along")
    if from_text(papers["home"], size=ID) != cover.home:
        raise BadExport("the papers are of another programme")
    return Export(cover, papers, files)


def frames_in(raw: bytes) -> Iterator[bytes]:
    """Split a conversation's file: LE32 length, then the frame, as the wire brought it."""
    at = 0
    while at < len(raw):
        end = at + _LENGTH + int.from_bytes(raw[at : at + _LENGTH], "little")
        if end > len(raw) or end == at + _LENGTH:
            raise BadExport("a conversation was cut off")
        yield raw[at + _LENGTH : end]
        at = end


def sealed_name(talk: str, n: int) -> str:
    """Where the file lies that came with line n of a conversation."""
    return f"{talk.removesuffix(FRAMES)}-{n}{SEALED}"


def joined(frames: Iterator[bytes]) -> bytes:
    """Join frames to a conversation's file."""
    return b"".join(len(one).to_bytes(_LENGTH, "little") + one for one in frames)


def _key(cover: Cover, phrase: str) -> bytes:
    master = stretch(phrase, cover.salt)
    return kdf(master, 32, "pse1/export-key", cover.home, cover.salt)


def _aad(cover: Cover) -> bytes:
    home, salt = sized(cover.home, ID, "home"), sized(cover.salt, ID, "a salt")
    return labelled("pse1/export", VERSION, home, salt)


def _unzipped(path: Path) -> dict[str, bytes]:
    """Read every file, each named once and stored as it is."""
    try:
        with zipfile.ZipFile(path) as packed:
            entries = packed.infolist()
            names = [entry.filename for entry in entries]
            if len(set(names)) != len(names) or any(entry.compress_type for entry in entries):
                raise BadExport("not packed as a room packs it")
            return {name: packed.read(name) for name in names}
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError) as fault:
        raise BadExport("this is not a whole file of this kind") from fault
