"""The room's name for Django."""

from django.apps import AppConfig


class Web(AppConfig):
    """Pages without any key: the front of the house, and the desk for coordinators."""

    name = "alongside.web"
