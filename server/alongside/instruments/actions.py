"""Adding a pack and taking it away."""

import hashlib
import json
from pathlib import Path
from typing import Any

from alongside.instruments.queries import MOST, folder
from pse.instrument import Pack, pack_hash, read_pack
from pse.refusal import Refused as NotAPack
from pse.strict_json import parse, write


class CannotAdd(Exception):
    """A pack that is not added, and why in one sentence."""


def checked(raw: bytes, *, sha256: str) -> Pack:
    """The pack in these bytes; CannotAdd unless they are what their publisher named."""
    if hashlib.sha256(raw).hexdigest() != sha256.strip().lower():
        raise CannotAdd("These are not the bytes that this SHA-256 belongs to: it was altered.")
    try:
        return read_pack(raw)
    except NotAPack as refusal:
        raise CannotAdd(f"This pack cannot be used: {refusal}.") from refusal


def add(raw: bytes, *, sha256: str, by: str, permission: str, today: int) -> Pack:
    """Keep the pack with who attests that it may be used here, and how they know."""
    if not by.strip() or not permission.strip():
        raise CannotAdd("Say who attests that it may be used here, and how they know.")
    pack = checked(raw, sha256=sha256)
    if len(list(folder().glob("*.json"))) >= MOST and not _path(pack.id).exists():
        raise CannotAdd(f"There are {MOST} packs; take one away first.")
    manifest: Any = parse(raw)
    attest = {"by": by.strip(), "day": today, "words": permission.strip()}
    kept = write({**manifest, "attest": attest})
    try:
        made = read_pack(kept)
    except NotAPack as refusal:
        raise CannotAdd(f"This cannot be attested: {refusal}.") from refusal
    _keep(made.id, kept)
    return made


def remove(id: str) -> bool:
    """Take a pack away; what people answered stays theirs. False where there was none."""
    known = {path.stem for path in folder().glob("*.json")}
    if id not in known:
        return False
    _path(id).unlink()
    _path(id).with_suffix(".sha256").unlink(missing_ok=True)
    return True


def example() -> str:
    """An empty pack to fill in, as JSON that people can read."""
    empty = {
        "attest": {"by": "", "day": 0, "words": ""},
        "change": {},
        "id": "our-questions",
        "langs": {"en": {"ask": "", "items": ["..."], "title": "...", "words": ["no", "yes"]}},
        "license": {
            "name": "...",
            "text": "The whole text of the licence, or of the permission.",
        },
        "score": {},
        "source": "",
        "ver": 1,
    }
    return json.dumps(empty, indent=2)


def _path(id: str) -> Path:
    return folder() / f"{id}.json"


def _keep(id: str, kept: bytes) -> None:
    folder().mkdir(mode=0o700, exist_ok=True)
    _path(id).with_suffix(".sha256").write_text(pack_hash(kept).hex(), encoding="ascii")
    _path(id).write_bytes(kept)
