"""The room's name for Django."""

from django.apps import AppConfig


class Timers(AppConfig):
    """What happens by itself: what is due is a query, done once, safe to repeat."""

    name = "alongside.timers"
