"""Rows as lines of JSON and back, the same for both databases."""

import base64
import json
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import models

AT_ONCE = 200
Model = type[models.Model]
_MOMENTS = (models.DateField, models.TimeField)


def columns_of(model: Model) -> list[str]:
    """Name what a row consists of."""
    return [field.attname for field in model._meta.concrete_fields]


def lines_of(model: Model) -> Iterator[bytes]:
    """Give every row of a table as one line, in the order of its key."""
    fields = model._meta.concrete_fields
    found = model._base_manager.order_by("pk").values_list(*columns_of(model))
    for row in found.iterator(chunk_size=AT_ONCE):
        values = [_told(field, value) for field, value in zip(fields, row, strict=True)]
        yield json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def row_of(model: Model, columns: Sequence[str], line: bytes) -> models.Model:
    """Make a row from its line; ValueError for a line that is none."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    named = zip(columns, json.loads(line), strict=True)
    return model(**{name: _read(fields[name], value) for name, value in named})


def _told(field: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(field, models.BinaryField):
        return base64.b64encode(bytes(value)).decode("ascii")
    return value.isoformat() if isinstance(field, _MOMENTS) else value


def _read(field: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(field, models.BinaryField):
        return base64.b64decode(value, validate=True)
    return field.to_python(value) if isinstance(field, _MOMENTS) else value
