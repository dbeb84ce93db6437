"""What of a conversation somebody may be handed: read from its headers, never from a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from .headers import header_of
from .rows import StoredEpoch


@dataclass(frozen=True, slots=True)
class Span:
    """Where somebody's reading begins, and where it ended: None while they read on.

    `stretches` are the numbers they may look back on: (after, up to), ascending.
    """

    begins: int
    ends: int | None
    stretches: tuple[tuple[int, int | None], ...]

    def upto(self, n: int) -> int:
        """The newest number for them, where the chain stands at n."""
        return n if self.ends is None else min(n, self.ends)

    def base(self, after_n: int, n: int) -> int:
        """The number after which they are handed what they asked for."""
        return max(min(after_n, self.upto(n)), self.begins)

    def lowest(self, n: int) -> int | None:
        """After which number a page that ends at n may begin; None if n is not for them."""
        for after, until in self.stretches:
            if after < n and (until is None or n <= until):
                return after
        return None


def span_of(ref: bytes, epochs: Sequence[StoredEpoch]) -> Span | None:
    """The span of one account, from all headers with the wraps it was given; None if it has
    never belonged here."""
    if not epochs:
        return Span(0, None, ((0, None),))
    is_in = [header_of(each.eh).member(ref) is not None for each in epochs]
    if not any(is_in):
        return None
    last = max(place for place, here in enumerate(is_in) if here)
    first = last
    while first > 0 and is_in[first - 1]:
        first -= 1
    ends = None if last == len(epochs) - 1 else epochs[last + 1].n - 1
    seen = [here or each.wrap != b"" for here, each in zip(is_in, epochs, strict=True)]
    return Span(epochs[first].n - 1, ends, _stretches(epochs, seen))


def _stretches(
    epochs: Sequence[StoredEpoch], seen: Sequence[bool]
) -> tuple[tuple[int, int | None], ...]:
    found: list[tuple[int, int | None]] = []
    for place, each in enumerate(epochs):
        if not seen[place]:
            continue
        until = epochs[place + 1].n - 1 if place + 1 < len(epochs) else None
        if found and found[-1][1] == each.n - 1:
            found[-1] = (found[-1][0], until)
        else:
            found.append((each.n - 1 if place == 0 else each.n, until))
    return tuple(found)
