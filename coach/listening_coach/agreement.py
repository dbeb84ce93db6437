"""How far two readings of the same replies agree: `python -m listening_coach.agreement FOLDER`.

FOLDER holds `pairs/` and `twice/`, a second reading without sight of the first. Agreement is
Cohen's kappa for each code over sentences, and for each level over replies (as it stands, and
as there or not); the first reading is `pairs/`, the guide `guide.md`.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from listening_coach.corpus import CODES, Message, read

LEVELS = ("er", "ip", "ex")


def kappa(first: Sequence[object], second: Sequence[object]) -> float:
    """Cohen's kappa of two readings of the same things; 1 where both always say the same."""
    both = sum(one == other for one, other in zip(first, second, strict=True)) / len(first)
    by_luck = (
        sum(first.count(value) * second.count(value) for value in {*first, *second})
        / len(first) ** 2
    )
    return 1.0 if by_luck == 1 else (both - by_luck) / (1 - by_luck)


def agreement(folder: Path) -> dict[str, float]:
    """Each code and level with its kappa, and `messages`, `replies`, `sentences` read twice."""
    messages = {message.id: message for message in read(folder / "pairs")}
    read_twice = [(messages[row["id"]], row["replies"]) for row in _rows(folder / "twice")]
    sentences, levels = _sentences(read_twice), _levels(read_twice)
    found: dict[str, float] = {
        "messages": len(read_twice),
        "replies": len(levels["er"]),
        "sentences": len(sentences),
    }
    for code in sorted(CODES):
        found[code] = kappa(
            [code in one for one, _ in sentences], [code in other for _, other in sentences]
        )
    for name, pairs in levels.items():
        found[f"{name}, three levels"] = kappa([a for a, _ in pairs], [b for _, b in pairs])
        found[f"{name}, there or not"] = kappa(
            [a > 0 for a, _ in pairs], [b > 0 for _, b in pairs]
        )
    return found


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def _sentences(
    read_twice: Sequence[tuple[Message, list[dict[str, Any]]]],
) -> list[tuple[frozenset[str], frozenset[str]]]:
    return [
        (sentence.codes, frozenset(codes.split()))
        for message, again in read_twice
        for row in again
        for sentence, codes in zip(message.replies[row["at"]].sentences, row["c"], strict=True)
    ]


def _levels(
    read_twice: Sequence[tuple[Message, list[dict[str, Any]]]],
) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {name: [] for name in LEVELS}
    for message, again in read_twice:
        for row in again:
            reply = message.replies[row["at"]]
            first = (reply.warmth, reply.understanding, reply.exploring)
            for name, level in zip(LEVELS, first, strict=True):
                found[name].append((level, row[name]))
    return found


if __name__ == "__main__":
    for what, much in agreement(Path(sys.argv[1])).items():
        sys.stdout.write(f"{what:24} {round(much, 2)}\n")
