"""What the room of consent tells the rooms beside it, in the same transaction."""

from dataclasses import dataclass

from alongside.consent.models import Emergency, Telling


@dataclass(frozen=True)
class Told:
    """A client signed that something is told."""

    telling: Telling
    today: int


@dataclass(frozen=True)
class Opened:
    """Whoever was told opened it for the first time."""

    telling: Telling
    today: int


@dataclass(frozen=True)
class Stopped:
    """It is told no more: `telling.ended_by` says why."""

    telling: Telling
    today: int


@dataclass(frozen=True)
class EmergencyShown:
    """A client was told that somebody outside was told."""

    emergency: Emergency
    today: int


@dataclass(frozen=True)
class EmergencyConfirmed:
    """A second person confirmed it; told to a client who knows of it."""

    emergency: Emergency
    today: int
