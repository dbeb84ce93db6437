"""Where the help lines of the room are read from; wiring.py says it.

Apart from the page that answers with them: every command connects the rooms, and few of them
answer anybody.
"""

from collections.abc import Callable, Sequence
from typing import Any

# What people see today, in a language.
Source = Callable[[str], Sequence[Any]]
_sources: list[Source] = []


def read_from(source: Source) -> None:
    """Say where the lines people see today are read from."""
    _sources[:] = [source]


def lines_in(language: str) -> list[Any]:
    """Give the lines people see today."""
    return [line for source in _sources for line in source(language)]
