"""The room's name for Django."""

from django.apps import AppConfig


class Relationships(AppConfig):
    """Asking, agreeing, ending: what two people are to each other."""

    name = "alongside.relationships"
