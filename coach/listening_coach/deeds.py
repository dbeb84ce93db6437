"""How often the practice room is wrong about what a reply did, by how good the reply is.

`python -m listening_coach.deeds CORPUS EXAMPLES SAID`, SAID being `said.json` of what was
learnt, or `said_deep.json` for both tiers. What a reply did is put together from labels as
`browser/listening/practice.js` does it; labels are those of other folds, so of replies that
were not learnt from and not used for the marks.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from listening_coach.corpus import QUALITIES, read
from listening_coach.gathering import read_examples
from listening_coach.marking import AWAY, THERE

IN_ORDER = (
    ("advised", ("advice",), ()),
    (
        "listened",
        ("reflection", "understanding", "warmth"),
        ("whole_warmth", "whole_understanding"),
    ),
    ("questioned", ("question",), ()),
    ("shared", ("own_story",), ()),
)
CODES = (
    ("advised", {"AU"}),
    ("listened", {"R", "IP", "ER"}),
    ("questioned", {"QO", "QC"}),
    ("shared", {"SD"}),
)
Verdicts = Mapping[str, Sequence[int]]


def done(sentences: Verdicts, whole: Mapping[str, int]) -> str | None:
    """Give what a reply did; None where a label that would change it is not sure."""
    for deed, labels, of_all in IN_ORDER:
        found = {one for label in labels for one in sentences[label]}
        found |= {whole[label] for label in of_all}
        if THERE in found:
            return deed
        if found != {AWAY}:
            return None
    return "passed"


def written(codes: Iterable[str]) -> str:
    """Give what the codes beside a reply say that it did."""
    found = set(codes)
    return next((deed for deed, those in CODES if those & found), "passed")


def main(corpus: Path, file: Path, told_in: Path) -> None:
    """Print for each quality of a reply how often a deed is said, and how often wrongly."""
    told = json.loads(told_in.read_text(encoding="utf-8"))
    replies = {
        (message.id, reply.text): reply
        for message in read(corpus / "pairs")
        for reply in message.replies
    }
    seen = Counter[tuple[str, str]]()
    at = 0
    for number, one in enumerate(read_examples(file)):
        begins, at = at, at + len(one.sentences)
        reply = replies.get((one.group, " ".join(one.sentences)))
        if reply is None:
            continue
        labels = {name: told[name][begins:at] for _, names, _ in IN_ORDER for name in names}
        whole = {name: told[name][number] for name in ("whole_warmth", "whole_understanding")}
        said = done(labels, whole)
        truth = written(code for sentence in reply.sentences for code in sentence.codes)
        seen[reply.quality, "all"] += 1
        if said is not None:
            seen[reply.quality, "said"] += 1
            seen[reply.quality, "wrong"] += said != truth
    for quality in QUALITIES:
        counted = [seen[quality, what] for what in ("all", "said", "wrong")]
        sys.stdout.write("{}: of {} said of {}, wrong in {}\n".format(quality, *counted))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
