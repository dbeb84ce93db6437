"""The room's name for Django."""

from django.apps import AppConfig


class Api(AppConfig):
    """How rooms speak to the server: typed JSON, one router for each room."""

    name = "alongside.api"
