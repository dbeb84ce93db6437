"""What conversations tell the rooms above and beside, in the same transaction."""

from dataclasses import dataclass

from alongside.relationships.models import Relationship


@dataclass(frozen=True)
class HelloGone:
    """An ask came to nothing, and what was written with it is gone.

    Whoever was asked learns of it only if a hello had come to them.
    """

    relationship: Relationship
    had_come: bool
