"""Whether our own corpus repeats what stands in tables.

`python -m listening_coach.leakage CORPUS TABLES`. Two texts are near when they share at least
three tenths of the runs of five words of the shorter one, and at least five such runs: fewer is
how everybody talks. It names places, never words.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from listening_coach.corpus import read, runs_of_five

COLUMNS = ("utterance_text", "response_post", "seeker_post", "text")
NEAR = 0.3
LEAST = 5


def written(corpus: Path) -> Iterator[tuple[str, str]]:
    """Give every text of ours with its place: messages, replies, everyday sentences."""
    for message in read(corpus / "pairs"):
        yield message.id, message.client
        for at, reply in enumerate(message.replies):
            yield f"{message.id}, reply {at}", reply.text
    lines = (corpus / "everyday.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        yield f"everyday, line {number}", line.split("|", 1)[1]


def near(corpus: Path, tables: Path) -> Iterator[tuple[str, str, float]]:
    """Give pairs of places whose texts are near, and how near."""
    ours = [(place, runs_of_five(text)) for place, text in written(corpus)]
    holding = defaultdict(set)
    for at, (_, runs) in enumerate(ours):
        for run in runs:
            holding[run].add(at)
    for place, text in _told(tables):
        runs = runs_of_five(text)
        for at in sorted({at for run in runs for at in holding.get(run, ())}):
            shared = len(runs & ours[at][1])
            share = shared / min(len(runs), len(ours[at][1]))
            if shared >= LEAST and share >= NEAR:
                yield ours[at][0], place, share


def same(corpus: Path, tables: Path) -> int:
    """Count our texts that stand there whole; under five words everybody says the same."""
    told = {_plain(text) for _, text in _told(tables)}
    return sum(_plain(text) in told for _, text in written(corpus) if len(text.split()) >= 5)


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def _told(tables: Path) -> Iterator[tuple[str, str]]:
    csv.field_size_limit(2**24)
    for file in sorted(tables.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as opened:
            for number, row in enumerate(csv.DictReader(opened), 1):
                for column in COLUMNS:
                    if row.get(column):
                        yield f"{file.name}, row {number}, {column}", row[column]


if __name__ == "__main__":
    corpus, tables = map(Path, sys.argv[1:3])
    found = list(near(corpus, tables))
    for ours, theirs, share in found:
        sys.stdout.write(f"{ours} | {theirs} | {share:.2f}\n")
    sys.stdout.write(f"{len(found)} near pairs; {same(corpus, tables)} texts the same\n")
