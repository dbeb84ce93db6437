"""How right a pack is on parts of our own corpus, such as short sentences or dialects.

`python -m listening_coach.slices CORPUS EXAMPLES TRAINED`.
Figures are of sentences whose message was not learnt from (five folds). A part where a label is
right more than .05 less often than over all is named.
"""

import json
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from listening_coach.corpus import Message, read
from listening_coach.gathering import Example, read_examples
from listening_coach.training import LABELS

BELOW = 0.05
FEWEST = 60
_SWEARING = re.compile(
    r"\b(fuck\w*|shit\w*|bloody|arse\w*|damn|hell|crap|bugger|pissed)\b", re.I
)
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf]")


def _voice(pattern: str) -> Callable[[Message, str], bool]:
    found = re.compile(pattern, re.I)
    return lambda message, _: bool(found.search(f"{message.voice} {message.topic}"))


PARTS: Mapping[str, Callable[[Message, str], bool]] = {
    "up to four words": lambda _, text: len(text.split()) <= 4,
    "over twenty words": lambda _, text: len(text.split()) > 20,
    "swearing": lambda _, text: bool(_SWEARING.search(text)),
    "emoji": lambda _, text: bool(_EMOJI.search(text)),
    "dialect": _voice(
        r"scots|glasg|irish|cork|belfast|york|geordie|scouse|welsh|liverpool|newcastle|black "
        r"american|aave|southern|texas|jamaica|nigeria|lagos|kiwi|new zealand|austral|cockney"
    ),
    "second language": _voice(r"second.language|polish|learner|esl|immigrant|refugee|migrant"),
    "faith": _voice(r"faith|church|mosque|muslim|christian|jewish|pray|temple|imam|sikh|hindu"),
    "grief": _voice(r"grief|loss|death|died|bereav|funeral|widow"),
}


def slices(
    messages: Mapping[str, Message],
    examples: list[Example],
    unseen: Mapping[str, list[float]],
) -> dict[str, dict[str, tuple[float, int]]]:
    """Give each part with each label: how often right, and of how many sentences."""
    found: dict[str, dict[str, tuple[float, int]]] = {}
    for label, heads in LABELS.items():
        right: dict[str, list[bool]] = {name: [] for name in ("all", *PARTS)}
        at = -1
        for one in examples:
            for text, known in zip(one.sentences, one.known, strict=True):
                at += 1
                if heads[0] not in known or one.group not in messages:
                    continue
                there = all(known.get(head, False) for head in heads)
                is_right = (unseen[label][at] > 0.5) == there
                for name in ("all", *PARTS):
                    if name == "all" or PARTS[name](messages[one.group], text):
                        right[name].append(is_right)
        for name, all_of in right.items():
            share = sum(all_of) / len(all_of) if all_of else 0.0
            found.setdefault(name, {})[label] = (share, len(all_of))
    return found


def main(corpus: Path, file: Path, trained: Path) -> None:
    """Print a table for the card, and name what is below."""
    messages = {message.id: message for message in read(corpus / "pairs")}
    unseen = json.loads((trained / "unseen.json").read_text(encoding="utf-8"))
    found = slices(messages, list(read_examples(file)), unseen)
    sys.stdout.write(f"| part | n | {' | '.join(f'`{name}`' for name in LABELS)} |\n")
    sys.stdout.write("|---" * (len(LABELS) + 2) + "|\n")
    for part, labels in found.items():
        cells = []
        for name, (share, n) in labels.items():
            is_below = n >= FEWEST and share < found["all"][name][0] - BELOW
            cells.append(f"**{share:.2f}**" if is_below else f"{share:.2f}")
        sys.stdout.write(f"| {part} | {labels['question'][1]} | {' | '.join(cells)} |\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
