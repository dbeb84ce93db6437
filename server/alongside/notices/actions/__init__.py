"""Deeds with notices: leaving an address, owing a note, sending it."""

from alongside.notices.actions.asked import owe_person
from alongside.notices.actions.hearing import hear_here, hush, hush_all
from alongside.notices.actions.owing import (
    came_in,
    came_to_desk,
    owe_coordinators,
    owe_every_coordinator,
)
from alongside.notices.actions.phoning import leave_number, show_code, take_number_away
from alongside.notices.actions.reaching import (
    confirm,
    forget_reach,
    forget_unproven,
    leave_address,
    stop,
)
from alongside.notices.actions.sending import send_due, send_trial
from alongside.notices.actions.times import (
    end_calendar,
    forget_reminded,
    make_calendar,
    owe_for_times,
)

__all__ = [
    "came_in",
    "came_to_desk",
    "confirm",
    "end_calendar",
    "forget_reach",
    "forget_reminded",
    "forget_unproven",
    "hear_here",
    "hush",
    "hush_all",
    "leave_address",
    "leave_number",
    "make_calendar",
    "owe_coordinators",
    "owe_every_coordinator",
    "owe_for_times",
    "owe_person",
    "send_due",
    "send_trial",
    "show_code",
    "stop",
    "take_number_away",
]
