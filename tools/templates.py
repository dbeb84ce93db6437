"""Checks the shape of every template; changes nothing."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Give 0 when every template has the shape djade would give it."""
    found = PROJECT.glob("server/alongside/*/templates/**/*.html")
    templates = sorted(str(path) for path in found)
    if not templates:
        return 0
    djade = Path(sys.executable).with_name("djade")
    return subprocess.run(
        [djade, "--check", "--target-version", "5.2", *templates], check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
