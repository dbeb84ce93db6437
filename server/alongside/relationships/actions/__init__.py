"""What two people do: ask, agree, rest, plan, leave. One transaction each, announced upward."""

from alongside.relationships.actions.agreeing import agree, bring_promises, keep_old_promise
from alongside.relationships.actions.asking import AskPaper, accept, ask
from alongside.relationships.actions.breaks import (
    begin_breaks,
    end_break,
    forget_breaks,
    plan_break,
)
from alongside.relationships.actions.following import (
    call_off,
    follow_header,
    lapse_silent_handovers,
)
from alongside.relationships.actions.handing_over import (
    HandoverPaper,
    ask_over,
    no_to_suggestion,
    say_no_over,
    say_yes_over,
    suggest,
    suggest_at_desk,
)
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
    end_all,
    lapse_silent,
    leave_all,
    unblock,
    withdraw,
)
from alongside.relationships.actions.letting_go import forget_relationship
from alongside.relationships.actions.meeting_again import forget_ways_back, wish_back
from alongside.relationships.actions.pausing import (
    forget_pauses,
    pause,
    rest_all,
    resume,
    wake_all,
    wake_paused,
)
from alongside.relationships.actions.planning import drop_wish, plan, put_reminder_away
from alongside.relationships.actions.staying import stay_until
from alongside.relationships.actions.weighing import weigh

__all__ = [
    "AskPaper",
    "HandoverPaper",
    "InvitePaper",
    "accept",
    "agree",
    "ask",
    "ask_over",
    "begin_breaks",
    "block",
    "bring_promises",
    "call_off",
    "decline",
    "drop_wish",
    "end",
    "end_all",
    "end_break",
    "follow_header",
    "forget_breaks",
    "forget_invites",
    "forget_pauses",
    "forget_relationship",
    "forget_ways_back",
    "invite",
    "keep_old_promise",
    "lapse_silent",
    "lapse_silent_handovers",
    "leave_all",
    "look_at_invite",
    "no_to_suggestion",
    "pause",
    "plan",
    "plan_break",
    "put_reminder_away",
    "rest_all",
    "resume",
    "say_no_over",
    "say_yes_over",
    "stay_until",
    "suggest",
    "suggest_at_desk",
    "take_all_invites_back",
    "take_invite_back",
    "unblock",
    "wake_all",
    "wake_paused",
    "weigh",
    "wish_back",
    "withdraw",
]
