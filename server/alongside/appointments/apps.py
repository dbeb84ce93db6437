"""The room's name for Django."""

from django.apps import AppConfig


class Appointments(AppConfig):
    """When two people meet. Where and how is sealed, and never known here."""

    name = "alongside.appointments"
