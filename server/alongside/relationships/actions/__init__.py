"""What two people do: ask, agree, leave. One transaction each, announced upward."""

from alongside.relationships.actions.asking import AskPaper, accept, ask
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
    "accept",
    "ask",
    "block",
    "decline",
    "end",
    "lapse_silent",
    "leave_all",
    "withdraw",
]
