"""Being counted, steps for others, and invitations. One transaction each."""

from alongside.ripple.actions.inviting import (
    NoInvitation,
    came,
    count_whose_quarter_is_over,
    forget_invitations,
    invite,
    take_invitation_back,
)
from alongside.ripple.actions.steps import (
    NotThisStep,
    answer,
    ask_for,
    be_counted,
    count_who_is_due,
    forget_of_closed,
    stop_being_counted,
    take_back,
)

__all__ = [
    "NoInvitation",
    "NotThisStep",
    "answer",
    "ask_for",
    "be_counted",
    "came",
    "count_who_is_due",
    "count_whose_quarter_is_over",
    "forget_invitations",
    "forget_of_closed",
    "invite",
    "stop_being_counted",
    "take_back",
    "take_invitation_back",
]
