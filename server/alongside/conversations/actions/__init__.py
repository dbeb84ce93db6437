"""Deeds with conversations: gates, going on, forgetting, and closing one's place."""

from alongside.conversations.actions.closing import Closed, close_place
from alongside.conversations.actions.forgetting import forget_expired, sweep_gone
from alongside.conversations.actions.gates import again

__all__ = ["Closed", "again", "close_place", "forget_expired", "sweep_gone"]
