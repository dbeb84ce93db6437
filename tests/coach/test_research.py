"""A pack is learnt from tables too, in both tiers, and answers their tasks itself."""

import csv
from dataclasses import replace

import numpy as np
import pytest
from listening_coach import baseline
from listening_coach.deep_training import choices_of
from listening_coach.judging import FILES, answers_of, judge
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


def _tables(folder, count):
    many = [(at, *SAID[at % len(SAID)]) for at in range(count)]
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
def tables(tmp_path_factory):
    return _tables(tmp_path_factory.mktemp("tables"), 60)


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


def test_its_card_says_what_it_learnt_from_and_how_right_it_is_on_the_fold(learnt, tables):
    card = (learnt / "card.md").read_text(encoding="utf-8")

    assert card.count("60 rows in 60 groups") == 3
    assert "fold 0 to judge it" in card
    assert "own corpus" not in card
    rows = [line.split(" | ") for line in card.splitlines() if line.startswith("| ")][1:]
    assert len(rows) == len(FILES)
    told = judge(open_pack(learnt), tables / "annomi.csv", "annomi_main", "0")
    main = next(row for row in rows if row[0] == "| question, reflection, input or other")
    assert main[1] == f"{told['n']} ({told['groups']})"
    assert main[5].startswith(f"**{told['macro_f1']:.3f}**")
    assert main[6].startswith(f"{told['calibration_error']:.3f} (")


def test_finer_answers_help_to_learn_and_are_not_written(learnt):
    heads = open_pack(learnt).row["encoder"]["whole_heads"]
    assert "deep_mi_groups/support" in heads
    assert not any(head.startswith("deep_label/") for head in heads)


def test_answers_that_exclude_each_other_are_learnt_as_one_question():
    heads = ("whole_warmth", "ER/0", "ER/1", "ER/2", "asked/no", "main/other", "main/question")
    assert choices_of(heads) == ((1, 4), (5, 7))


def test_settling_leans_without_changing_how_likely_an_answer_is(tmp_path):
    tables = _tables(tmp_path, 600)
    train_research(Sources(tables), tmp_path / "pack", quick=True)
    pack = open_pack(tmp_path / "pack")
    assert "Nobody knows: no fold was left out." in (tmp_path / "pack" / "card.md").read_text()
    answers = pack.row["tasks"]["epitome_IP"]
    assert all("lean" in one for one in answers.values())
    (first, *_) = answers_of(pack, tables / "epitome.csv", "epitome_IP")
    assert sum(first.likely.values()) == pytest.approx(1)
    leant = replace(first, leans={first.truth: 0.0, "1": 50.0})
    assert (first.said, leant.said) == (first.truth, "1")
    assert leant.likely == first.likely


def test_plain_words_stand_beside_a_pack(tables, capsys):
    """Fold by fold, each judged by what the others taught; here a few sentences say it all."""
    baseline.main(tables, ("0", "1"))
    told = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in told] == list(FILES)
    assert all("right 1.0" in line and "n " in line for line in told)


def test_plain_words_see_signs_and_only_what_two_texts_hold():
    assert "c:d?" in set(baseline.names("tired?"))
    words = baseline.Words(["so what", "so sad"])
    rows = words.rows(["what", "so"])
    assert rows.times(np.ones(rows.width)).tolist()[0] == 0
    assert rows.times(np.ones(rows.width)).tolist()[1] > 1
