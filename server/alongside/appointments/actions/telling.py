"""Rooms are told that something about a time changed; they ask what."""

from alongside.appointments.happening import OfAppointment
from alongside.conversations.actions.gates import tell_both


def tell_rooms(happened: OfAppointment) -> None:
    """Let both rooms ask the house, at once."""
    tell_both(happened.relationship)
