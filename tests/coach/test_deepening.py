"""A second tier is learnt from examples: the same ones give the same bytes."""

import shutil
from dataclasses import replace

import numpy as np
import pytest
from listening_coach.deep_labels import labels_of_both, second_tier
from listening_coach.deep_rows import LONG, Rows, cut
from listening_coach.deep_start import chosen_pieces, read_weights
from listening_coach.deep_training import Deepening
from listening_coach.encoder import Encoder, Shape, weights_of
from listening_coach.encoder_file import encoder_bytes
from listening_coach.exporting import (
    OPEN,
    read_second,
    read_trained,
    write_pack,
    write_second,
    write_trained,
)
from listening_coach.gathering import Example
from listening_coach.pack import open_pack
from listening_coach.pieces import Pieces
from listening_coach.reading import read
from listening_coach.training import (
    CHOICE as OF_THE_OPEN_PACK,
)
from listening_coach.training import (
    SENTENCE_HEADS,
    WHOLE_HEADS,
    Table,
    own_lists,
    train,
    written_lists,
)

from tests.coach.small_pack import PIECES, WIDTH
from tests.coach.small_weights import PLAN, write_small_weights

SAID = (
    ("How was that for you?", "question open exploring"),
    ("Did you feel tired today?", "question"),
    ("So you feel tired.", "reflection understanding"),
    ("I am so sorry it was hard.", "warmth"),
    ("Maybe try it today.", "advising unasked"),
    ("It is about a week.", "information"),
    ("That was how I did it.", "own_story"),
)


def _examples():
    """Five of each, so that every fold knows of all."""
    found = []
    for at in range(70):
        (one, heads), (other, more) = SAID[at % 7], SAID[(at * 3 + 1) % 7]
        known = tuple(
            {
                head: head in said.split()
                for head in SENTENCE_HEADS
                if head not in ("open", "unasked")
                or {"open": "question", "unasked": "advising"}[head] in said.split()
            }
            for said in (heads, more)
        )
        whole = {
            head: any(head.removeprefix("whole_") in said.split() for said in (heads, more))
            for head in WHOLE_HEADS
        }
        before = f"I was tired {'today ' * (at % 4)}and it was hard."
        found.append(Example(f"group {at // 2}", before, (one, other), known, whole))
    return found


EXAMPLES = _examples()
CHOICE = replace(OF_THE_OPEN_PACK, buckets=512)


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    return write_small_weights(tmp_path_factory.mktemp("weights"))


@pytest.fixture(scope="module")
def learnt(weights, tmp_path_factory):
    """Both tiers, every part made once."""
    folder = tmp_path_factory.mktemp("trained")
    write_trained(folder, train(EXAMPLES, own_lists(), CHOICE))
    deepening = Deepening(EXAMPLES, weights, folder / "deep", PLAN)
    for part in PLAN.parts:
        deepening.make(part)
    return folder, deepening


def _pack(folder, deepening, out):
    trained = read_trained(folder)
    table = Table(EXAMPLES, own_lists(), CHOICE)
    both = labels_of_both(table, trained.unseen, deepening.unseen(), CHOICE)
    params, lines = deepening.params(), deepening.lines
    write_second(folder, second_tier(params, deepening.shape, lines, WHOLE_HEADS, both))
    write_pack(out, OPEN, written_lists(), CHOICE, trained, read_second(folder))
    return both


def test_what_was_learnt_is_found_again_in_folds_that_were_not_learnt(learnt):
    _, deepening = learnt
    unseen = deepening.unseen()
    known = np.array([row["question"] for one in EXAMPLES for row in one.known])
    assert np.isfinite(unseen["deep_question"]).all()
    assert ((unseen["deep_question"] > 0) == known).mean() > 0.9


def test_a_pack_with_both_tiers_reads_with_both(learnt, tmp_path):
    both = _pack(*learnt, tmp_path)
    assert set(both.labels["advice"]["parts"][0]["a"]) == {"advising", "deep_advising"}
    assert set(both.whole["warmth"]["parts"][0]["a"]) == {
        "warmth", "whole_warmth", "deep_warmth", "deep_whole_warmth",
    }  # fmt: skip
    found = read(open_pack(tmp_path), "How was that for you?", "I was tired and it was hard.")
    assert found.sentences[0][1]["question"].p > 0.5


def test_the_same_examples_give_the_same_bytes(weights, learnt, tmp_path):
    folder, deepening = learnt
    _pack(folder, deepening, tmp_path / "first")
    again = Deepening(EXAMPLES, weights, tmp_path / "deep", PLAN)
    for part in ("start", "all"):
        again.make(part)
    for fold in PLAN.folds:
        shutil.copy(folder / "deep" / f"fold{fold}.npz", tmp_path / "deep")
    _pack(folder, again, tmp_path / "second")
    for file in ("pack.json", "heads.bin", "encoder.bin", "pieces.txt"):
        written = [(tmp_path / which / file).read_bytes() for which in ("first", "second")]
        assert written[0] == written[1], file


def test_a_part_that_is_there_is_not_made_again(learnt):
    folder, deepening = learnt
    before = (folder / "deep" / "start.npz").stat().st_mtime_ns
    deepening.make("start")
    assert (folder / "deep" / "start.npz").stat().st_mtime_ns == before


def test_a_room_reads_what_was_learnt_as_it_was_learnt(learnt):
    """What one program gives for a whole row of replies, another gives for one."""
    from listening_coach.deep_learning import scored

    _, deepening = learnt
    params, shape = deepening.params(), deepening.shape
    weights = weights_of(encoder_bytes(params), shape, 10, 3)
    encoder = Encoder(shape, Pieces(deepening.lines), weights, SENTENCE_HEADS, WHOLE_HEADS)
    cuts = cut(EXAMPLES, Pieces(deepening.lines), shape)
    rows = Rows(EXAMPLES, cuts, SENTENCE_HEADS, WHOLE_HEADS)
    for kind, place, row in scored(params, rows, range(len(EXAMPLES)), 2):
        one = EXAMPLES[place // 2 if kind == "sentence" else place]
        found = encoder.read(one.sentences, encoder.before(one.before))
        scores = found.sentences[place % 2] if kind == "sentence" else found.whole
        assert list(scores.values()) == pytest.approx(row.tolist(), abs=5e-3)


def test_a_row_holds_replies_beside_their_message_and_nothing_else_fits_in():
    shape = Shape.of(PLAN.sizes(len(PIECES)))
    rows = Rows(EXAMPLES, cut(EXAMPLES, Pieces(PIECES), shape), SENTENCE_HEADS, WHOLE_HEADS)
    seen = []
    for batch in rows.batches(range(len(EXAMPLES)), 2, None):
        assert batch["numbers"].shape == (2, LONG)
        seen += [int(at) for at in batch["at_whole"].ravel() if at >= 0]
        for numbers, message in zip(batch["numbers"], batch["message"], strict=True):
            assert ((numbers > 0) == (message >= 0)).all()
    assert sorted(seen) == list(range(len(EXAMPLES)))


def test_pieces_that_our_text_needs_come_before_those_that_are_common(weights):
    found = chosen_pieces(weights, ["tired today"], 110)
    assert {"tired", "today", "a", "##a"} <= set(found)
    assert "week" not in found
    assert len(chosen_pieces(weights, [], 10_000)) == len(PIECES) + 4
    assert read_weights(weights)["embeddings.LayerNorm.bias"].shape == (WIDTH,)
