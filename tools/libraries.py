"""Fetches the room's locked libraries and lays them where a browser can load them.

The room imports `vendor/lit.js`, `vendor/lit/directives/repeat.js` and, in crypto/ alone,
`vendor/libsodium-wrappers.mjs`. Only import specifiers change: `from "lit-html"` becomes a
relative path. Every other byte is the publisher's, and each assembled file has to match the
hash recorded in vendor.json.
"""

import hashlib
import json
import posixpath
import re
import shutil
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
MODULES = PROJECT / "node_modules"
VENDOR = PROJECT / "browser" / "vendor"
RECORD = PROJECT / "tools" / "vendor.json"
FOLDERS = {
    "libsodium-wrappers-sumo": "",
    "libsodium-sumo": "",
    "lit": "lit",
    "lit-html": "lit-html",
    "lit-element": "lit-element",
    "@lit/reactive-element": "reactive-element",
}
ENTRIES = (
    "libsodium-wrappers-sumo",
    "lit",
    "lit/directives/class-map.js",
    "lit/directives/guard.js",
    "lit/directives/if-defined.js",
    "lit/directives/keyed.js",
    "lit/directives/live.js",
    "lit/directives/ref.js",
    "lit/directives/repeat.js",
)
SPECIFIER = re.compile(r"""(\b(?:from|import)\s*\(?\s*)(["'])([^"'\n]+)\2""")
CONDITIONS = ("browser", "import", "default")


def lay_out() -> None:
    """Fill browser/vendor/ anew, and refuse a library that is not the recorded one."""
    files = assembled()
    _refuse_strangers({name: _hash(content) for name, content in files.items()})
    shutil.rmtree(VENDOR, ignore_errors=True)
    for name, content in files.items():
        path = VENDOR / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def record() -> None:
    """Write down the hashes of the libraries as they are now, for people to review."""
    hashes = {name: _hash(content) for name, content in sorted(assembled().items())}
    RECORD.write_text(json.dumps(hashes, indent="\t") + "\n")


def assembled() -> dict[str, bytes]:
    """Give every file the room's libraries need, by its place in the vendor folder."""
    files: dict[str, bytes] = {}
    waiting = [_resolve(entry) for entry in ENTRIES]
    while waiting:
        source = waiting.pop()
        if _place(source) not in files:
            files[_place(source)], needed = _rewritten(source)
            waiting += _declared(needed) if _is_declaration(source) else needed
            waiting += _types_of(source)
    return files


def _rewritten(source: Path) -> tuple[bytes, list[Path]]:
    needed: list[Path] = []

    def relative(match: re.Match[str]) -> str:
        target = _target(match[3], source)
        if target is None:
            return match[0]
        needed.append(target)
        if match[3].startswith("."):
            return match[0]
        start = posixpath.dirname(_place(source))
        path = posixpath.relpath(_place(target), start)
        path = path if path.startswith(".") else f"./{path}"
        return f"{match[1]}{match[2]}{path}{match[2]}"

    return SPECIFIER.sub(relative, source.read_text()).encode(), needed


def _target(specifier: str, source: Path) -> Path | None:
    if specifier.startswith("."):
        return (source.parent / specifier).resolve()
    return _resolve(specifier) if _package_of(specifier) in FOLDERS else None


def _resolve(specifier: str) -> Path:
    package = _package_of(specifier)
    described = json.loads((MODULES / package / "package.json").read_text())
    key = "." + specifier.removeprefix(package)
    exports = described.get("exports", {})
    chosen = exports[key] if key in exports else described.get("module", described.get("main"))
    return (MODULES / package / _chosen(chosen)).resolve()


def _chosen(entry: Any) -> str:
    while isinstance(entry, dict):
        entry = next(entry[condition] for condition in CONDITIONS if condition in entry)
    return str(entry)


def _package_of(specifier: str) -> str:
    return "/".join(specifier.split("/")[: 2 if specifier.startswith("@") else 1])


def _place(source: Path) -> str:
    relative = source.relative_to(MODULES).as_posix()
    package = _package_of(relative)
    inside = relative.removeprefix(f"{package}/").removeprefix("development/")
    if package == "lit" and posixpath.dirname(inside) == "":
        inside = inside.replace("index.", "../lit.")
    inside = inside if FOLDERS[package] else posixpath.basename(inside)
    return posixpath.normpath(posixpath.join(FOLDERS[package], inside))


def _types_of(source: Path) -> list[Path]:
    """Find the declarations of a script: for the type checker alone, never served."""
    package = MODULES / _package_of(source.relative_to(MODULES).as_posix())
    name = source.name.replace(".mjs", ".d.mts").replace(".js", ".d.ts")
    beside = source.with_name(name)
    development = package / "development" / beside.relative_to(package)
    return [path for path in (beside, development) if path.exists() and path != source]


def _declared(scripts: list[Path]) -> list[Path]:
    """Follow a declaration's imports to declarations only, never to a development build."""
    beside = [path.with_suffix(".d.ts") for path in scripts]
    return [path for path in beside if path.exists()]


def _is_declaration(source: Path) -> bool:
    return source.name.endswith((".d.ts", ".d.mts"))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _refuse_strangers(hashes: dict[str, str]) -> None:
    recorded = json.loads(RECORD.read_text())
    changed = sorted(
        name for name in hashes | recorded if hashes.get(name) != recorded.get(name)
    )
    if changed:
        raise SystemExit(
            f"These libraries are not the recorded ones: {', '.join(changed)}. "
            "If you changed them on purpose, run: python tools/assemble.py --record"
        )
