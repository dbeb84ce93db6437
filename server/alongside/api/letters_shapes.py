"""How sealed letters travel: who opens one with what, and who its readers are."""

from collections.abc import Iterable
from typing import Annotated, Protocol

from pydantic import Field

from alongside.api.consent import SignerShape
from alongside.api.papers import endorsement_of, key_records_of
from alongside.api.shapes import Bytes, Hash, Id, Shape, WrapBytes
from alongside.keys.letters import MOST_READERS, Keyed, LetterPaper
from alongside.keys.queries import Signed
from alongside.people.models import Account

Box = Annotated[Bytes, Field(max_length=70_000)]


class Wrapped(Protocol):
    """The key of something for one reader, as a room of the house keeps it."""

    account: Account
    kr_hash: bytes


class ReaderShape(Shape):
    """What one reader opens something with, and the record it was sealed to."""

    account_id: Id
    kr_hash: Hash
    wrap: WrapBytes

    def read(self) -> Keyed:
        """Read it."""
        return Keyed(self.account_id, self.kr_hash, self.wrap)


class LetterInShape(Shape):
    """A sealed letter, as it is handed in."""

    id: Id
    box: Box
    readers: Annotated[list[ReaderShape], Field(min_length=1, max_length=MOST_READERS)]

    def read(self) -> LetterPaper:
        """Read it."""
        return LetterPaper(self.id, self.box, [one.read() for one in self.readers])


class NamedReaderShape(Shape):
    """Who a report or a letter was sealed to."""

    account_id: Id
    kr_hash: Hash


def signer(signed: Signed) -> SignerShape:
    """Write who somebody is, for others to check."""
    return SignerShape(
        account_id=signed.account.ref,
        key_records=key_records_of(signed),
        endorsement=endorsement_of(signed),
    )


def named_readers(wraps: Iterable[Wrapped]) -> list[NamedReaderShape]:
    """Write who something was sealed to, by identifier."""
    named = [
        NamedReaderShape(account_id=one.account.ref, kr_hash=bytes(one.kr_hash))
        for one in wraps
    ]
    return sorted(named, key=lambda one: one.account_id)
