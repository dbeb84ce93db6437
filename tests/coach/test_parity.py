"""Python and the room read a draft alike, to a thousandth."""
# ruff: noqa: RUF001  # odd letters are what is tested

import json
import subprocess
import sys
from pathlib import Path

import pytest
from listening_coach.corpus import read as read_corpus
from listening_coach.pack import open_pack
from listening_coach.reading import read

from tests.coach.small_pack import OPEN, write_small_pack

ROOT = Path(__file__).parents[2]
NODE = subprocess.run(
    [sys.executable, ROOT / "tools" / "node.py"], check=True, capture_output=True, text=True
).stdout.strip()
KERNEL = ROOT / "var" / "made" / "kernel.wasm"
SCRIPT = """
import { readFileSync, writeSync } from "node:fs";
import { read } from "%(root)s/browser/listening/engine.js";
import { withEncoder } from "%(root)s/browser/listening/fuller.js";
import { openPack } from "%(root)s/browser/listening/pack.js";
const file = (name) => new Uint8Array(readFileSync("%(folder)s/" + name));
const first = openPack(new TextDecoder().decode(file("pack.json")), file("heads.bin"));
const pack = "%(kernel)s" === "" ? first : await withEncoder(first, {
    encoder: file("encoder.bin"), pieces: file("pieces.txt"),
    kernel: new Uint8Array(readFileSync("%(kernel)s")),
});
const rows = JSON.parse(readFileSync(0, "utf8"));
writeSync(1, JSON.stringify(rows.map(([draft, before]) => read(pack, draft, before))));
"""
MOST_ON_A_MARK = 5
OF_TWO_TIERS = pytest.mark.skipif(
    not (OPEN / "encoder.bin").exists(), reason="the open pack has one tier"
)
ODD = [
    ("🙂🙂👍🏽 well done 👩‍👩‍👧", "😢"),
    ("𝓘'm glad you wrote 𝖆𝖌𝖆𝖎𝖓. How are you? 🤷🏿‍♀️", "𝕙ello"),
    ("Cafe\u0301 talk, nai\u0308ve me.", "Café"),
    ("Caf\u00e9 talk, na\u00efve me.", "Cafe\u0301"),
    ("שלום I'm here for you. مرحبا", "hello"),
    ("You said you were tired. " * 320, "I am tired. " * 600),
    ("a" * 8000, "b" * 8000),
    ("?!?!... — -- ;;;", "..."),
    ("", ""),
    (" \n\t ", " "),
    ("“So you left.” ‘Really?’ he’s gone…and then?", "left"),
    ("U r so brave, ur gonna b ok, idk what else 2 say tbh!!!", "u ok?"),
    ("Dr. Shah said p.m. is fine. No. 5 at St. Ann's e.g. Tuesday.", "when"),
    ("can i tell you what helped me? try a walk", "What should I do"),
    ("İstanbul ẞtraße ﬁne ½ ⁈ ‼ ÷", "ǅ"),
]


def _in_the_room(rows, folder, kernel=""):
    code = SCRIPT % {"root": ROOT.as_posix(), "folder": folder, "kernel": kernel}
    ran = subprocess.run(
        [str(Path(NODE) / "node"), "--input-type=module", "-e", code],
        input=json.dumps(rows),
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(ran.stdout)


def _units(text, place):
    """JavaScript counts a character beyond the first plane as two."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def test_a_thousand_sentences_and_odd_ones_are_read_alike_by_the_first_tier():
    _both_read_alike(OPEN, open_pack(OPEN, first_alone=True))


def test_a_thousand_sentences_and_odd_ones_are_read_alike_by_both_tiers(tmp_path):
    folder = write_small_pack(tmp_path)
    _both_read_alike(folder, open_pack(folder), kernel=KERNEL)


@OF_TWO_TIERS
def test_every_eighth_of_them_and_odd_ones_are_read_alike_by_the_pack_that_ships():
    """The small pack, with the same arithmetic, reads them all; so does this, as proof."""
    _both_read_alike(OPEN, open_pack(OPEN), kernel=KERNEL, every=8)


@OF_TWO_TIERS
@pytest.mark.proof
def test_a_thousand_sentences_and_odd_ones_are_read_alike_by_the_pack_that_ships():
    _both_read_alike(OPEN, open_pack(OPEN), kernel=KERNEL)


def _both_read_alike(folder, pack, kernel="", *, every=1):
    messages = list(read_corpus(ROOT / "coach" / "corpus" / "pairs"))
    replies = [(reply, message.client) for message in messages for reply in message.replies]
    replies = replies[:: sum(len(reply.sentences) for reply, _ in replies) // 1_100]
    assert sum(len(reply.sentences) for reply, _ in replies) >= 1_000
    rows = [*ODD, *((reply.text, client) for reply, client in replies[::every])]
    assert (pack.second is not None) == bool(kernel)

    unclear = 0
    for (draft, before), there in zip(rows, _in_the_room(rows, folder, kernel), strict=True):
        here = read(pack, draft, before)
        assert here.english == there["english"], draft[:80]
        spans = [
            (_units(draft, begins), _units(draft, ends)) for (begins, ends), _ in here.sentences
        ]
        assert spans == [(one["from"], one["to"]) for one in there["sentences"]], draft[:80]
        marks = pack.second or pack
        for (_, labels), one in zip(here.sentences, there["sentences"], strict=True):
            unclear += _alike(labels, one["labels"], draft, marks.labels)
        unclear += _alike(here.whole, there["whole"], draft, marks.whole)
    assert unclear <= MOST_ON_A_MARK, "of some ten thousand labels"


def _alike(here, there, draft, marks):
    """Within a thousandth; what is said too, but where a mark lies between the two.

    Gives of how many labels that is so: there no two programs can say the same.
    """
    assert {name: said.p for name, said in here.items()} == pytest.approx(
        {name: said["p"] for name, said in there.items()}, abs=1e-3
    ), draft[:80]
    clear = [
        name for name in here if not _on_a_mark(here[name].p, there[name]["p"], marks[name])
    ]
    assert {name: here[name].there for name in clear} == {
        name: there[name]["is"] for name in clear
    }, draft[:80]
    return len(here) - len(clear)


def _on_a_mark(one, other, label):
    """Say whether a mark lies between two likelihoods, or on one to the last bit."""
    low, high = min(one, other) - 1e-9, max(one, other) + 1e-9
    return any(low <= mark <= high for mark in (label.yes, label.no))
