"""Deeds with concerns: raising, adding, looking, answering, forgetting."""

from alongside.concerns.actions.answering import answer, look, note_among_officers
from alongside.concerns.actions.forgetting import (
    forget_of_closed,
    forget_old_concerns,
    owe_for_near_days,
)
from alongside.concerns.actions.raising import (
    ReportPaper,
    add,
    ask_again,
    raise_concern,
    take_back,
)
from alongside.concerns.actions.sending import Keyed, LetterPaper
from alongside.concerns.actions.terms import name_partners, promise

__all__ = [
    "Keyed",
    "LetterPaper",
    "ReportPaper",
    "add",
    "answer",
    "ask_again",
    "forget_of_closed",
    "forget_old_concerns",
    "look",
    "name_partners",
    "note_among_officers",
    "owe_for_near_days",
    "promise",
    "raise_concern",
    "take_back",
]
