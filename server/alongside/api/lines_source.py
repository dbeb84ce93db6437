"""Where the help lines of the room are read from; wiring.py says it.

Apart from the page that answers with them: every command connects the rooms, and few of them
answer anybody.
"""

from collections.abc import Callable, Sequence
from typing import Any

# What people see today, in a language.
Source = Callable[[str], Sequence[Any]]
# The emergency number of a country, or nothing.
Number = Callable[[str], str]
_sources: list[Source] = []
_numbers: list[Number] = []


def read_from(source: Source, *, number: Number) -> None:
    """Say where the lines people see today are read from, and a country's number."""
    _sources[:] = [source]
    _numbers[:] = [number]


def emergency_number(country: str) -> str:
    """Give the number to ring there when a life is in danger; empty where we know none."""
    return next((number(country) for number in _numbers), "")


def lines_in(language: str) -> list[Any]:
    """Give the lines people see today."""
    return [line for source in _sources for line in source(language)]
