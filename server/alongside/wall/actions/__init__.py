"""Telling people what happened around them, and forgetting what is told after its time.

Any room above may call `note` (or `note_all` for several people at once), in the transaction
of what it tells of: there is no deed without its row, and no row without its deed.
"""

from alongside.wall.actions.at_the_desk import tell_looks, tell_people, tell_seen, tell_taken
from alongside.wall.actions.forgetting import forget_all, forget_old
from alongside.wall.actions.reading import read_wall
from alongside.wall.actions.telling import Note, note, note_all, tell_exported
from alongside.wall.rules import Kind, Page

__all__ = [
    "Kind",
    "Note",
    "Page",
    "forget_all",
    "forget_old",
    "note",
    "note_all",
    "read_wall",
    "tell_exported",
    "tell_looks",
    "tell_people",
    "tell_seen",
    "tell_taken",
]
