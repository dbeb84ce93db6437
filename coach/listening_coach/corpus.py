"""Our own corpus: made-up messages, replies to them, and how each sentence listens.

`coach/corpus/guide.md` says what each code and level means, `README.md` beside it how it was
made.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CODES = frozenset({"QO", "QC", "R", "ER", "IP", "EX", "AU", "AA", "IN", "SD", "AF", "-"})
QUALITIES = ("good", "middling", "poor")
LEVELS = (0, 1, 2)
MOST_CODES = 4
_LEVEL_OF = {"ER": "er", "IP": "ip", "EX": "ex"}
_SHINGLE = 5


class NotTheForm(ValueError):
    """A line of the corpus that is not what the guide describes: which, and what is wrong."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a reply, with its codes."""

    text: str
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply: its sentences, and the three levels of the whole (0 none, 1 weak, 2 clear)."""

    quality: str
    sentences: tuple[Sentence, ...]
    warmth: int
    understanding: int
    exploring: int

    @property
    def text(self) -> str:
        """Give the reply as it would be sent."""
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Message:
    """What a client wrote, whether they ask what to do, and three replies."""

    id: str
    topic: str
    voice: str
    client: str
    asks: bool
    replies: tuple[Reply, ...]


def read(folder: Path, *, without: str = "") -> Iterator[Message]:
    """Every message in the files of a folder, in order; NotTheForm where a line is none.

    `without` names files to leave out: `long-*` are younger than version 4 of the open pack.
    """
    left_out = set(folder.glob(without)) if without else set()
    for file in sorted(set(folder.glob("*.jsonl")) - left_out):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            try:
                yield _message(json.loads(line))
            except (KeyError, TypeError, ValueError) as error:
                raise NotTheForm(f"{file.name}, line {number}: {error}") from error


def _message(row: dict[str, Any]) -> Message:
    replies = tuple(_reply(one) for one in row["replies"])
    if sorted(reply.quality for reply in replies) != sorted(QUALITIES):
        raise NotTheForm("a message has one good, one middling and one poor reply")
    if type(row["asks"]) is not bool or not row["client"].strip():
        raise NotTheForm("a message says something, and whether it asks what to do")
    return Message(row["id"], row["topic"], row["voice"], row["client"], row["asks"], replies)


def _reply(row: dict[str, Any]) -> Reply:
    sentences = tuple(_sentence(text, codes) for text, codes in row["s"])
    levels = {name: row[name] for name in ("er", "ip", "ex")}
    if not sentences or any(level not in LEVELS for level in levels.values()):
        raise NotTheForm("a reply has sentences, and three levels of 0, 1 or 2")
    coded = frozenset[str]().union(*(sentence.codes for sentence in sentences))
    for code, name in _LEVEL_OF.items():
        if code in coded and levels[name] == 0:
            raise NotTheForm(f"a sentence is {code}, and the whole reply is not")
    return Reply(row["q"], sentences, levels["er"], levels["ip"], levels["ex"])


def _sentence(text: str, written: str) -> Sentence:
    codes = frozenset(written.split())
    if not codes or not codes <= CODES or len(codes) > MOST_CODES:
        raise NotTheForm(f"codes nobody named: {written!r}")
    if "-" in codes and len(codes) > 1:
        raise NotTheForm("nothing stands beside another code")
    if "EX" in codes and not codes & {"QO", "QC"}:
        raise NotTheForm("exploring is a question")
    if {"AU", "AA"} <= codes:
        raise NotTheForm("advice was asked for, or it was not")
    if text != " ".join(text.split()) or not text:
        raise NotTheForm("a sentence has one space between its words")
    return Sentence(text, codes)


def alike(texts: Iterable[str], *, from_share: float) -> Iterator[tuple[int, int, float]]:
    """Pairs of places whose texts share at least this much of their runs of five words.

    Shorter texts are left out: two people may say the same three words. Gives both places and
    the share of runs in both among the runs in either (Jaccard), 0 to 1.
    """
    runs = [runs_of_five(text) for text in texts]
    places = defaultdict(list)
    for at, found in enumerate(runs):
        for run in found:
            places[run].append(at)
    pairs = {
        (one, other)
        for at in places.values()
        for i, one in enumerate(at)
        for other in at[i + 1 :]
    }
    for one, other in sorted(pairs):
        share = len(runs[one] & runs[other]) / len(runs[one] | runs[other])
        if share >= from_share:
            yield one, other, share


def runs_of_five(text: str) -> frozenset[str]:
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    return frozenset(
        " ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)
    )
