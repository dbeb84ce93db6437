"""Lower rooms tell what happened, not knowing who listens; wiring.py lists the listeners."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

Announcement = TypeVar("Announcement")
_listeners: dict[type, list[Callable[[Any], None]]] = defaultdict(list)


def announce(announcement: object) -> None:
    """Tell every listener now, in the order they were listed, in the same transaction."""
    for listener in _listeners[type(announcement)]:
        listener(announcement)


def listen(kind: type[Announcement], listener: Callable[[Announcement], None]) -> None:
    """Let a listener hear one kind of announcement; listing it twice changes nothing."""
    if listener not in _listeners[kind]:
        _listeners[kind].append(listener)


def listeners_of(kind: type) -> list[Callable[[Any], None]]:
    """Give who hears one kind of announcement, in their order."""
    return list(_listeners.get(kind, []))
