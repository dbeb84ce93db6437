"""Where a page of a list goes on, as an address carries it: a day and a number, or a number."""

import re
from collections.abc import Container

from django.http import HttpRequest

_MARK = re.compile(r"(-?\d{1,6})\.(\d{1,12})", re.ASCII)
_NUMBER = re.compile(r"\d{1,12}", re.ASCII)


def mark_in(request: HttpRequest) -> tuple[int, int] | None:
    """Give the mark an address carries; None for the beginning, or for anything odd."""
    found = _MARK.fullmatch(request.GET.get("after", ""))
    return (int(found[1]), int(found[2])) if found else None


def written(mark: tuple[int, int] | None) -> str:
    """Give a mark as an address carries it; nothing at the end of a list."""
    return "" if mark is None else f"{mark[0]}.{mark[1]}"


def number_in(request: HttpRequest, name: str) -> int:
    """Give a number an address carries; 0 for anything odd."""
    return number_typed(request.GET.get(name, ""))


def number_typed(typed: str) -> int:
    """Give a whole number of up to twelve digits; 0 for anything odd."""
    found = _NUMBER.fullmatch(typed)
    return int(found[0]) if found else 0


def one_of(request: HttpRequest, name: str, known: Container[str], *, otherwise: str) -> str:
    """Give the choice an address carries, if it is one."""
    asked = request.GET.get(name, "")
    return asked if asked in known else otherwise
