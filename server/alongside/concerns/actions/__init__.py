"""Deeds with concerns and measures: raising, answering, deciding, appealing, forgetting."""

from alongside.concerns.actions.answering import answer, look, note_among_officers
from alongside.concerns.actions.appealing import appeal, owe_for_appeals
from alongside.concerns.actions.forgetting import (
    forget_of_closed,
    forget_old_concerns,
    owe_for_near_days,
)
from alongside.concerns.actions.lasting import (
    end_measures,
    forget_old_measures,
    part_from_removed,
)
from alongside.concerns.actions.late import owe_for_late_appeals, owe_for_late_concerns
from alongside.concerns.actions.measuring import MeasurePaper, decide, second, set_measure
from alongside.concerns.actions.raising import (
    ReportPaper,
    add,
    ask_again,
    raise_concern,
    take_back,
)
from alongside.concerns.actions.tallying import forget_old_tallies
from alongside.concerns.actions.terms import name_partners, promise

__all__ = [
    "MeasurePaper",
    "ReportPaper",
    "add",
    "answer",
    "appeal",
    "ask_again",
    "decide",
    "end_measures",
    "forget_of_closed",
    "forget_old_concerns",
    "forget_old_measures",
    "forget_old_tallies",
    "look",
    "name_partners",
    "note_among_officers",
    "owe_for_appeals",
    "owe_for_late_appeals",
    "owe_for_late_concerns",
    "owe_for_near_days",
    "part_from_removed",
    "promise",
    "raise_concern",
    "second",
    "set_measure",
    "take_back",
]
