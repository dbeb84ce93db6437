"""Deeds with conversations: gates, going on, forgetting, and closing one's place."""

from alongside.conversations.actions.closing import Closed, close_place
from alongside.conversations.actions.company import (
    MOST_WRAPS,
    Granted,
    give_history,
    look,
    look_everywhere,
)
from alongside.conversations.actions.forgetting import forget_expired, sweep_gone
from alongside.conversations.actions.gates import again
from alongside.conversations.actions.letting_go import forget_old_relationships
from alongside.conversations.actions.taking_back import forget_taken_back
from alongside.conversations.actions.waiting import forget_old_waits, owe_for_long_waits

__all__ = [
    "MOST_WRAPS",
    "Closed",
    "Granted",
    "again",
    "close_place",
    "forget_expired",
    "forget_old_relationships",
    "forget_old_waits",
    "forget_taken_back",
    "give_history",
    "look",
    "look_everywhere",
    "owe_for_long_waits",
    "sweep_gone",
]
