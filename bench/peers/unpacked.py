"""Where Debian's servers lie once they are unpacked; they are fetched at the first run."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "var" / "peers"
ROOT = FOLDER / "root"
SCRIPT = Path(__file__).parent / "unpack.sh"
LIBRARIES = ROOT / "usr/lib/x86_64-linux-gnu"


@cache
def why_not() -> str | None:
    """Fetch and unpack them if they are not there; why they cannot be had, or None."""
    if (FOLDER / "unpacked").exists():
        return None
    done = subprocess.run([str(SCRIPT), str(FOLDER)], capture_output=True, text=True)
    if done.returncode:
        shutil.rmtree(FOLDER, ignore_errors=True)
        return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else "It failed."
    return None
