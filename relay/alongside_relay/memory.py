"""What the writer still knows from its last commits, so that the next need not ask again.

It holds only what is certain. Sign-ins and gates are forgotten as soon as anybody else has
written to the database; a head is read again then, and what belongs to its conversation is kept
only if it stands where this relay left it. A relay that forgot everything reads it again.
"""

from .rows import Gate, Head, Place, Token

MOST_CONVERSATIONS = 20_000
MOST_SIGN_INS = 40_000
MOST_HASHES = 64


class Known:
    """One conversation: where it stands, how far each has written, its newest hashes."""

    __slots__ = ("hashes", "head", "places", "sure")

    def __init__(self, head: Head | None, sure: int) -> None:
        self.head = head
        self.sure = sure
        self.places: dict[int, Place] = {}
        self.hashes: dict[int, bytes] = {}

    def grow(self, head: Head) -> None:
        """The chain has one entry more."""
        self.head = head
        self.hashes[head.n] = head.h

    def make_room(self) -> None:
        """Between commits only: what a batch names is looked up once, before it grows."""
        if len(self.hashes) > MOST_HASHES:
            for n in sorted(self.hashes)[: -MOST_HASHES // 2]:
                del self.hashes[n]


class Memory:
    """One writer's, in its thread. Whatever fails on the way to a commit calls `forget`."""

    def __init__(self) -> None:
        self.tokens: dict[int, Token] = {}
        self.gates: dict[bytes, Gate] = {}
        self._known: dict[int, Known] = {}
        self._sure = 0

    def forget(self) -> None:
        """A commit did not hold: nothing is certain."""
        self.doubt()
        self._known.clear()

    def doubt(self) -> None:
        """Others may have written since."""
        self.tokens.clear()
        self.gates.clear()
        self._sure += 1

    def make_room(self) -> None:
        """Before a commit: memory has an end, however many people speak."""
        if len(self._known) > MOST_CONVERSATIONS or len(self.tokens) > MOST_SIGN_INS:
            self.forget()

    def is_sure(self, id_: int) -> bool:
        """Say whether this conversation's head need not be read."""
        known = self._known.get(id_)
        return known is not None and known.sure == self._sure

    def meet(self, id_: int, head: Head | None) -> Known:
        """A head was read: what is known of its conversation stays if the head stands there."""
        known = self._known.get(id_)
        if known is None or known.head is None or head is None or known.head.h != head.h:
            known = self._known[id_] = Known(head, self._sure)
        else:  # the chain stands where it stood; what the server may have set is new
            head.is_left, head.left_by = known.head.is_left, known.head.left_by
        known.head, known.sure = head, self._sure
        return known

    def known(self, id_: int) -> Known:
        """A conversation whose head was met in this transaction."""
        return self._known[id_]
