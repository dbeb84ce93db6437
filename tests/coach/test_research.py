"""A pack is learnt from tables too, in both tiers, and answers their tasks itself."""

import csv

import pytest
from listening_coach.judging import FILES, judge
from listening_coach.pack import open_pack
from listening_coach.reading import read
from listening_coach.research import Sources, train_research

from tests.coach.small_weights import PLAN, write_small_weights

SAID = [
    ("How was that for you?", "question", "open", "Open Question", (0, 0, 2)),
    ("Did you feel tired today?", "question", "closed", "Closed Question", (0, 0, 1)),
    ("So you feel tired.", "reflection", "n/a", "Simple Reflection", (0, 2, 0)),
    ("Maybe try it today.", "therapist_input", "n/a", "Direct", (0, 0, 0)),
    ("I am so sorry it was hard.", "other", "n/a", "Support", (2, 1, 0)),
]


def _write(file, columns, rows):
    with file.open("w", encoding="utf-8", newline="") as opened:
        written = csv.writer(opened)
        written.writerow(columns)
        written.writerows(rows)


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    many = [(at, *SAID[at % len(SAID)]) for at in range(60)]
    before = "I was tired and it was hard."
    _write(
        folder / "epitome.csv",
        ["group", "seeker_post", "response_post", "ER", "IP", "EX", "fold"],
        [(f"e{at}", before, text, *levels, at % 2) for at, text, _, _, _, levels in many],
    )
    _write(
        folder / "annomi.csv",
        ["group", "context", "utterance_text", "main_therapist_behaviour", "question_subtype",
         "question_exists", "reflection_exists", "fold"],
        [(f"a{at}", before, text, main, kind, main == "question", main == "reflection", at % 2)
         for at, text, main, kind, _, _ in many],
    )  # fmt: skip
    _write(
        folder / "mi_gold.csv",
        ["group", "context", "text", "label", "fold"],
        [(f"m{at}", "", text, label, at % 2) for at, text, _, _, label, _ in many],
    )
    return folder


@pytest.fixture(scope="module")
def learnt(tables, tmp_path_factory):
    weights = write_small_weights(tmp_path_factory.mktemp("weights"))
    out = tmp_path_factory.mktemp("packs") / "research"
    train_research(Sources(tables, None, weights, "0"), out, quick=True, plan=PLAN)
    return out


@pytest.mark.parametrize("task", list(FILES))
def test_every_task_is_answered_by_both_tiers_on_a_fold_that_was_left_out(learnt, tables, task):
    pack = open_pack(learnt)
    found = judge(pack, tables / FILES[task], task, "0")
    assert found["accuracy"] == 1, found
    alone = judge(open_pack(learnt, first_alone=True), tables / FILES[task], task, "0")
    assert alone["calibration_error"] != found["calibration_error"]


def test_a_research_pack_reads_drafts_like_any_other(learnt):
    pack = open_pack(learnt)
    assert pack.row["licence"].startswith("not to be passed on")
    found = read(pack, "How was that for you?", "I was tired.")
    assert found.sentences[0][1]["question"].p > 0.5
