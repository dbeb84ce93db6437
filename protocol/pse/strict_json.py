"""One JSON profile in which every value has exactly one spelling (envelope.md, section 1)."""

import json
from collections.abc import Mapping
from typing import Any, NoReturn

from .pae import LARGEST
from .refusal import Malformed, Unknown

Json = bool | int | str | list[Any] | dict[str, Any]
DEEPEST = 4


def write(value: Json) -> bytes:
    """Write a value in its one spelling; Malformed for anything the profile does not hold."""
    _check(value, DEEPEST)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def parse(raw: bytes) -> Json:
    """Read a value; Malformed unless `raw` is exactly what `write` would give."""
    try:
        value: Json = json.loads(
            raw.decode("utf-8"), parse_float=_refuse, parse_constant=_refuse
        )
    except (ValueError, RecursionError):
        raise Malformed("not JSON") from None
    if write(value) != raw:
        raise Malformed("JSON in another spelling than the strict one")
    return value


def parse_fields(raw: bytes, fields: Mapping[str, type]) -> dict[str, Any]:
    """Read an object of exactly these fields, each of its type; Malformed or Unknown else."""
    return fields_of(parse(raw), fields)


def fields_of(value: object, fields: Mapping[str, type]) -> dict[str, Any]:
    """Give back an object of exactly these fields, each of its type."""
    if type(value) is not dict:
        raise Malformed("an object was expected")
    if value.keys() != fields.keys():
        raise Unknown("fields that the page does not name, or too few")
    for name, kind in fields.items():
        if type(value[name]) is not kind:
            raise Malformed(f"the field {name} has another type")
    return value


def text_within(value: object, longest: int, *, shortest: int = 0) -> str:
    """Give back text of so many code points; Malformed for anything else."""
    if type(value) is not str or not shortest <= len(value) <= longest:
        raise Malformed(f"text of {shortest} to {longest} characters was expected")
    return value


def _check(value: object, depth: int) -> None:
    if type(value) is dict:
        _check_object(value, depth)
    elif type(value) is list:
        _check_all(value, depth)
    elif type(value) is str:
        _check_text(value)
    elif type(value) is int:
        if not 0 <= value <= LARGEST:
            raise Malformed("an integer from 0 to 2^53-1 was expected")
    elif type(value) is not bool:
        raise Malformed("only objects, arrays, text, integers, true and false")


def _check_object(value: dict[Any, Any], depth: int) -> None:
    for name in value:
        _check_text(name)
    _check_all(list(value.values()), depth)


def _check_all(values: list[Any], depth: int) -> None:
    if depth == 0:
        raise Malformed("deeper than four")
    for value in values:
        _check(value, depth - 1)


def _check_text(value: object) -> None:
    if type(value) is not str:
        raise Malformed("a name is text")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise Malformed("text with a lone surrogate") from None


def _refuse(text: str) -> NoReturn:
    raise ValueError(text)
