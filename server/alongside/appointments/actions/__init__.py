"""What two people do about meeting: say hours, propose, agree, move, cancel, tell."""

from alongside.appointments.actions.agreeing import agree, decline, lapse_unanswered, propose
from alongside.appointments.actions.changing import (
    agree_to_move,
    cancel,
    keep_time,
    let_go_of_future,
    move,
    rest_of_paused,
)
from alongside.appointments.actions.earlier import take_earlier, want_earlier
from alongside.appointments.actions.hours import forget_hours, put_hours
from alongside.appointments.actions.saying import forget_old, say

__all__ = [
    "agree",
    "agree_to_move",
    "cancel",
    "decline",
    "forget_hours",
    "forget_old",
    "keep_time",
    "lapse_unanswered",
    "let_go_of_future",
    "move",
    "propose",
    "put_hours",
    "rest_of_paused",
    "say",
    "take_earlier",
    "want_earlier",
]
