"""The room's name for Django."""

from django.apps import AppConfig


class Programme(AppConfig):
    """The one programme: its settings, the promise they add up to, its seats and its door."""

    name = "alongside.programme"
