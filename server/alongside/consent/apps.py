"""The room's name for Django."""

from django.apps import AppConfig


class Consent(AppConfig):
    """What is told about somebody, to whom and until when; sealed, and accounted for."""

    name = "alongside.consent"
