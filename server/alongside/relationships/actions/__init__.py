"""What two people do: ask, agree, leave. One transaction each, announced upward."""

from alongside.relationships.actions.agreeing import agree, bring_promises, keep_old_promise
from alongside.relationships.actions.asking import AskPaper, accept, ask
from alongside.relationships.actions.inviting import (
    InvitePaper,
    forget_invites,
    invite,
    look_at_invite,
    take_all_invites_back,
    take_invite_back,
)
from alongside.relationships.actions.leaving import (
    block,
    decline,
    end,
    lapse_silent,
    leave_all,
    withdraw,
)

__all__ = [
    "AskPaper",
    "InvitePaper",
    "accept",
    "agree",
    "ask",
    "block",
    "bring_promises",
    "decline",
    "end",
    "forget_invites",
    "invite",
    "keep_old_promise",
    "lapse_silent",
    "leave_all",
    "look_at_invite",
    "take_all_invites_back",
    "take_invite_back",
    "withdraw",
]
