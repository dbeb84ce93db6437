"""Every way to change one bit, and every way to change one field."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any

import pytest

from pse.refusal import Refused
from pse.vectors.change import flip


def every_bit(raw: bytes) -> Iterator[bytes]:
    """The bytes with one bit changed, for each bit."""
    for at in range(len(raw)):
        for bit in range(8):
            yield flip(raw, at, bit)


def assert_all_refused(raw: bytes, take: Callable[[bytes], Any]) -> None:
    take(raw)
    for changed in every_bit(raw):
        with pytest.raises(Refused):
            take(changed)


def assert_every_field_matters(record: Any, take: Callable[[Any], Any]) -> None:
    """Change each bit of each bytes field, and each number and text."""
    take(record)
    for field in fields(record):
        for value in others(getattr(record, field.name)):
            with pytest.raises(Refused):
                take(replace(record, **{field.name: value}))


def others(value: Any) -> list[Any]:
    if isinstance(value, bytes):
        return list(every_bit(value))
    if isinstance(value, int):
        return [value + 1, value + 256, 2**53 - 1] + ([value - 1] if value else [])
    if isinstance(value, tuple):
        return [(), value[:1], value[::-1]]
    return [value + " ", value.upper(), ""]
