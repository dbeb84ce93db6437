"""What clients, the desk and specialists do on the way to each other."""

from alongside.matching.actions.rounds import (
    NeedsExtra,
    NotFreeNow,
    approve,
    drop,
    look_for_matches,
)
from alongside.matching.actions.wishes import (
    WishPaper,
    ask_for_someone_else,
    count_and_forget,
    forget_figures,
    forget_of_closed,
    hand_over,
    keep_apart_after_no,
    lapse_proposals,
    name_not_these,
    say_no,
    say_yes,
    take_wish_back,
)

__all__ = [
    "NeedsExtra",
    "NotFreeNow",
    "WishPaper",
    "approve",
    "ask_for_someone_else",
    "count_and_forget",
    "drop",
    "forget_figures",
    "forget_of_closed",
    "hand_over",
    "keep_apart_after_no",
    "lapse_proposals",
    "look_for_matches",
    "name_not_these",
    "say_no",
    "say_yes",
    "take_wish_back",
]
