"""The room's name for Django."""

from django.apps import AppConfig


class Repairs(AppConfig):
    """What did not sit right, until whoever said so closes it; no words are kept here."""

    name = "alongside.repairs"
