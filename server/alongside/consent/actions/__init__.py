"""Telling with somebody's yes, telling no more, and what was told without it."""

from alongside.consent.actions.emergencies import (
    EmergencyGiven,
    NotTwo,
    NotYetSafe,
    confirm,
    confirm_at_desk,
    enter,
    owe_for_looking_again,
    say_about_talk,
    tell_client,
    tell_client_from_desk,
)
from alongside.consent.actions.ending import (
    end_of_closed,
    end_what_is_over,
    forget_old_accounts,
    withdraw,
)
from alongside.consent.actions.telling import (
    Found,
    NotTheirKeys,
    TellingMoved,
    TellingPaper,
    TellingsFull,
    open_by_link,
    open_told,
    tell,
)

__all__ = [
    "EmergencyGiven",
    "Found",
    "NotTheirKeys",
    "NotTwo",
    "NotYetSafe",
    "TellingMoved",
    "TellingPaper",
    "TellingsFull",
    "confirm",
    "confirm_at_desk",
    "end_of_closed",
    "end_what_is_over",
    "enter",
    "forget_old_accounts",
    "open_by_link",
    "open_told",
    "owe_for_looking_again",
    "say_about_talk",
    "tell",
    "tell_client",
    "tell_client_from_desk",
    "withdraw",
]
