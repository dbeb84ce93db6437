"""Which packs are installed, each as it was when it was added."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from pse.instrument import LARGEST, Pack, is_attested, pack_hash, read_pack
from pse.refusal import Refused as NotAPack

MOST = 20


@dataclass(frozen=True)
class Installed:
    """One pack, its bytes, and the hash it was added with."""

    pack: Pack
    raw: bytes
    hash: bytes


def folder() -> Path:
    """Where packs lie."""
    return Path(settings.DATA) / "packs"


def installed() -> list[Installed]:
    """Every pack that is as it was when it was added; an altered one is not served."""
    found = (_read(path) for path in sorted(folder().glob("*.json"))[:MOST])
    return [one for one in found if one is not None]


def altered() -> list[str]:
    """Names of packs that are not as they were added."""
    paths = sorted(folder().glob("*.json"))[:MOST]
    return [path.stem for path in paths if _read(path) is None]


def _read(path: Path) -> Installed | None:
    try:
        raw = path.read_bytes()[: LARGEST + 1]
        known = bytes.fromhex(path.with_suffix(".sha256").read_text(encoding="ascii").strip())
        pack = read_pack(raw)
    except (OSError, ValueError, NotAPack):
        return None
    is_whole = pack_hash(raw) == known and pack.id == path.stem and is_attested(raw)
    return Installed(pack, raw, known) if is_whole else None
