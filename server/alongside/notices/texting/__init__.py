"""Short notes as text messages: an interface of one deed, and the one provider behind it."""

from alongside.notices.texting.carrying import (
    is_ready,
    is_set_up,
    may_text_to,
    names_beginnings,
    send,
)
from alongside.notices.texting.outcome import Outcome

__all__ = ["Outcome", "is_ready", "is_set_up", "may_text_to", "names_beginnings", "send"]
