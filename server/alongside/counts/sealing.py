"""What an open batch is sealed and tagged with: keys of the server's own and of its salt.

The salt goes when the batch closes. Then nobody can tell whose a tag was, or open a tally.
"""

import hashlib
from dataclasses import dataclass

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from alongside.people.hidden import hidden

# Two numbers below 256 in one byte each.
_WIDTH = 2


@dataclass(frozen=True)
class Tally:
    """How many are in an open batch, and how many of them said yes."""

    people: int = 0
    said_yes: int = 0

    def with_one(self, *, yes: bool) -> "Tally":
        """Count one more."""
        return Tally(self.people + 1, self.said_yes + yes)


def tag_of(salt: bytes, ref: bytes) -> bytes:
    """Give what says that somebody is in a batch, and says it in this batch alone."""
    key = hidden(b"counts-period", salt)
    return hashlib.blake2b(ref, key=key, digest_size=32, person=b"counts-spent").digest()


def seal(tally: Tally, salt: bytes) -> bytes:
    """Seal a tally; the same one never looks the same."""
    return bytes(_box(salt).encrypt(bytes((tally.people, tally.said_yes))))


def opened(sealed: bytes, salt: bytes) -> Tally | None:
    """Open a tally; None if this server did not seal it."""
    try:
        raw = _box(salt).decrypt(sealed)
    except CryptoError:
        return None
    return Tally(*raw) if len(raw) == _WIDTH else None


def _box(salt: bytes) -> SecretBox:
    return SecretBox(hidden(b"counts-tally", salt))
