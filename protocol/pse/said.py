"""What stands behind a line by now: other words, small signs, taken back (section 8)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .body import Att, Body, Edit, Goodbye, Hello, React, Text
from .cards import Card
from .entry import Target
from .refusal import Trouble


@dataclass(slots=True)
class Wording:
    """One line: who wrote it, its words (the newest last), and what others put on it."""

    n: int
    sender: bytes
    words: list[str]
    signs: dict[bytes, int] = field(default_factory=dict)
    is_taken: bool = False


class Said:
    """Takes everything in any order; what is aimed at a foreign or unknown line is nothing."""

    def __init__(self) -> None:
        self._texts: dict[bytes, tuple[int, bytes, str]] = {}
        self._fixed: set[int] = set()
        self._edits: dict[bytes, list[tuple[int, bytes, str]]] = {}
        self._signs: dict[bytes, list[tuple[int, bytes, int]]] = {}
        self._placed: dict[int, tuple[bytes, bytes]] = {}
        self._erased: set[tuple[bytes, int, bytes]] = set()
        self._missing: dict[int, bytes] = {}
        self._cards: dict[int, str] = {}
        self._withdrawn: set[tuple[bytes, str]] = set()
        self._owed: set[tuple[bytes, int, bytes]] = set()

    def place(self, n: int, sender: bytes, h_box: bytes) -> None:
        """Remember where a message stands."""
        self._placed[n] = (sender, h_box)

    def take(self, n: int, sender: bytes, msg_id: bytes, body: Body | None) -> None:
        """Take an opened body."""
        match body:
            case Text() | Hello() | Goodbye() | Att():
                self._texts.setdefault(msg_id, (n, sender, body.b))
                self._fixed |= {n} if isinstance(body, Hello | Goodbye | Att) else set()
            case Edit():
                self._edits.setdefault(body.to, []).append((n, sender, body.b))
            case React():
                self._signs.setdefault(body.to, []).append((n, sender, body.r))
            case Card():
                self._take_card(n, sender, body)

    def _take_card(self, n: int, sender: bytes, body: Card) -> None:
        if body.t == "story-withdrawn":
            self._withdrawn.add((sender, body.card["of"]))
        else:
            told = body.t in ("story-offer", "story-shared")
            self._cards[n] = body.card["of"] if told else ""

    def erase(self, sender: bytes, targets: Sequence[Target]) -> None:
        """Take what a verified erase of this sender names."""
        self._erased |= {(sender, one.n, one.h_box) for one in targets}

    def owe(self, n: int, sender: bytes, h_box: bytes) -> None:
        """A box is missing: an erase of the same sender has to name it."""
        self.place(n, sender, h_box)
        self._missing[n] = sender
        self._owed.add((sender, n, h_box))

    @property
    def owes(self) -> bool:
        """Whether a box is missing that nothing names yet: what follows it has to wait."""
        return not self._owed <= self._erased

    def settle(self) -> None:
        """Return if every missing box was named; Trouble else."""
        if self.owes:
            raise Trouble("an entry was lost or held back")

    def wordings(self) -> list[Wording]:
        """Every line as it stands now, ascending."""
        lines = [self._wording(msg_id, *text) for msg_id, text in self._texts.items()]
        gone = {**self._missing, **self._cards_taken()}
        lines += [Wording(n, by, [], is_taken=True) for n, by in gone.items()]
        return sorted(lines, key=lambda line: line.n)

    def _wording(self, msg_id: bytes, n: int, sender: bytes, text: str) -> Wording:
        if self._is_taken(n):
            return Wording(n, sender, [], is_taken=True)
        words = [
            words
            for at, by, words in sorted(self._edits.get(msg_id, []))
            if at > n and by == sender and not self._is_taken(at) and n not in self._fixed
        ]
        signs = {by: r for at, by, r in sorted(self._signs.get(msg_id, [])) if at > n}
        return Wording(n, sender, [text, *words], {by: r for by, r in signs.items() if r})

    def _cards_taken(self) -> dict[int, bytes]:
        """Cards that were taken back, and what a withdrawn story left."""
        whose = {n: self._placed[n][0] for n in self._cards}
        return {
            n: by
            for n, by in whose.items()
            if self._is_taken(n) or (by, self._cards[n]) in self._withdrawn
        }

    def _is_taken(self, n: int) -> bool:
        sender, h_box = self._placed.get(n, (b"", b""))
        return (sender, n, h_box) in self._erased
