"""Deeds with notices: leaving an address, owing a note, sending it."""

from alongside.notices.actions.hearing import hear_here, hush, hush_all
from alongside.notices.actions.owing import came_in, owe_coordinators, owe_every_coordinator
from alongside.notices.actions.reaching import (
    confirm,
    forget_reach,
    forget_unproven,
    leave_address,
    stop,
)
from alongside.notices.actions.sending import send_due, send_trial

__all__ = [
    "came_in",
    "confirm",
    "forget_reach",
    "forget_unproven",
    "hear_here",
    "hush",
    "hush_all",
    "leave_address",
    "owe_coordinators",
    "owe_every_coordinator",
    "send_due",
    "send_trial",
    "stop",
]
