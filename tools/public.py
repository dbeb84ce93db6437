"""Copies what browsers may fetch into var/public, compressed beside it, with all hashes."""

import gzip
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import brotli

PROJECT = Path(__file__).resolve().parent.parent
PUBLIC = PROJECT / "var" / "public"
SEEN = PROJECT / "var" / "assembled.json"
# Where a folder of the project is served; the protocol's lists go to the room as they are.
PLACES = (
    ("browser", "app"),
    ("protocol/words", "app/protocol/words"),
    ("protocol/promise", "app/protocol/promise"),
    ("protocol/facts.json", "app/protocol/facts.json"),
    ("var/made/pse_open.txt", "app/protocol/pse_open.txt"),
    ("var/made/practice.json", "app/protocol/practice.json"),
    ("var/made/kernel.wasm", "app/listening/kernel.wasm"),
    ("coach/packs/open", "app/packs/open"),
)
SERVED = {".html", ".js", ".mjs", ".css", ".json", ".txt", ".svg", ".woff2", ".png", ".ico"}
SERVED |= {".webmanifest", ".bin", ".wasm"}
COMPRESSED = SERVED - {".woff2", ".png", ".ico"}
# Weights of a pack hardly shrink: 23 seconds of trying harder save half a percent of them.
QUALITY = {".bin": 5}
LEFT_OUT = {"tests", "node_modules"}

Mark = tuple[str, int, int]


def assemble() -> int:
    """Bring var/public up to date; give how many files changed."""
    wanted = {target: source for source, target in _files()}
    seen = _seen()
    marks = {target: _mark(source) for target, source in wanted.items()}
    changed = [
        target
        for target, mark in marks.items()
        if seen.get(target, {}).get("mark") != list(mark) or not _is_whole(PUBLIC / target)
    ]
    gone = [target for target in seen if target not in wanted]
    for target in changed:
        _copy(wanted[target], PUBLIC / target)
    for target in gone:
        _remove(PUBLIC / target)
    if changed or gone or not SEEN.exists():
        _write_down(marks, seen, set(changed))
    return len(changed) + len(gone)


def _files() -> Iterator[tuple[Path, str]]:
    places = [*PLACES, *_static_places()]
    for place, target in places:
        source = PROJECT / place
        if source.is_file():
            yield source, target
        for path in _walk(source):
            yield path, f"{target}/{path.relative_to(source).as_posix()}"


def _static_places() -> Iterator[tuple[str, str]]:
    for folder in sorted((PROJECT / "server" / "alongside").glob("*/static")):
        yield folder.relative_to(PROJECT).as_posix(), "static"


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in LEFT_OUT)
        for name in sorted(names):
            if Path(name).suffix in SERVED and name not in {"package.json", "tsconfig.json"}:
                yield Path(parent, name)


def _mark(source: Path) -> Mark:
    status = source.stat()
    return source.relative_to(PROJECT).as_posix(), status.st_mtime_ns, status.st_size


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    if target.suffix in COMPRESSED:
        _compress(target)


def _compress(target: Path) -> None:
    content = target.read_bytes()
    _beside(target, ".gz").write_bytes(gzip.compress(content, 9, mtime=0))
    quality = QUALITY.get(target.suffix, 11)
    _beside(target, ".br").write_bytes(brotli.compress(content, quality=quality))


def _is_whole(target: Path) -> bool:
    endings = ("", ".gz", ".br") if target.suffix in COMPRESSED else ("",)
    return all(_beside(target, ending).exists() for ending in endings)


def _remove(target: Path) -> None:
    for path in (target, _beside(target, ".gz"), _beside(target, ".br")):
        path.unlink(missing_ok=True)


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(target.name + ending)


def _seen() -> dict[str, dict[str, object]]:
    try:
        return dict(json.loads(SEEN.read_text()))
    except (FileNotFoundError, ValueError):
        return {}


def _write_down(
    marks: dict[str, Mark], seen: dict[str, dict[str, object]], changed: set[str]
) -> None:
    known = {
        target: {
            "mark": mark,
            "sha256": _hash(PUBLIC / target) if target in changed else seen[target]["sha256"],
        }
        for target, mark in sorted(marks.items())
    }
    SEEN.parent.mkdir(parents=True, exist_ok=True)
    SEEN.write_text(json.dumps(known))
    hashes = {target: entry["sha256"] for target, entry in known.items()}
    front = {name: found for name, found in hashes.items() if not name.startswith("app/")}
    room = {name[4:]: found for name, found in hashes.items() if name not in front}
    _write_manifest(PUBLIC / "app" / "manifest.json", {"files": room, "front": front})


def _write_manifest(path: Path, listed: dict[str, dict[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    content = (json.dumps({**listed, "version": 1}, indent="\t") + "\n").encode()
    path.write_bytes(content)
    _compress(path)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
