"""What the room of keys tells the rooms above, in the same transaction."""

from dataclasses import dataclass

from alongside.people.models import Account


@dataclass(frozen=True)
class LockRenewed:
    """Somebody proves who they are in another way from now on."""

    account: Account


@dataclass(frozen=True)
class WordTakenBack:
    """The programme does not stand behind a specialist any more."""

    account: Account
