"""Giving one's word, what becomes of it, contacts elsewhere, and counts handed in."""

from alongside.promises.actions.contacts import forget_old_contacts, note_contact, take_out
from alongside.promises.actions.pledging import (
    end_pledges,
    forget_pledges,
    let_silent_stand,
    move,
    pledge,
    say,
)
from alongside.promises.actions.replies import forget_reply_counts, hand_in

__all__ = [
    "end_pledges",
    "forget_old_contacts",
    "forget_pledges",
    "forget_reply_counts",
    "hand_in",
    "let_silent_stand",
    "move",
    "note_contact",
    "pledge",
    "say",
    "take_out",
]
