"""Builds `kernel.wasm`, which the listening coach's encoder runs on, of `kernel.wat`.

The text is ours and people read it; wabt, from the npm lock file, turns it into what a browser
runs: the same bytes each time.
"""

import subprocess
from pathlib import Path

import node

PROJECT = Path(__file__).resolve().parent.parent
TEXT = PROJECT / "browser" / "listening" / "kernel.wat"
SCRIPT = PROJECT / "tools" / "kernel.js"
BUILT = PROJECT / "var" / "made" / "kernel.wasm"


def build() -> Path:
    """Write the file if what it is made of has changed; give its place."""
    newest = max(path.stat().st_mtime_ns for path in (Path(__file__), SCRIPT, TEXT))
    if not BUILT.exists() or BUILT.stat().st_mtime_ns <= newest:
        if not (PROJECT / "node_modules" / "wabt").exists():
            node.install_locked()
        BUILT.parent.mkdir(parents=True, exist_ok=True)
        made = subprocess.run(
            [node.folder() / "node", SCRIPT, TEXT, BUILT],
            cwd=PROJECT,
            check=False,
            capture_output=True,
            text=True,
        )
        if made.returncode:
            raise SystemExit(f"kernel.wat could not be assembled:\n{made.stderr[:800]}")
    return BUILT
