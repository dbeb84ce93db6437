"""What the room of repairs tells the rooms above, in the same transaction."""

from dataclasses import dataclass

from alongside.people.models import Account
from alongside.relationships.models import Relationship


@dataclass(frozen=True)
class RepairOpened:
    """Somebody said that something did not sit right."""

    relationship: Relationship
    said_by: Account


@dataclass(frozen=True)
class RepairAnswered:
    """The other replied; told once, however many replies follow."""

    relationship: Relationship
    said_by: Account
    in_time: bool


@dataclass(frozen=True)
class RepairClosed:
    """Whoever said it closed it; how they closed it is sealed."""

    relationship: Relationship
    said_by: Account
