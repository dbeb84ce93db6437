"""The room's name for Django."""

from django.apps import AppConfig


class Promises(AppConfig):
    """What was said would be done, by which day, and what became of it; never the words."""

    name = "alongside.promises"
