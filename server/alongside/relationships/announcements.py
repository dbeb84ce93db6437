"""What relationships tell the rooms above, in the same transaction."""

from dataclasses import dataclass

from alongside.relationships.models import Pause, Plan, Relationship


@dataclass(frozen=True)
class AskMade:
    """A client asked, with the random bytes that bind the conversation's identifier."""

    relationship: Relationship
    rand: bytes


@dataclass(frozen=True)
class Agreed:
    """Both have signed the promise."""

    relationship: Relationship


@dataclass(frozen=True)
class AskLeft:
    """Declined, withdrawn or lapsed: it came to nothing."""

    relationship: Relationship


@dataclass(frozen=True)
class Ended:
    """One of the two ended it."""

    relationship: Relationship


@dataclass(frozen=True)
class Paused:
    """One of the two takes a pause."""

    relationship: Relationship
    pause: Pause


@dataclass(frozen=True)
class Resumed:
    """A pause is over: called back, or its day came."""

    relationship: Relationship
    pause: Pause


@dataclass(frozen=True)
class EndPlanned:
    """Until when they mean to walk together was said, moved, or taken away."""

    relationship: Relationship
    plan: Plan
