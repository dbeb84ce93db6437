"""What the programme tells the rooms above, in the same transaction."""

from dataclasses import dataclass

from alongside.people.models import Account


@dataclass(frozen=True)
class DebriefMoved:
    """A talk after a hard contact was asked for, or has a day: this person is to hear of it."""

    to: Account
