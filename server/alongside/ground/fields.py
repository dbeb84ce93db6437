"""Columns of bytes: sealed boxes, keys and identifiers, of lengths the database keeps to."""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

IDENTIFIER = (16,)
HASH = (32,)
KEY = (32,)
SIGNATURE = (64,)
# What a seal adds (73 bytes) and the four sizes that a text is padded to.
SEALED = (1_097, 4_169, 16_457, 65_609)


class BytesField(models.BinaryField):  # type: ignore[type-arg]
    """Bytes of one of the given lengths; any other length is refused by the database."""

    _pyi_private_get_type: bytes
    _pyi_private_set_type: bytes

    def __init__(self, *args: Any, lengths: tuple[int, ...] = (), **kwargs: Any) -> None:
        self.lengths = lengths
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Write the lengths into migrations."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | ({"lengths": self.lengths} if self.lengths else {})

    def db_check(self, connection: BaseDatabaseWrapper) -> str | None:
        """Let the column itself refuse other lengths."""
        if not self.lengths:
            return None
        listed = ", ".join(str(int(length)) for length in self.lengths)
        return f"LENGTH({connection.ops.quote_name(str(self.column))}) IN ({listed})"
