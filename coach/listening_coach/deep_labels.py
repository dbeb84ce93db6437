"""Labels that lean on both tiers, and the second tier as a pack holds it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from listening_coach.deep_start import Params
from listening_coach.encoder import Shape
from listening_coach.encoder_file import encoder_bytes
from listening_coach.exporting import Second
from listening_coach.learning import Floats
from listening_coach.training import DEEP, SENTENCE_HEADS, Choice, Labels, Table, marked_labels

# Marks set higher than our own corpus asks: coach/packs/open/card.md says by what.
LEAST: Mapping[str, float] = {"advice": 0.91}


def labels_of_both(
    table: Table, first: Mapping[str, Floats], deep: Mapping[str, Floats], choice: Choice
) -> Labels:
    """Calibrate and mark labels on the scores of both tiers, each by other folds."""
    return marked_labels(table, {**first, **deep}, choice, LEAST)


def second_tier(
    params: Params, shape: Shape, lines: Sequence[str], whole: Sequence[str], both: Labels
) -> Second:
    """Give its two files, and what pack.json says of it."""
    files = {
        "encoder.bin": encoder_bytes(params),
        "pieces.txt": "".join(f"{line}\n" for line in lines).encode(),
    }
    row: dict[str, Any] = {
        "shape": asdict(shape),
        "sentence": [DEEP + head for head in SENTENCE_HEADS],
        "whole_heads": [DEEP + head for head in whole],
        "labels": both.labels,
        "whole": both.whole,
    }
    return Second(files, row)
