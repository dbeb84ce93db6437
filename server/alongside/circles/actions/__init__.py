"""What people do with circles: lead, ask, let in, leave, take away, appeal."""

from alongside.circles.actions.appealing import answer_appeal, appeal
from alongside.circles.actions.asking import ask, decline, let_in, take_ask_back
from alongside.circles.actions.forgetting import forget_of_closed, forget_old_circles
from alongside.circles.actions.leading import (
    CirclesOff,
    NotNowInCircle,
    Unanswered,
    WrittenMeanwhile,
    begin,
    end_circle,
    fill_in_assessment,
    host_no,
    host_yes,
    invite_to_host,
    name_and_open,
    step_down,
)
from alongside.circles.actions.leaving import leave, remove

__all__ = [
    "CirclesOff",
    "NotNowInCircle",
    "Unanswered",
    "WrittenMeanwhile",
    "answer_appeal",
    "appeal",
    "ask",
    "begin",
    "decline",
    "end_circle",
    "fill_in_assessment",
    "forget_of_closed",
    "forget_old_circles",
    "host_no",
    "host_yes",
    "invite_to_host",
    "leave",
    "let_in",
    "name_and_open",
    "remove",
    "step_down",
    "take_ask_back",
]
