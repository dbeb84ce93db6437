"""`alongside open-export FILE`: the same as the `pse_open.py` inside the file."""

from pse.open_export import describe, run

__all__ = ["describe", "run"]
