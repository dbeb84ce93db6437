"""The room's name for Django."""

from django.apps import AppConfig


class Counts(AppConfig):
    """What a programme may know of many people at once."""

    name = "alongside.counts"
