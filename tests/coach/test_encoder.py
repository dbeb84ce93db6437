"""The second tier reads as its format says, and where it cannot read the first one does."""

import json
import math
import subprocess
import sys

import numpy as np
import pytest
from listening_coach.encoder import Encoder, weights_of, whole_numbers
from listening_coach.encoder_file import encoder_bytes
from listening_coach.pack import BadPack, open_pack
from listening_coach.pieces import BEGINS, ENDS, Pieces
from listening_coach.reading import read

from tests.coach.small_pack import PIECES, small_params, small_shape, write_small_pack

SHAPE = small_shape()
PARAMS = small_params(SHAPE)
BEFORE = "I was so tired today, and my mother left."
TEXTS = ["You were tired.", "How was it, when she left?", "🙂"]


def encoder():
    weights = weights_of(encoder_bytes(PARAMS), SHAPE, 10, 3)
    names = tuple(map(str, range(10))), tuple(map(str, range(3)))
    return Encoder(SHAPE, Pieces(PIECES), weights, *names)


def _norm(row, pair):
    mean = sum(row) / len(row)
    size = math.sqrt(sum((x - mean) ** 2 for x in row) / len(row) + 1e-12)
    return [(x - mean) / size * g + b for x, g, b in zip(row, *pair, strict=True)]


def _linear(row, pair):
    return [sum(map(float, row * one)) + b for one, b in zip(*pair, strict=True)]


def _gelu(x):
    return 0.5 * x * (1 + math.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))


def _plainly(params, before, texts):
    """The same in floats and loops, from what the format says alone."""
    cut = Pieces(PIECES).cut
    first = [BEGINS, *cut(before)[-62:], ENDS]
    second = [number for text in texts for number in cut(text)]
    numbers, split = [*first, *second, ENDS], len(first)
    rows = [
        _norm(
            params["pieces"][number]
            + params["positions"][at]
            + params["types"][int(at >= split)],
            params["norm"],
        )
        for at, number in enumerate(numbers)
    ]
    for layer in params["layers"]:
        parts = [
            [_linear(np.array(row), layer[name]) for row in rows]
            for name in ("query", "key", "value")
        ]
        rows = [_attended(at, row, parts, split, layer) for at, row in enumerate(rows)]
    return rows[split:-1]


def _attended(at, row, parts, split, layer):
    query, key, value = parts
    seen = range(split) if at < split else range(len(key))
    joined = []
    for head in range(SHAPE.heads):
        some = slice(head * 32, head * 32 + 32)
        raised = [math.exp(np.dot(query[at][some], key[j][some]) / math.sqrt(32)) for j in seen]
        for place in range(some.start, some.stop):
            together = sum(r * value[j][place] for r, j in zip(raised, seen, strict=True))
            joined.append(together / sum(raised))
    row = np.array(row) + _linear(np.array(joined), layer["joined"])
    row = np.array(_norm(row, layer["first_norm"]))
    inner = np.array([_gelu(x) for x in _linear(row, layer["inner"])])
    return _norm(row + _linear(inner, layer["outer"]), layer["second_norm"])


def _in_whole_numbers(params):
    def rounded(matrix):
        scale = np.abs(matrix).max(-1, keepdims=True) / 127
        return np.rint(matrix / scale) * scale

    return {
        **params,
        "pieces": rounded(params["pieces"]),
        "layers": [
            {
                name: pair if "norm" in name else (rounded(pair[0]), pair[1])
                for name, pair in layer.items()
            }
            for layer in params["layers"]
        ],
    }


def test_it_gives_what_plain_loops_give():
    rows = np.array(_plainly(_in_whole_numbers(PARAMS), BEFORE, TEXTS))
    sizes = [len(Pieces(PIECES).cut(text)) for text in TEXTS]
    ends = np.cumsum(sizes)
    one = encoder()
    found = one.read(TEXTS, one.before(BEFORE))
    for end, size, scores in zip(ends, sizes, found.sentences, strict=True):
        mean = rows[end - size : end].mean(0)
        wanted = PARAMS["sentence"][0] @ mean + PARAMS["sentence"][1]
        assert list(scores.values()) == pytest.approx(wanted.tolist(), abs=2e-3)
    wanted = PARAMS["whole"][0] @ rows.mean(0) + PARAMS["whole"][1]
    assert list(found.whole.values()) == pytest.approx(wanted.tolist(), abs=2e-3)


