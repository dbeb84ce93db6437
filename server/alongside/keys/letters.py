"""Sealed letters between people of the programme: for exactly the readers each has to have.

Concerns, measures and times to think together are written in them (protocol/envelope.md, 19).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from alongside.ground.refusal import Refused
from alongside.keys.queries import signed_of
from alongside.people.models import Account

# Eight officers, and who writes to them.
MOST_READERS = 9
# What stands in the place of a key that was destroyed.
NO_WRAP = bytes(112)


@dataclass(frozen=True)
class Keyed:
    """What one reader opens something with."""

    account_id: bytes
    kr_hash: bytes
    wrap: bytes


@dataclass(frozen=True)
class LetterPaper:
    """A sealed letter as a room hands it in."""

    id: bytes
    box: bytes
    wraps: list[Keyed]


class ReadersMoved(Refused):
    """Other people may read it by now, or with other keys: the room seals it anew."""

    code = "readers-moved"
    words = "Who may read this has changed. Please send it again."
    status = 409


class EnoughToday(Refused):
    """A day holds so much; nothing is shut for longer than that day."""

    code = "enough-today"
    words = "That is a lot for one day. All you sent has arrived. Tomorrow you can send more."


class EnoughInAll(Refused):
    """One person's letters about one thing have an end: whoever reads opens them all."""

    code = "enough-in-all"
    words = "That is a lot about one thing. All you sent has arrived; no more can be added."


def keys_of(people: Collection[Account], wraps: Iterable[Keyed]) -> dict[int, Keyed]:
    """Give each of these their wrap; ReadersMoved unless it is for them all, and them alone."""
    given = {one.account_id: one for one in wraps}
    signed = signed_of(people)
    newest = {one.account.ref: bytes(one.records[-1].kr_hash) for one in signed.values()}
    if {ref: one.kr_hash for ref, one in given.items()} != newest:
        raise ReadersMoved
    return {one.pk: given[one.ref] for one in people}
