"""The room's name for Django."""

from django.apps import AppConfig


class Circles(AppConfig):
    """Circles: what they are called, who waits, who was named; who reads is in the headers."""

    name = "alongside.circles"
