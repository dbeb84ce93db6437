"""The room's name for Django."""

from django.apps import AppConfig


class Conversations(AppConfig):
    """The sealed log: gates the relay obeys, and forgetting."""

    name = "alongside.conversations"
