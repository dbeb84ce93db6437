"""What people tell the rooms above, in the same transaction."""

from dataclasses import dataclass

from alongside.people.models import Account


@dataclass(frozen=True)
class PlaceClosed:
    """Somebody closed their place for good."""

    account: Account
