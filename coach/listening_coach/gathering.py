"""Examples for learning: our own corpus, as rows that name what is known of each sentence."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from listening_coach.corpus import CODES, NotTheForm, Reply, read

QUESTIONS = frozenset({"QO", "QC"})
ADVICE = frozenset({"AU", "AA"})
WEAK = frozenset({"er", "ip", "ex"})
EVERYDAY = 3.0
_WHOLE = {
    "whole_warmth": {"ER", "er"},
    "whole_understanding": {"IP", "ip"},
    "whole_exploring": {"EX", "ex"},
}


@dataclass(frozen=True, slots=True)
class Example:
    """A reply: its sentences, and per head whether it is there, where that is known."""

    group: str
    before: str
    sentences: tuple[str, ...]
    known: tuple[Mapping[str, bool], ...]
    whole: Mapping[str, bool]
    importance: float = 1.0


def everyday(file: Path) -> Iterator[Example]:
    """Give the plain sentences of everyday talk, `codes|sentence` a line; each is a reply.

    Small `er`, `ip`, `ex` say that the level of the whole is weak, where no code says it.
    """
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        written, text = line.split("|", 1)
        codes = frozenset(written.split())
        if not codes <= CODES | WEAK or not text.strip():
            raise NotTheForm(f"{file.name}, line {number}: codes nobody named: {written!r}")
        whole = {head: bool(codes & marks) for head, marks in _WHOLE.items()}
        yield Example(f"everyday-{number}", "", (text,), (_known(codes),), whole, EVERYDAY)


def own(folder: Path, *, without: str = "") -> Iterator[Example]:
    """Give every reply of our own corpus; a message's replies are one group."""
    for message in read(folder, without=without):
        for reply in message.replies:
            yield Example(
                message.id,
                message.client,
                tuple(sentence.text for sentence in reply.sentences),
                tuple(_known(sentence.codes) for sentence in reply.sentences),
                _whole(reply),
            )


def _known(codes: frozenset[str]) -> dict[str, bool]:
    found = {
        "question": bool(codes & QUESTIONS),
        "reflection": "R" in codes,
        "warmth": "ER" in codes,
        "understanding": "IP" in codes,
        "exploring": "EX" in codes,
        "advising": bool(codes & ADVICE),
        "information": "IN" in codes,
        "own_story": "SD" in codes,
    }
    if found["question"]:
        found["open"] = "QO" in codes
    if found["advising"]:
        found["unasked"] = "AU" in codes
    return found


def _whole(reply: Reply) -> dict[str, bool]:
    return {
        "whole_warmth": reply.warmth > 0,
        "whole_understanding": reply.understanding > 0,
        "whole_exploring": reply.exploring > 0,
    }


def write_examples(file: Path, examples: Iterable[Example]) -> int:
    """Write examples, one a line; how many."""
    lines = [json.dumps(asdict(one), ensure_ascii=False) for one in examples]
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return len(lines)


def read_examples(file: Path) -> Iterator[Example]:
    """Read them again."""
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Example(
            row["group"],
            row["before"],
            tuple(row["sentences"]),
            tuple(row["known"]),
            row["whole"],
            row["importance"],
        )
