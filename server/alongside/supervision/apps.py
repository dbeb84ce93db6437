"""The room's name for Django."""

from django.apps import AppConfig


class Supervision(AppConfig):
    """Times at which a specialist and whoever supports them think together, sealed to both."""

    name = "alongside.supervision"
