"""Vectors as JSON: bytes are {"hex": ...}, odd numbers {"odd_number": ...}."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from pse.entry import Entry
from pse.epoch import Epoch, Member

Value = Any


def to_json(value: Value) -> Value:
    """Write a value so that both languages read the same one."""
    if isinstance(value, bytes):
        return {"hex": value.hex()}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(name): to_json(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    if isinstance(value, int) and not isinstance(value, bool) and not 0 <= value < 2**53:
        return {"odd_number": str(value)}
    return {"odd_number": repr(value)} if isinstance(value, float) else value


def from_json(value: Value) -> Value:
    """Read what `to_json` wrote."""
    if isinstance(value, dict):
        return _object_from(value)
    return [from_json(item) for item in value] if isinstance(value, list) else value


def made(kind: Callable[..., Value], given: Mapping[str, Value]) -> Value:
    """One of our records from a vector's object."""
    return kind(**given)


def entry_of(given: Mapping[str, Value]) -> Entry:
    """An entry from a vector's object."""
    return Entry(**given)


def epoch_of(given: Mapping[str, Value]) -> Epoch:
    """A header from a vector's object."""
    rows = tuple(Member(**row) for row in given["members"])
    return Epoch(**{**given, "members": rows})


def wraps_of(given: list[list[bytes]]) -> dict[bytes, bytes]:
    """Wraps from a vector's list of (id, wrap)."""
    return {row[0]: row[1] for row in given}


def _object_from(value: dict[str, Value]) -> Value:
    if value.keys() == {"hex"}:
        return bytes.fromhex(value["hex"])
    if value.keys() == {"odd_number"}:
        text = value["odd_number"]
        return float(text) if "." in text else int(text)
    return {name: from_json(item) for name, item in value.items()}
