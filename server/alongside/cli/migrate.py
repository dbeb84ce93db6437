"""`alongside migrate`: the tables as this version needs them."""

import argparse

from django.core.management import call_command

from alongside.cli.door import open_house


def describe(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(_words: argparse.Namespace) -> int:
    """Apply what is missing; repeating it changes nothing."""
    open_house()
    apply()
    print("The database is up to date.")
    return 0


def apply() -> None:
    """Apply every migration that is missing, quietly."""
    call_command("migrate", verbosity=0, interactive=False)
