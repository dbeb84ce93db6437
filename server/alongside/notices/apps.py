"""The room's name for Django."""

from django.apps import AppConfig


class Notices(AppConfig):
    """Where specialists and coordinators can be reached, and what is owed to them."""

    name = "alongside.notices"
