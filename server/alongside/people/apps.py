"""The room's name for Django."""

from django.apps import AppConfig


class People(AppConfig):
    """Who is here: accounts, roles, sign-ins, blocks, and those who sit at the desk."""

    name = "alongside.people"
