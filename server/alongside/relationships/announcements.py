"""What relationships tell the rooms above, in the same transaction."""

from dataclasses import dataclass

from alongside.relationships.models import Agreement, Handover, Pause, Plan, Relationship


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
class PromiseSigned:
    """The first of the two signed a promise that counts once the other has signed it too."""

    relationship: Relationship
    agreement: Agreement


@dataclass(frozen=True)
class PromiseKept:
    """One of the two said no to a promise that promises less: the old one stays."""

    relationship: Relationship
    agreement: Agreement


@dataclass(frozen=True)
class HandoverSuggested:
    """The programme or the specialist thinks of somebody; only the client can ask them."""

    handover: Handover


@dataclass(frozen=True)
class HandoverAsked:
    """The client asks somebody to take over or to stand in."""

    handover: Handover


@dataclass(frozen=True)
class HandoverAgreed:
    """Whoever was asked said yes: the client's room may let them in."""

    handover: Handover


@dataclass(frozen=True)
class HandoverTogether:
    """A header names the one who came: three read."""

    handover: Handover


@dataclass(frozen=True)
class StayNamed:
    """The client named, moved or dropped the day until which the one before stays."""

    handover: Handover


@dataclass(frozen=True)
class HandoverDone:
    """The talk goes on with the one who came."""

    handover: Handover


@dataclass(frozen=True)
class HandoverOver:
    """It is over, the talk stays where it was: a no, a change of mind, the end of a cover."""

    handover: Handover
    by: int


@dataclass(frozen=True)
class HistoryGiven:
    """The client let the one who came read of before; all of it, or some."""

    handover: Handover
    is_all: bool


@dataclass(frozen=True)
class BreakPlanned:
    """The specialist of a talk planned a break, changed it, or is back: both rooms ask."""

    relationship: Relationship
