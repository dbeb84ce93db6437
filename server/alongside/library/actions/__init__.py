"""Handing a story in, reading it as a second person, answering it, and withdrawing it."""

from alongside.library.actions.answering import answer
from alongside.library.actions.handing_in import (
    ChangedElsewhere,
    Given,
    NotAStory,
    NotYet,
    StoriesFull,
    YesMoved,
    go_on,
    hand_in,
    look_at_own,
)
from alongside.library.actions.judging import (
    NotAgreed,
    NotAsItWas,
    NotTwo,
    SayWhy,
    ask_for_changes,
    publish,
    take_down,
)
from alongside.library.actions.standing import (
    ask_if_it_stands,
    keep,
    set_aside_unanswered,
)
from alongside.library.actions.withdrawing import (
    forget_withdrawn,
    set_aside_restored,
    take_back_use,
    withdraw,
    withdraw_of_closed,
)

__all__ = [
    "ChangedElsewhere",
    "Given",
    "NotAStory",
    "NotAgreed",
    "NotAsItWas",
    "NotTwo",
    "NotYet",
    "SayWhy",
    "StoriesFull",
    "YesMoved",
    "answer",
    "ask_for_changes",
    "ask_if_it_stands",
    "forget_withdrawn",
    "go_on",
    "hand_in",
    "keep",
    "look_at_own",
    "publish",
    "set_aside_restored",
    "set_aside_unanswered",
    "take_back_use",
    "take_down",
    "withdraw",
    "withdraw_of_closed",
]
