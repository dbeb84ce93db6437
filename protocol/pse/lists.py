"""Where the lists are: beside this package in the repository, inside it once installed."""

from pathlib import Path

_INSIDE = Path(__file__).parent / "lists"
FOLDER = _INSIDE if _INSIDE.is_dir() else Path(__file__).parents[1]
