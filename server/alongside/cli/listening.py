"""`alongside listening`: judge a pack of the listening coach on a table, or train one.

Judging needs nothing but Python. Training needs the extra `listening`; a pack that is learnt
from research tables stays with whoever may use them.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from listening_coach.judging import ENOUGH, PRECISE, TASKS, NoSuchTable, judge
from listening_coach.measures import lowest_mark
from listening_coach.pack import BadPack, open_pack


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose one of the two deeds."""
    deeds = parser.add_subparsers(required=True, metavar="judge | train")
    judging = deeds.add_parser(
        "judge", help="how right a pack is on a table of labelled replies"
    )
    judging.add_argument("--pack", type=Path, required=True, help="folder with pack.json")
    judging.add_argument("--data", type=Path, required=True, help="the table, as CSV")
    judging.add_argument("--task", required=True, choices=list(TASKS), help="what is asked")
    judging.add_argument("--fold", help="only rows whose column “fold” says this")
    judging.add_argument(
        "--first-alone", action="store_true", help="with the first tier of the pack alone"
    )
    judging.add_argument("--json", action="store_true", help="print everything, as JSON")
    judging.set_defaults(deed=_judge)
    training = deeds.add_parser("train", help="learn a research pack from tables of your own")
    training.add_argument("--corpora", type=Path, required=True, help="folder with the tables")
    training.add_argument("--out", type=Path, required=True, help="folder for the pack")
    training.add_argument(
        "--own", type=Path, help="our own corpus as well, such as coach/corpus"
    )
    training.add_argument(
        "--without-fold", help="leave rows of this fold out, to judge by them"
    )
    training.add_argument(
        "--weights", type=Path, help="folder with MiniLM's weights: learn a second tier too"
    )
    training.add_argument(
        "--quick", action="store_true", help="no marks for a room: enough to be judged"
    )
    training.set_defaults(deed=_train)


def run(words: argparse.Namespace) -> int:
    """Do the deed; say in a sentence what is wrong."""
    try:
        return int(words.deed(words))
    except (BadPack, NoSuchTable) as refusal:
        sys.exit(f"Not done: {refusal}")


def _judge(words: argparse.Namespace) -> int:
    pack = open_pack(words.pack, first_alone=words.first_alone)
    found = judge(pack, words.data, words.task, words.fold)
    if words.json:
        print(json.dumps(found, indent=2))
    else:
        _tell(found)
    return 0


def _tell(found: dict[str, Any]) -> None:
    low, high = found["macro_f1_range"]
    print(f"{found['task']}, pack “{found['pack']}”: {found['n']} rows")
    print(f"right {found['accuracy']:.3f} · macro-F1 {found['macro_f1']:.3f} ({low} to {high})")
    usual, most = found["calibration_error_by_chance"]
    print(
        f"calibration error {found['calibration_error']:.3f}; "
        f"of so few rows {usual:.3f} by chance alone, seldom over {most:.3f}"
    )
    rest = found["abstention"]
    if "said" in rest:
        print(
            f"a room says it of {rest['said']:.0%}, right there {rest['accuracy_of_said']:.3f}"
        )
    if "by_mark" in found:
        best = lowest_mark(found["by_mark"], PRECISE, ENOUGH)
        print(f"four of five are right from {best or 'no mark'} up ({ENOUGH} rows or more)")


def _train(words: argparse.Namespace) -> int:
    try:
        from listening_coach.research import Sources, train_research

        sources = Sources(words.corpora, words.own, words.weights, words.without_fold)
        heads = train_research(sources, words.out, quick=words.quick)
    except ImportError:
        sys.exit(
            "Not done: training needs numpy, scipy and (for a second tier) jax; "
            "install \u201calongside[listening]\u201d."
        )
    print(f"{heads} heads learnt. The pack is in {words.out}; do not pass it on.")
    return 0
