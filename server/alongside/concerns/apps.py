"""The room's name for Django."""

from django.apps import AppConfig


class Concerns(AppConfig):
    """Concerns that get answered; what they say is sealed to safety officers."""

    name = "alongside.concerns"
