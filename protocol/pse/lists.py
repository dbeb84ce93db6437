"""Where the lists are: beside this package in the repository, inside it once installed."""

from pathlib import Path

_INSIDE = Path(__file__).parent / "lists"
FOLDER = _INSIDE if _INSIDE.is_dir() else Path(__file__).parents[1]


def written(name: str) -> str:
    """Give the text of one list, such as `words/five.en.txt`."""
    return (FOLDER / name).read_text(encoding="utf-8")
