"""How right a pack is on parts of our own corpus, such as short sentences or dialects.

`python -m listening_coach.slices CORPUS EXAMPLES TRAINED PACK`.

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
from listening_coach.pack import Pack, open_pack
from listening_coach.reading import features_of, likely, scores
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


CHANGES: Mapping[str, Callable[[str], str]] = {
    "small letters, no apostrophes": lambda text: text.lower().replace("'", ""),
    "an emoji at the end": lambda text: f"{text} \U0001f642",
    "a swear word before it": lambda text: f"Fuck, {text[:1].lower()}{text[1:]}",
    "no articles": lambda text: re.sub(r"\b(the|an?) ", "", text, flags=re.I),
}


def steady(pack: Pack, messages: list[Message]) -> dict[str, dict[str, float]]:
    """Give, for each change of wording, how often a label stays as it was."""
    texts = [
        (sentence.text, message.client)
        for message in messages
        for reply in message.replies
        for sentence in reply.sentences
    ]
    as_written = [_labels(pack, text, before) for text, before in texts]
    found = {}
    for name, change in CHANGES.items():
        changed = [_labels(pack, change(text), before) for text, before in texts]
        pairs = list(zip(as_written, changed, strict=True))
        found[name] = {
            label: sum(one[label] == other[label] for one, other in pairs) / len(pairs)
            for label in LABELS
        }
    return found


def _labels(pack: Pack, text: str, before: str) -> dict[str, bool]:
    (groups,) = features_of([text], before, pack.lists)
    one = scores(pack, groups, "sentence") if groups else None
    found = {name: likely(label.parts, one) > 0.5 for name, label in pack.labels.items()}
    return {**found, "open": found["open"] and found["question"]}


def main(corpus: Path, file: Path, trained: Path, pack: Path) -> None:
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
    every = list(messages.values())[::8]
    for name, same in steady(open_pack(pack), every).items():
        same_as_before = " | ".join(f"{share:.2f}" for share in same.values())
        sys.stdout.write(f"| {name}: same as before | | {same_as_before} |\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
