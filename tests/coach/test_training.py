"""A pack can be made again, byte for byte, from our own corpus."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from listening_coach.exporting import (
    MOST,
    Second,
    read_second,
    read_trained,
    write_pack,
    write_second,
    write_trained,
)
from listening_coach.exporting import OPEN as TOLD
from listening_coach.gathering import everyday, own
from listening_coach.learning import Rows, learn, sigmoid
from listening_coach.pack import SECOND_FILES, open_pack
from listening_coach.training import (
    CHOICE,
    WHOLE_HEADS,
    Table,
    of_everything,
    own_lists,
    train,
    written_lists,
)

from tests.coach.small_pack import trained_of

COACH = Path(__file__).parents[2] / "coach"
PACK = COACH / "packs" / "open"


def _second_of(folder):
    """The second tier of a pack as it stands there; None: it has none."""
    row = json.loads((folder / "pack.json").read_text("utf-8")).get("encoder")
    return row and Second({name: (folder / name).read_bytes() for name in SECOND_FILES}, row)


def test_what_was_learnt_is_read_again_as_it_was_written(tmp_path):
    write_trained(tmp_path / "trained", trained_of(open_pack(PACK)))
    second = _second_of(PACK)
    if second is not None:
        write_second(tmp_path / "trained", second)
    trained, again = read_trained(tmp_path / "trained"), read_second(tmp_path / "trained")
    write_pack(tmp_path, TOLD, written_lists(), CHOICE, trained, again)
    for file in json.loads((PACK / "pack.json").read_text("utf-8"))["files"] | {"pack.json": 0}:
        assert (tmp_path / file).read_bytes() == (PACK / file).read_bytes(), file


def test_the_pack_stays_small_and_speaks_of_every_label():
    row = json.loads((PACK / "pack.json").read_text("utf-8"))
    first = [PACK / name for name in ("pack.json", "heads.bin")]
    assert sum(file.stat().st_size for file in first) <= 1_000_000
    assert (
        sum(row["files"].get(name, {"bytes": 0})["bytes"] for name in SECOND_FILES) <= 9_000_000
    )
    assert row["licence"] == "CC-BY-4.0"
    for tier in (row, row.get("encoder", row)):
        for label in (*tier["labels"].values(), *tier["whole"].values()):
            assert 0 <= label["no"] < label["yes"] <= 1
            assert label["errors"]["n"] > 1000


@pytest.mark.parametrize("head", ["advising", "unasked", "whole_warmth"])
def test_heads_that_ship_are_learnt_from_our_corpus(table, head):
    """One that reads all sentences, one that reads few by other words, and one of the whole."""
    scope = "whole" if head in WHOLE_HEADS else "sentence"
    weights, constant = of_everything(table, scope, head, CHOICE)
    ships = open_pack(PACK, first_alone=True).heads[head]
    scale = np.max(np.abs(weights.astype(np.float32))) / MOST
    numbers = np.rint(weights.astype(np.float32).astype(np.float64) / scale)
    assert numbers.tolist() == ships.numbers.tolist()
    assert round(constant, 6) == ships.constant


@pytest.fixture(scope="module")
def table():
    return Table(list(_our_examples()), own_lists(), CHOICE)


def _our_examples():
    """What version 4 learnt from: the longer replies came later, and it stays (0164)."""
    yield from own(COACH / "corpus" / "pairs", without="long-*")
    yield from everyday(COACH / "corpus" / "everyday.txt")


@pytest.mark.proof
@pytest.mark.slow
def test_the_pack_that_ships_comes_out_of_our_corpus_byte_for_byte(tmp_path):
    """Every head, mark and error of the first tier is learnt again, not taken from the pack."""
    write_trained(tmp_path / "trained", train(list(_our_examples()), own_lists(), CHOICE))
    trained = read_trained(tmp_path / "trained")
    write_pack(tmp_path, TOLD, written_lists(), CHOICE, trained, _second_of(PACK))
    for file in ("pack.json", "heads.bin"):
        assert (tmp_path / file).read_bytes() == (PACK / file).read_bytes(), file


def test_learning_finds_what_is_there_and_holds_back():
    rows = Rows.of([{0: 1.0}, {0: 1.0, 2: 1.0}, {1: 1.0}, {1: 1.0, 2: 1.0}], 3)
    truth = np.array([1.0, 1.0, 0.0, 0.0])
    weights, constant = learn(rows, truth, strength=10.0)
    assert np.all((sigmoid(rows.times(weights) + constant) > 0.5) == (truth > 0))
    assert abs(weights[2]) < 0.05
    little, _ = learn(rows, truth, strength=0.1)
    assert np.linalg.norm(little) < np.linalg.norm(weights)


def test_a_whole_training_gives_every_head_and_the_same_twice():
    examples = list(everyday(COACH / "corpus" / "everyday.txt"))
    small = replace(CHOICE, buckets=256)
    first, again = (train(examples, own_lists(), small) for _ in range(2))
    assert np.array_equal(first.matrix, again.matrix)
    assert first.labels == again.labels
    assert len(first.heads) == 13
