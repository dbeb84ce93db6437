"""What people tell the rooms above, in the same transaction."""

from dataclasses import dataclass

from alongside.people.models import Account


@dataclass(frozen=True)
class Blocked:
    """Somebody wants to hear no more of somebody; the other never learns of it."""

    person: Account
    by: Account


@dataclass(frozen=True)
class WayLeft:
    """What came by one way in was signed out: a device was left, lost or taken away."""

    account: Account
    way: bytes


@dataclass(frozen=True)
class EverywhereLeft:
    """Every sign-in of somebody ended at once."""

    account: Account


@dataclass(frozen=True)
class PlaceClosed:
    """Somebody closed their place for good."""

    account: Account


@dataclass(frozen=True)
class HoldTold:
    """Something is held about somebody until a day, and they may know."""

    account: Account
    until_on: int


@dataclass(frozen=True)
class HoldOver:
    """Nothing is held about somebody any more."""

    account: Account


@dataclass(frozen=True)
class SignedOutByProgramme:
    """The programme ended every sign-in of somebody."""

    account: Account
