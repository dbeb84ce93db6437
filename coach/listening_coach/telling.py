"""Tells in tables how often a pack is wrong, as it says itself.

`python -m listening_coach.telling PACK`.
The first stands on the pack's card, the second in docs/listening.md; a test holds both.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from listening_coach.pack import open_pack

CARD = (
    "| label | wrong where it says \u201cthere\u201d | there where it says \u201cnot\u201d "
    "| says something | finds of what is there | calls away of what is there | of |"
)
PAGE = "| mark | when it was sure, it was wrong | of those that were there, it found |"
BOTH = (
    "| mark | small part alone: when it was sure, it was wrong | it found "
    "| with the fuller part: when it was sure, it was wrong | it found |"
)
MARKS = {
    "question": "question", "open": "of questions: open", "reflection": "says something back",
    "understanding": "shows you understand", "warmth": "warmth",
    "exploring": "wants to know more", "advice": "advice nobody asked for",
    "own_story": "your own story", "information": "facts",
}  # fmt: skip
Row = Mapping[str, Any]


def for_card(row: Row) -> str:
    """Give every label of a pack with its errors."""
    named = {f"`{name}`": label for name, label in row["labels"].items()}
    named |= {f"whole reply: `{name}`": label for name, label in row["whole"].items()}
    lines = [CARD, "|---" * 7 + "|"]
    for name, label in named.items():
        told = label["errors"]
        shares = [f"{told[one]:.1%}" for one in ("yes", "no", "said", "found", "lost")]
        lines.append(f"| {name} | {' | '.join(shares)} | {told['n']:,} |")
    return "\n".join(lines)


def for_page(row: Row) -> str:
    """Give the marks a specialist sees, of a hundred."""
    tiers = [row, *([row["encoder"]] if "encoder" in row else [])]
    lines = [BOTH if len(tiers) == 2 else PAGE, "|---" * (1 + 2 * len(tiers)) + "|"]
    for name, mark in MARKS.items():
        cells = [
            f"{round(100 * tier['labels'][name]['errors'][one])} of 100"
            for tier in tiers
            for one in ("yes", "found")
        ]
        lines.append(f"| {mark} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    pack = open_pack(Path(sys.argv[1])).row
    for tier in (pack, *([pack["encoder"]] if "encoder" in pack else [])):
        sys.stdout.write(f"{for_card(tier)}\n\n")
    sys.stdout.write(f"{for_page(pack)}\n")
