"""Small files with names that say what is in them, and nothing left for later."""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
LONGEST = 400
WRITTEN = {".py", ".js", ".css", ".html", ".sh"}
DRAWERS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "core",
    "base",
    "manager",
    "managers",
    "service",
    "services",
    "misc",
    "shared",
}
LATER = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
WORKPLACE = re.compile(
    r"(?<![\w.])/(?:wo" + r"rk|tm" + r"p)/|registry\.npm" + r"js|files\.python" + r"hosted"
)


@cache
def files():
    """Every file that is or may be committed: what git knows, and what it would add."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = (PROJECT / line for line in listed.stdout.splitlines())
    return sorted(path for path in paths if path.is_file())


def written():
    return [
        path for path in files() if path.suffix in WRITTEN and "migrations" not in path.parts
    ]


def test_no_file_is_longer_than_a_sitting():
    long = {
        path.relative_to(PROJECT).as_posix(): count
        for path in written()
        if (count := len(path.read_text().splitlines())) > LONGEST
    }

    assert not long


def test_nothing_is_a_drawer():
    drawers = [
        path.relative_to(PROJECT).as_posix()
        for path in files()
        if DRAWERS
        & {part.lower() for part in (*path.relative_to(PROJECT).parts[:-1], path.stem)}
    ]

    assert not drawers


@pytest.mark.parametrize(
    ("mark", "why"), [(LATER, "left for later"), (WORKPLACE, "names a place outside")]
)
def test_nothing_is_left_lying_about(mark, why):
    found = [
        f"{path.relative_to(PROJECT)}:{number}"
        for path in files()
        if path.suffix in WRITTEN | {".md", ".json", ".toml", ".lock", ".yaml", ""}
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), start=1)
        if mark.search(line)
    ]

    assert not found, why


def test_nobody_swallows_a_fault():
    found = [
        path.relative_to(PROJECT).as_posix()
        for path in written()
        if path.suffix == ".py" and re.search(r"except[^\n]*:\s*\n\s*pass\b", path.read_text())
    ]

    assert not [
        name
        for name in found
        if not name.startswith(("tests/", "server/alongside/ground/secrets.py"))
    ]


def test_libraries_are_fetched_and_never_committed():
    assert not [path for path in files() if {"vendor", "node_modules"} & set(path.parts)]
    assert not [
        path for path in files() if path.suffix in {".wasm", ".mjs", ".whl", ".sqlite3"}
    ]