def test_what_the_client_wrote_is_worked_out_once_for_many_drafts():
    one = encoder()
    context = one.before(BEFORE)
    first = one.read(TEXTS, context)
    one.read(["Try this."], context)
    assert one.read(TEXTS, context) == first
    assert one.read(TEXTS, one.before("")) != first


def test_sums_stay_exact_and_a_row_of_nothing_stays_nothing():
    fine, worth = whole_numbers(np.array([[0.0, 0.0], [3.0, -1.5]]))
    assert fine.tolist() == [[0, 0], [8191, -4096]]
    assert worth.tolist() == [[0.0], [3.0 / 8191]]
    assert 127 * 8191 * 1536 < 2**31


def test_a_sentence_too_far_back_has_no_score_and_no_sentence_none_at_all():
    one = encoder()
    long = ["you " * 158, "it is so", "and you"]
    found = one.read(long, one.before(""))
    assert found.sentences[1] is not None
    assert found.sentences[2] is None
    assert one.read(["\u200b"], one.before("")) is None


def test_a_pack_is_read_with_both_tiers_and_says_so(tmp_path):
    pack = open_pack(write_small_pack(tmp_path))
    alone = open_pack(tmp_path, first_alone=True)
    draft = "So you were tired. How was that for you?"
    both, first = read(pack, draft, BEFORE), read(alone, draft, BEFORE)
    assert pack.second is not None
    assert alone.second is None
    for (span, labels), (same, others) in zip(both.sentences, first.sentences, strict=True):
        assert span == same
        assert labels["warmth"].p != others["warmth"].p
    assert both.whole["warmth"].p != first.whole["warmth"].p


def test_a_sentence_the_second_tier_does_not_reach_is_told_by_the_first(tmp_path):
    pack = open_pack(write_small_pack(tmp_path))
    draft = "you are here. " * 60 + "How was that for you?"
    both = read(pack, draft, BEFORE)
    first = read(open_pack(tmp_path, first_alone=True), draft, BEFORE)
    assert both.sentences[-1] == first.sentences[-1]
    assert both.sentences[0] != first.sentences[0]


def test_without_its_files_or_without_numpy_the_first_tier_reads_alone(tmp_path):
    write_small_pack(tmp_path)
    draft = "How was that for you?"
    first = read(open_pack(tmp_path, first_alone=True), draft, BEFORE)
    code = (
        "import sys; sys.modules['numpy'] = None\n"
        "from pathlib import Path\n"
        "from listening_coach.pack import open_pack\n"
        "from listening_coach.reading import read\n"
        f"pack = open_pack(Path({str(tmp_path)!r}))\n"
        f"found = read(pack, {draft!r}, {BEFORE!r})\n"
        "print(pack.second, found.sentences[0][1]['question'].p)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.stdout.split() == ["None", str(first.sentences[0][1]["question"].p)], ran.stderr
    (tmp_path / "encoder.bin").unlink()
    assert read(open_pack(tmp_path), draft, BEFORE) == first


@pytest.mark.parametrize(
    ("file", "change", "says"),
    [
        ("encoder.bin", lambda data: data[:-4], "not as long"),
        ("encoder.bin", lambda data: bytes([data[0] ^ 1]) + data[1:], "not the file"),
        ("pieces.txt", lambda data: data.replace(b"\nyou\n", b"\nyuo\n"), "not the file"),
    ],
)
def test_an_encoder_that_is_another_file_is_refused(tmp_path, file, change, says):
    write_small_pack(tmp_path)
    (tmp_path / file).write_bytes(change((tmp_path / file).read_bytes()))
    with pytest.raises(BadPack, match=says):
        open_pack(tmp_path)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda row: row["shape"].update(layers=3), "shorter"),
        (lambda row: row["shape"].update(layers=1), "longer"),
        (lambda row: row["shape"].update(pieces=5), "pieces"),
        (lambda row: row["labels"]["open"]["parts"][0]["a"].update(mood=1.0), "leans"),
        (lambda row: row.pop("sentence"), "has to say"),
    ],
)
def test_an_encoder_that_is_not_what_the_pack_says_is_refused(tmp_path, change, says):
    row = json.loads((write_small_pack(tmp_path) / "pack.json").read_text("utf-8"))
    change(row["encoder"])
    (tmp_path / "pack.json").write_text(json.dumps(row), "utf-8")
    with pytest.raises(BadPack, match=says):
        open_pack(tmp_path)
