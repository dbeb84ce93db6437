"""Searches for texts that must not be anywhere: in every file, however they were written."""

import base64
import gzip
import hashlib
import io
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Hit:
    """One marker, found in one place."""

    marker: str
    place: str
    written_as: str


def writings(marker: str) -> dict[str, bytes]:
    """Give the ways in which a text may have been written down."""
    plain = marker.encode()
    return {
        "utf-8": plain,
        "utf-16": marker.encode("utf-16-le"),
        "hex": plain.hex().encode(),
        "url": urllib.parse.quote(marker).encode(),
        "form": urllib.parse.quote_plus(marker).encode(),
        **{f"base64 at {shift}": _base64_core(plain, shift) for shift in range(3)},
    }


def hits_in(data: bytes, markers: list[str], *, place: str) -> list[Hit]:
    """Find every marker in some bytes; base64url is read as base64, packed bytes unpacked."""
    found = []
    for layer in _layers(data):
        folded = layer.lower()
        standard = layer.replace(b"-", b"+").replace(b"_", b"/")
        for marker in markers:
            for how, needle in writings(marker).items():
                where = standard if how.startswith("base64") else folded
                wanted = needle if how.startswith("base64") else needle.lower()
                if wanted in where:
                    found.append(Hit(marker, place, how))
    return found


def hits_below(folder: Path, markers: list[str]) -> tuple[list[Hit], int]:
    """Search every file below a folder; answer the hits and how many files were read.

    What several browsers fetched is the same for all of them, and searched once.
    """
    found: list[Hit] = []
    known: set[bytes] = set()
    read = 0
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            read += 1
            raw = path.read_bytes()
            digest = hashlib.sha256(raw).digest()
            if digest not in known:
                known.add(digest)
                found += hits_in(raw, markers, place=str(path.relative_to(folder)))
            found += hits_in(path.name.encode(), markers, place=f"name of {path.name}")
    return found, read


def _base64_core(plain: bytes, shift: int) -> bytes:
    """Give the characters of base64 that do not depend on what stands before and after."""
    coded = base64.b64encode(b"\0" * shift + plain)
    first = {0: 0, 1: 2, 2: 3}[shift]
    return coded[first : (len(plain) + shift) // 3 * 4]


def _layers(data: bytes) -> Iterator[bytes]:
    yield data
    if data[:4] == b"PK\x03\x04" and zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            for name in opened.namelist():
                yield name.encode()
                yield from _layers(opened.read(name))
    if data[:2] == b"\x1f\x8b":
        try:
            yield gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            return
