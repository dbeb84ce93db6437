"""How right a pack is on parts of our own corpus, such as short sentences or dialects.

`python -m listening_coach.slices CORPUS EXAMPLES TRAINED PACK`.

Figures are of sentences whose message was not learnt from and not used for the marks (five
folds): of what was said to be there how much was right, of what is there how much was found.
More than .05 under all is named; of fewer than thirty sentences nothing is said.
"""

import json
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from listening_coach.corpus import Message, read
from listening_coach.gathering import Example, read_examples
from listening_coach.holding import PICTURES, SWEARING, beside
from listening_coach.marking import THERE
from listening_coach.pack import Pack, open_pack
from listening_coach.reading import look, places, said
from listening_coach.training import LABELS, own_lists

_LISTS = own_lists()
BELOW = 0.05
FEWEST = 30


def _voice(pattern: str) -> Callable[[Message, str], bool]:
    found = re.compile(pattern, re.I)
    return lambda message, _: bool(found.search(f"{message.voice} {message.topic}"))


PARTS: Mapping[str, Callable[[Message, str], bool]] = {
    "up to four words": lambda _, text: len(text.split()) <= 4,
    "over twenty words": lambda _, text: len(text.split()) > 20,
    "swearing": lambda _, text: SWEARING in beside(text, _LISTS),
    "emoji": lambda _, text: PICTURES in beside(text, _LISTS),
    "dialect": _voice(
        r"scots|glasg|irish|cork|belfast|york|geordie|scouse|welsh|liverpool|newcastle|black "
        r"american|aave|southern|texas|jamaica|nigeria|lagos|kiwi|new zealand|austral|cockney"
    ),
    "second language": _voice(r"second.language|polish|learner|esl|immigrant|refugee|migrant"),
    "faith": _voice(r"faith|church|mosque|muslim|christian|jewish|pray|temple|imam|sikh|hindu"),
    "grief": _voice(r"grief|loss|death|died|bereav|funeral|widow"),
}


@dataclass(frozen=True, slots=True)
class Slice:
    """A label on a part: how many sentences it is there in, was said of, and was rightly."""

    there: int = 0
    said: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """How often right where it was said; None where it was said of too few."""
        return self.right / self.said if self.said >= FEWEST else None

    @property
    def recall(self) -> float | None:
        """How much of what is there was said; None where it is there too seldom."""
        return self.right / self.there if self.there >= FEWEST else None


def slices(
    messages: Mapping[str, Message],
    examples: list[Example],
    told: Mapping[str, list[int]],
) -> dict[str, dict[str, Slice]]:
    """Give each part with each label; `told` is what a room would say, by other folds."""
    found: dict[str, dict[str, Slice]] = {}
    for label, heads in LABELS.items():
        seen: dict[str, list[tuple[bool, bool]]] = {name: [] for name in ("all", *PARTS)}
        at = -1
        for one in examples:
            for text, known in zip(one.sentences, one.known, strict=True):
                at += 1
                if heads[0] not in known or one.group not in messages:
                    continue
                there = all(known.get(head, False) for head in heads)
                for name in ("all", *PARTS):
                    if name == "all" or PARTS[name](messages[one.group], text):
                        seen[name].append((there, told[label][at] == THERE))
        for name, rows in seen.items():
            found.setdefault(name, {})[label] = Slice(
                sum(there for there, _ in rows),
                sum(said for _, said in rows),
                sum(there and said for there, said in rows),
            )
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


def _labels(pack: Pack, text: str, before: str) -> dict[str, bool | None]:
    ((labels, one),) = look(pack, [text], before).sentences
    (place,) = places([text], text, pack.lists)
    return {name: each.there for name, each in said(labels, one, place).items()}


def table(found: Mapping[str, Mapping[str, Slice]]) -> str:
    """Lay the parts out for the card: right where said / found of what is there, how many."""
    lines = [f"| part | {' | '.join(f'`{name}`' for name in LABELS)} |"]
    lines.append("|---" * (len(LABELS) + 1) + "|")
    for part, labels in found.items():
        cells = [_cell(one, found["all"][name]) for name, one in labels.items()]
        lines.append(f"| {part} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(one: Slice, over_all: Slice) -> str:
    shares = (one.precision, over_all.precision), (one.recall, over_all.recall)
    return f"{' / '.join(_share(here, whole) for here, whole in shares)} ({one.there})"


def _share(here: float | None, over_all: float | None) -> str:
    if here is None:
        return "-"
    is_below = over_all is not None and here < over_all - BELOW
    return f"**{here:.2f}**" if is_below else f"{here:.2f}"


def main(corpus: Path, file: Path, trained: Path, pack: Path) -> None:
    """Print the tables for the card: parts by each tier there is, and other wordings."""
    messages = {message.id: message for message in read(corpus / "pairs")}
    examples = list(read_examples(file))
    for name in ("said.json", "said_deep.json"):
        if (trained / name).exists():
            told = json.loads((trained / name).read_text(encoding="utf-8"))
            sys.stdout.write(f"{name}\n{table(slices(messages, examples, told))}\n\n")
    every = list(messages.values())[::40]
    for name, same in steady(open_pack(pack), every).items():
        as_before = " | ".join(f"{share:.2f}" for share in same.values())
        sys.stdout.write(f"| {name} | {as_before} |\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
