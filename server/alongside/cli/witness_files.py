"""What a witness keeps: its key, its note of what it saw last, and proof of a fork."""

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pse.base64url import from_text, to_text
from pse.ids import HASH, ID
from pse.merkle import LogAt
from pse.note import checked_name
from pse.refusal import Refused
from pse.strict_json import fields_of

KEY, SEEN = "alongside-witness-key", "alongside-witness-seen"
LARGEST = 65_536


class BadFile(Exception):
    """Not a file of a witness, or not what it was said to be; says so in one sentence."""


@dataclass(frozen=True)
class WitnessKey:
    """A partner organisation's own key and name."""

    name: str
    seed: bytes


@dataclass(frozen=True)
class Seen:
    """What was seen last of one programme: the tree, and the note it was signed in."""

    home: bytes
    log_key: bytes
    at: LogAt
    note: str


def new_key(path: Path, name: str) -> WitnessKey:
    """Make a key for its owner alone; never over another file."""
    key = WitnessKey(checked_name(name), secrets.token_bytes(HASH))
    content = {"kind": KEY, "version": 1, "name": key.name, "seed": to_text(key.seed)}
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise BadFile(f"{path} is there already, and is not written over.") from None
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
    return key


def read_key(path: Path) -> WitnessKey:
    """Read a witness's key."""
    found = _fields(path, KEY, {"name": str, "seed": str})
    return WitnessKey(checked_name(found["name"]), _bytes(path, found["seed"], HASH))


def read_seen(path: Path) -> Seen | None:
    """Read what was seen last; None before the first time."""
    if not path.exists():
        return None
    shape: dict[str, type] = {"home": str, "log": str, "size": int, "root": str, "note": str}
    found = _fields(path, SEEN, shape)
    at = LogAt(_bytes(path, found["root"], HASH), found["size"])
    home, log = _bytes(path, found["home"], ID), _bytes(path, found["log"], HASH)
    return Seen(home, log, at, found["note"])


def write_seen(path: Path, seen: Seen) -> None:
    """Write what was seen; whole or not at all."""
    content = {
        "kind": SEEN,
        "version": 1,
        "home": to_text(seen.home),
        "log": to_text(seen.log_key),
        "size": seen.at.size,
        "root": to_text(seen.at.root),
        "note": seen.note,
    }
    aside = path.with_name(f"{path.name}.aside")
    aside.write_text(json.dumps(content, indent=1), encoding="utf-8")
    aside.replace(path)


def keep_proof(path: Path, before: Seen | None, note: str, rows: bytes) -> Path:
    """Keep both signed notes, and the lines that came with the new one."""
    proof = _free(path.with_name(f"{path.name}.proof"))
    content = {
        "kind": "alongside-witness-proof",
        "version": 1,
        "before": None if before is None else before.note,
        "now": note,
        "rows": to_text(rows),
    }
    proof.write_text(json.dumps(content, indent=1), encoding="utf-8")
    return proof


def _free(path: Path) -> Path:
    found, turn = path, 1
    while found.exists():
        turn += 1
        found = path.with_name(f"{path.name}-{turn}")
    return found


def _fields(path: Path, kind: str, shape: dict[str, type]) -> dict[str, Any]:
    try:
        if path.stat().st_size > LARGEST:
            raise BadFile(f"{path.name} is too large.")
        content = json.loads(path.read_text(encoding="utf-8"))
        found = fields_of(content, {"kind": str, "version": int, **shape})
    except (OSError, ValueError, RecursionError, Refused) as fault:
        raise BadFile(f"{path.name} is not a file of a witness ({fault}).") from None
    if (found["kind"], found["version"]) != (kind, 1):
        raise BadFile(f"{path.name} is another kind of file.")
    return found


def _bytes(path: Path, text: str, size: int) -> bytes:
    try:
        return from_text(text, size=size)
    except Refused:
        raise BadFile(f"{path.name} does not hold what it should.") from None
