"""The files of a demonstration: its roster key and everyone's words, for the owner only."""

import json
import os
import secrets
from pathlib import Path
from typing import Any

from pse.base64url import from_text, to_text

ROSTER_FILE = "roster-key.json"
KIND = "alongside-roster-key"


def roster_seed(data: Path, *, home: bytes) -> bytes:
    """Give the seed of the roster key of this home; draw it the first time."""
    path = data / ROSTER_FILE
    kept = read(path) if path.exists() else {}
    if kept.get("home") != to_text(home):
        kept = {"kind": KIND, "version": 1, "home": to_text(home), "seed": to_text(_seed())}
        write(path, kept)
    return from_text(kept["seed"], size=32)


def read(path: Path) -> dict[str, Any]:
    """Read one of the files."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def write(path: Path, content: dict[str, Any]) -> None:
    """Write one of the files whole, readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.new")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=2)
    aside.replace(path)


def _seed() -> bytes:
    return secrets.token_bytes(32)
