"""`alongside setup`: a programme from zero, one question at a time or from a file."""

from alongside.cli.setup.command import describe, run

__all__ = ["describe", "run"]
