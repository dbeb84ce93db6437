"""What the room of repairs tells the rooms above, in the same transaction."""

from dataclasses import dataclass

from alongside.relationships.models import Relationship


@dataclass(frozen=True)
class RepairOpened:
    """Somebody said that something did not sit right."""

    relationship: Relationship


@dataclass(frozen=True)
class RepairAnswered:
    """The other replied; told once, however many replies follow."""

    relationship: Relationship
    in_time: bool


@dataclass(frozen=True)
class RepairClosed:
    """Whoever said it closed it; how they closed it is sealed."""

    relationship: Relationship
