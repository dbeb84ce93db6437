"""The `alongside` command: one word, one deed."""

from alongside.cli.commands import main

__all__ = ["main"]
