"""Tells the live wire, once a change is kept, that rows it relies on are different now.

An event is one line: "conv:<hex>", "session:<id>" or "account:<hex>".
"""

import re
from collections.abc import Callable

from django.db import connection, transaction

CHANNEL = "alongside_wire"
_EVENT = re.compile(r"(conv|account):[0-9a-f]{32}|session:\S{1,64}")
_listeners: list[Callable[[str], None]] = []


def tell(event: str) -> None:
    """Let the wire reread what the event names, once this transaction is kept."""
    if not _EVENT.fullmatch(event):
        raise ValueError("not an event of the wire")
    if connection.vendor == "postgresql":
        _notify(event)
    for listener in tuple(_listeners):
        transaction.on_commit(_telling(listener, event), robust=True)


def register(listener: Callable[[str], None]) -> None:
    """Let a relay in this process hear every event; it is called from the writer's thread."""
    if listener not in _listeners:
        _listeners.append(listener)


def unregister(listener: Callable[[str], None]) -> None:
    """Stop telling a relay that is closing."""
    if listener in _listeners:
        _listeners.remove(listener)


def _notify(event: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, event])


def _telling(listener: Callable[[str], None], event: str) -> Callable[[], None]:
    def told() -> None:
        listener(event)

    return told
