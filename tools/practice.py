"""Puts what the practice room needs into one file, so that one fetch brings all of it."""

import json
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
PRACTICE = PROJECT / "coach" / "practice"
BUILT = PROJECT / "var" / "made" / "practice.json"
MOODS = ("hope", "ordinary", "hard", "night")


def build() -> Path:
    """Write the file where it changed; give its place."""
    people = [_read(file) for file in sorted((PRACTICE / "people").glob("*.json"))]
    people.sort(key=lambda person: (MOODS.index(person["mood"]), person["name"]))
    units = [_read(file) for file in (PRACTICE / "units").glob("*.json")]
    units.sort(key=lambda unit: unit["number"])
    all_of_it = {"people": people, "units": units}
    content = json.dumps(all_of_it, ensure_ascii=False, separators=(",", ":"))
    if not BUILT.exists() or BUILT.read_text(encoding="utf-8") != content:
        BUILT.parent.mkdir(parents=True, exist_ok=True)
        BUILT.write_text(content, encoding="utf-8")
    return BUILT


def _read(file: Path) -> dict[str, Any]:
    return dict(json.loads(file.read_text(encoding="utf-8")))
