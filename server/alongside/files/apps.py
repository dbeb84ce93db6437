"""The room's name for Django."""

from django.apps import AppConfig


class Files(AppConfig):
    """Sealed pieces of files, and where they lie."""

    name = "alongside.files"
