"""The room's name for Django."""

from django.apps import AppConfig


class Certificates(AppConfig):
    """What a programme stands by, as files."""

    name = "alongside.certificates"
