"""The room's name for Django."""

from django.apps import AppConfig


class Matching(AppConfig):
    """Wishes that were handed over, and proposals that both people answer."""

    name = "alongside.matching"
