"""Where a label is held back: in sentences and replies of a kind in which it is weaker.

Held back is that it is there; that it is not there is as often right as elsewhere, and is said.
A room cannot know whom somebody writes to or of what; it can see how long a sentence and its
reply are, and what stands in it. `browser/listening/holding.js` does the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from listening_coach.features import PICTURE, Lists, tokens

MANY = 1_000_000
ANY = (0, MANY)
PICTURES, SWEARING, NO_ADVICE = "pictures", "swearing", "no-advice"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something would be said: words of the sentence and of its reply, what is in it."""

    words: int = 1
    reply: int = 1
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hold:
    """Where a label may be said: how long sentence and reply may be, and beside what not."""

    words: tuple[int, int] = ANY
    reply: tuple[int, int] = ANY
    beside: frozenset[str] = frozenset()

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Hold":
        """Read it as it stands in a pack."""
        words, reply = (tuple(row.get(name, ANY)) for name in ("words", "reply"))
        return cls(words, reply, frozenset(row.get("beside", ())))

    def written(self) -> dict[str, Any]:
        """Give it as it stands in a pack: what holds nothing back is left out."""
        lengths = {"words": self.words, "reply": self.reply}
        found: dict[str, Any] = {name: list(one) for name, one in lengths.items() if one != ANY}
        return {**found, **({"beside": sorted(self.beside)} if self.beside else {})}

    def lets(self, place: Place) -> bool:
        """Say whether the label may be said to be there."""
        return (
            self.words[0] <= place.words <= self.words[1]
            and self.reply[0] <= place.reply <= self.reply[1]
            and self.beside.isdisjoint(place.beside)
        )


def beside(text: str, lists: Lists) -> frozenset[str]:
    """Name what stands in a sentence that may make a label weaker: pictures, some words."""
    found = tokens(text, lists)
    run = f" {' '.join(found)} "
    there = {
        name for name, words in lists.beside.items() if any(f" {one} " in run for one in words)
    }
    return frozenset(there | {PICTURES} if PICTURE in found else there)
