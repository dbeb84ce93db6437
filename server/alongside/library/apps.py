"""The room's name for Django."""

from django.apps import AppConfig


class Library(AppConfig):
    """Stories of recovery: handed in, looked at twice, read by a second person, withdrawn."""

    name = "alongside.library"
    verbose_name = "library"
