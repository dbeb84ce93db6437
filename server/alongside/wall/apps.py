"""The room's name for Django."""

from django.apps import AppConfig


class Wall(AppConfig):
    """What happened around each person, in an account that nobody can thin out unseen."""

    name = "alongside.wall"
