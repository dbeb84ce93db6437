"""The room's name for Django."""

from django.apps import AppConfig


class Keys(AppConfig):
    """Ways in, sealed keys and state, key records, endorsements and signed profiles."""

    name = "alongside.keys"
