"""What relationships tell the rooms above, in the same transaction."""

from dataclasses import dataclass

from alongside.relationships.models import Agreement, Pause, Plan, Relationship


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


@dataclass(frozen=True)
class BothWishBack:
    """After an end both wish to meet again."""

    relationship: Relationship


@dataclass(frozen=True)
class PromiseChanged:
    """The promise promises more, or only tells something new: it counts from now on."""

    relationship: Relationship
    agreement: Agreement


@dataclass(frozen=True)
class PromiseOffered:
    """A promise that promises less was put before both; it counts once both have agreed."""

    relationship: Relationship
    agreement: Agreement


@dataclass(frozen=True)
class PromiseAgreed:
    """Both have signed a later edition of their promise."""

    relationship: Relationship
    agreement: Agreement


@dataclass(frozen=True)
class PromiseKept:
    """One of the two said no to a promise that promises less: the old one stays."""

    relationship: Relationship
    agreement: Agreement
