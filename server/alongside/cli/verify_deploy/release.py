"""The release an installation is compared with: the hash of every file that is served."""

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MANIFEST = "app/manifest.json"
# Where the served files lie inside a wheel.
IN_WHEEL = f"alongside/public/{MANIFEST}"
ALONGSIDE = Path(__file__).resolve().parents[2]
INSTALLED = (ALONGSIDE / "public", ALONGSIDE.parents[1] / "var" / "public")
HEX = 64


class NoRelease(Exception):
    """There is nothing to compare with; says so in one sentence."""


@dataclass(frozen=True)
class Release:
    """SHA-256 by path, such as `app/room.js`; and of the list itself, where it is known."""

    files: Mapping[str, str]


def release_at(place: Path | None) -> Release:
    """Read a manifest, a wheel or a folder; without one, what is installed here."""
    if place is None:
        place = next((one for one in INSTALLED if (one / MANIFEST).is_file()), None)
        if place is None:
            raise NoRelease("no release is installed here: name one with --release.")
    try:
        return Release(read_manifest(_manifest_in(place)))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        raise NoRelease(f"{place} is no release: no manifest, wheel or folder.") from None


def read_manifest(content: bytes) -> dict[str, str]:
    """Give the hash of every file by its path; ValueError for anything else."""
    found: Any = json.loads(content)
    if not isinstance(found, dict) or found.get("version") != 1:
        raise ValueError("not a manifest of version 1")
    room, front = found["files"], found.get("front", {})
    if not (isinstance(room, dict) and isinstance(front, dict) and room):
        raise ValueError("a manifest lists files")
    files = {f"app/{name}": value for name, value in room.items()} | front
    if not all(isinstance(value, str) and len(value) == HEX for value in files.values()):
        raise ValueError("a manifest holds hashes")
    return files


def hash_of(content: bytes) -> str:
    """Give the SHA-256 as a manifest writes it."""
    return hashlib.sha256(content).hexdigest()


def _manifest_in(place: Path) -> bytes:
    if place.is_dir():
        place = next((path for path in _in_folder(place) if path.is_file()), place)
    if place.suffix == ".whl":
        with zipfile.ZipFile(place) as wheel:
            return wheel.read(IN_WHEEL)
    return place.read_bytes()


def _in_folder(folder: Path) -> tuple[Path, ...]:
    return (folder / MANIFEST, folder / "manifest.json", folder / IN_WHEEL)
