"""Where sealed pieces lie: a folder beside the database, or a bucket that speaks S3."""

from collections.abc import Sequence
from typing import Protocol

from django.conf import settings

from alongside.files.storage.bucket import reached
from alongside.files.storage.folder import Folder


class Storage(Protocol):
    """All that is asked of a place for pieces. Names are letters, digits and dashes."""

    def put(self, name: str, raw: bytes) -> None:
        """Keep a piece whole or not at all; one of this name is written over."""

    def get(self, name: str) -> bytes | None:
        """Give a piece; None if it is not here."""

    def delete(self, names: Sequence[str]) -> None:
        """Delete pieces; those that are not here are deleted too."""


def storage() -> Storage:
    """Give the place that the settings name."""
    if settings.FILES is None:
        return Folder(settings.DATA / "files")
    return reached(settings.FILES)
