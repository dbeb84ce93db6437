"""What the second tier gives, for whoever reads with it; plain Python."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Deep:
    """The scores of each sentence (None: it lies too far back) and of the whole."""

    sentences: tuple[Mapping[str, float] | None, ...]
    whole: Mapping[str, float]


class ReadsDeep(Protocol):
    """An encoder, opened."""

    def before(self, text: str) -> Any:
        """Read what the client wrote last."""

    def read(self, texts: Sequence[str], context: Any) -> Deep | None:
        """Score the sentences of a reply after it; None: there is nothing to read."""
