"""The folder of backups: which archives belong together, and keys that are too old.

Needs neither the house nor its settings, so that old keys go even when nothing else runs.
"""

import os
import re
import secrets
from datetime import UTC, datetime
from pathlib import Path

from alongside.ground.clock import day_of

CONTENT, KEYS = "content", "keys"
KEEP_KEYS_FOR = 7
STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"alongside-(content|keys)-(\d{8}T\d{6}Z)\.zip(\.partial)?")
_PIECE = 1024 * 1024


def prepare(folder: Path) -> None:
    """Make the folder and its two parts, for the owner alone."""
    for place in (folder, folder / CONTENT, folder / KEYS):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)


def path_for(folder: Path, part: str, stamp: str) -> Path:
    """Give where an archive is written."""
    return folder / part / f"alongside-{part}-{stamp}.zip"


def newest(folder: Path, part: str) -> Path | None:
    """Give the archive that was made last."""
    found = [path for path in (folder / part).glob("*.zip") if _NAME.fullmatch(path.name)]
    return max(found, default=None)


def destroy_old_keys(folder: Path, *, now: datetime) -> int:
    """Overwrite and delete key archives that are seven days old; gives how many there were."""
    old = [path for path in sorted((folder / KEYS).glob("*")) if _is_due(path, now=now)]
    for path in old:
        destroy(path)
    return len(old)


def destroy(path: Path) -> None:
    """Overwrite a file with chance and delete it."""
    left = path.stat().st_size
    with path.open("r+b") as file:
        while left > 0:
            left -= file.write(secrets.token_bytes(min(left, _PIECE)))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def _is_due(path: Path, *, now: datetime) -> bool:
    named = _NAME.fullmatch(path.name)
    if named is None:
        return False
    made = datetime.strptime(named[2], STAMP).replace(tzinfo=UTC)
    return day_of(now) - day_of(made) >= KEEP_KEYS_FOR
