"""The room's name for Django."""

from django.apps import AppConfig


class Ripple(AppConfig):
    """How far support is passed on."""

    name = "alongside.ripple"
