"""A pack is judged on tables of labelled replies, with figures anybody can compute again."""

import csv
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from listening_coach.judging import TASKS, NoSuchTable, Sight, judge
from listening_coach.measures import (
    Answer,
    area,
    area_by_words,
    by_mark,
    calibration_by_chance,
    calibration_error,
    f1,
    figures,
    lowest_mark,
    macro_f1,
    recall_at,
)
from listening_coach.pack import BadPack, open_pack
from listening_coach.reading import read

from alongside.cli import main

OPEN = Path(__file__).parents[2] / "coach" / "packs" / "open"
SPOKEN = [
    ("a", "What was that like for you?", "question", "open", "False"),
    ("a", "Did you sleep last night?", "question", "closed", "False"),
    ("b", "So you feel that nobody is on your side.", "reflection", "n/a", "True"),
    ("b", "Okay.", "other", "n/a", "False"),
    ("c", "You should see a doctor about it.", "therapist_input", "n/a", "False"),
]


def _table(folder, columns, rows):
    file = folder / "table.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        written = csv.writer(opened)
        written.writerow(columns)
        written.writerows(rows)
    return file


@pytest.fixture
def spoken(tmp_path):
    columns = (
        "group,utterance_text,main_therapist_behaviour,question_subtype,"
        "reflection_exists,question_exists,context"
    )
    rows = [
        (group, text, main_code, kind, reflected, str(main_code == "question"), "I feel low.")
        for group, text, main_code, kind, reflected in SPOKEN
    ]
    return _table(tmp_path, columns.split(","), rows)


def test_plain_things_are_read_as_anybody_would(spoken):
    pack = open_pack(OPEN)
    for task in ("question_exists", "open_closed", "annomi_main", "reflection_exists"):
        found = judge(pack, spoken, task)
        assert found["accuracy"] == 1, (task, found)
        assert found["n"] == (2 if task == "open_closed" else 5)


def test_advice_and_the_three_ways_are_judged_on_their_own_tables(tmp_path):
    pack = open_pack(OPEN)
    gold = [("a", "You should quit.", "Direct"), ("b", "I was ten when we moved.", "Other")]
    found = judge(pack, _table(tmp_path, ["group", "text", "label"], gold), "advice_unasked")
    assert (found["accuracy"], found["recall_at_precision_80"]) == (1, 1)
    columns = ["group", "seeker_post", "response_post", "ER", "IP", "EX"]
    told = [
        ("a", "My dog died.", "I'm so sorry, I'm here if you want to talk.", 1, 0, 0),
        ("b", "I am done.", "What happened?", 0, 0, 2),
    ]
    file = _table(tmp_path, columns, told)
    warm = judge(pack, file, "epitome_ER")
    assert warm["present_or_not"]["accuracy"] == 1
    assert warm["area"] is None
    assert [n for n, _ in warm["area_by_words"].values()] == [1, 1, 0, 0, 0]
    assert judge(pack, file, "epitome_EX")["accuracy"] == 1


def test_what_a_corpus_seldom_calls_understanding_is_a_leaning_and_no_answer():
    def said(understanding, own_story):
        sight = Sight({"own_story": own_story}, {"understanding": understanding}, 0.0, {}, {})
        return TASKS["epitome_IP"].said(sight)

    assert said(1.0, 0.0) == pytest.approx({"0": 0.6, "2": 0.4})
    assert said(0.0, 1.0) == pytest.approx({"0": 0.0, "2": 1.0})
    assert said(0.0, 0.3)["2"] < 0.5 < said(1.0, 0.3)["2"]


def test_figures_are_those_of_the_books():
    seen = Counter({("a", "a"): 6, ("a", "b"): 2, ("b", "b"): 1, ("b", "a"): 1})
    assert f1(seen, "a") == pytest.approx(12 / 15)
    assert macro_f1(seen) == pytest.approx((12 / 15 + 2 / 5) / 2)
    sure = [Answer(str(at), "yes", {"yes": 0.9, "no": 0.1}) for at in range(10)]
    assert calibration_error(sure) == pytest.approx(0.1)
    ranked = [
        Answer("g", truth, {"yes": p, "no": 1 - p})
        for truth, p in [("yes", 0.9), ("yes", 0.8), ("no", 0.7), ("yes", 0.6), ("yes", 0.1)]
    ]
    assert recall_at(ranked, "yes", 0.8) == 1
    assert recall_at(ranked, "yes", 0.9) == 0.5


def test_few_rows_lie_apart_by_chance_and_many_hardly():
    few, many = (
        [Answer(str(at), "yes", {"yes": 0.9, "no": 0.1}) for at in range(size)]
        for size in (100, 6400)
    )

    usual, most = calibration_by_chance(few)

    # Of a hundred draws, 90 give or take three: four fifths of that is how far they lie apart.
    assert usual == pytest.approx(0.8 * 0.03, rel=0.1)
    assert most == pytest.approx(1.96 * 0.03, rel=0.15)
    assert calibration_by_chance(many)[0] == pytest.approx(usual / 8, rel=0.1)
    assert calibration_by_chance([Answer("g", "yes", {"yes": 1.0})] * 9) == (0, 0)
    assert calibration_by_chance(few) == (usual, most)


def test_how_replies_are_ordered_is_told_apart_from_where_the_mark_stands():
    low = [
        Answer(str(at), "yes" if at >= 8 else "no", {"yes": at / 100}, None, 5 * (at % 2))
        for at in range(16)
    ]
    assert area(low, "yes") == 1
    assert macro_f1(Counter((one.truth, one.said) for one in low)) < 0.5
    alike = [Answer("g", one, {"yes": 0.5}) for one in ("yes", "no") * 6]
    assert area(alike, "yes") == 0.5
    assert area(alike[:8], "yes") is None
    long = [Answer("g", one.truth, {"yes": -one.likely["yes"]}, None, 90) for one in low]
    by_words = area_by_words([*low, *long], "yes")
    assert by_words["0"] == (16, 1)
    assert by_words["8"] == (0, None)
    assert by_words["61"] == (16, 0)


def test_what_a_room_would_say_is_counted_as_the_pack_says_it(tmp_path, capsys):
    pack = open_pack(OPEN)
    rows = [
        ("a", "You should quit.", "Direct"),
        ("b", "I was ten when we moved.", "Other"),
        ("c", "It helps to write it down.", "Direct"),
    ]
    file = _table(tmp_path, ["group", "text", "label"], rows)
    sure = [read(pack, text, "").sentences[0][1]["advice"].there for _, text, _ in rows]
    assert None in sure
    rest = judge(pack, file, "advice_unasked")["abstention"]
    assert rest["said"] == round(sum(one is not None for one in sure) / 3, 4)
    assert "said" not in judge(pack, file, "mi_groups")["abstention"]
    asked = ["listening", "judge", "--pack", str(OPEN), "--data", str(file), "--task"]
    assert main([*asked, "mi_groups"]) == 0
    assert "a room says it" not in capsys.readouterr().out
    assert main([*asked, "advice_unasked"]) == 0
    out = capsys.readouterr().out
    assert "a room says it" in out
    assert "right from no mark up" in out


def test_a_mark_is_the_lowest_that_holds_with_all_above_it():
    found = {
        "0.50": [90, 80], "0.60": [60, 40], "0.70": [40, 32],
        "0.80": [25, 20], "0.90": [19, 1],
    }  # fmt: skip
    assert lowest_mark(found, 0.8, 20) == "0.70"
    assert lowest_mark(found, 0.8, 10) is None
    answers = [Answer("g", "yes", {"yes": 0.9}), Answer("g", "no", {"yes": 0.6})]
    assert by_mark(answers, "yes")["0.55"] == [2, 1]
    assert by_mark(answers, "yes")["0.90"] == [1, 1]


def test_a_range_is_drawn_from_groups_and_comes_out_the_same_each_time():
    answers = [
        Answer(f"g{at % 7}", "yes" if at % 3 else "no", {"yes": 0.6, "no": 0.4})
        for at in range(70)
    ]
    first, again = figures(answers), figures(answers)
    assert first == again
    low, high = first["accuracy_range"]
    assert low <= first["accuracy"] <= high
    assert first["groups"] == 7
    assert first["majority"]["accuracy"] == first["accuracy"]


def test_the_command_prints_what_was_found_and_says_what_is_wrong(spoken, capsys):
    asked = ["listening", "judge", "--pack", str(OPEN), "--data", str(spoken)]
    assert main([*asked, "--task", "question_exists", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["macro_f1"] == 1
    assert main([*asked, "--task", "question_exists"]) == 0
    assert "macro-F1 1.000" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="no columns"):
        main([*asked, "--task", "mi_groups"])
    with pytest.raises(SystemExit, match="holds no pack"):
        main(["listening", "judge", "--pack", "nowhere", *asked[4:], "--task", "mi_groups"])
    with pytest.raises(SystemExit, match="no row"):
        main([*asked, "--task", "open_closed", "--fold", "9"])


def test_judging_needs_no_library_for_learning(spoken):
    code = (
        "import sys; sys.modules['numpy'] = sys.modules['scipy'] = None\n"
        "from alongside.cli import main\n"
        f"sys.exit(main(['listening', 'judge', '--pack', {str(OPEN)!r}, '--data', "
        f"{str(spoken)!r}, '--task', 'annomi_main']))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


def test_a_task_nobody_knows_is_refused(spoken):
    with pytest.raises(NoSuchTable, match="epitome_ER"):
        judge(open_pack(OPEN), spoken, "mood")
    assert len(TASKS) == 9


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda row: row.update(format=9), "format 1"),
        (lambda row: row["files"]["heads.bin"].update(bytes=1), "not as long"),
        (lambda row: row["files"]["heads.bin"].update(sha256="0"), "not the file"),
        (lambda row: row["heads"].pop(), "heads named"),
        (lambda row: row["labels"]["open"].update(parts=[]), "leans"),
        (lambda row: row.pop("features"), "has to say"),
    ],
)
def test_a_pack_that_is_not_what_it_says_is_refused(tmp_path, change, says):
    row = json.loads((OPEN / "pack.json").read_text("utf-8"))
    change(row)
    (tmp_path / "pack.json").write_text(json.dumps(row), "utf-8")
    (tmp_path / "heads.bin").write_bytes((OPEN / "heads.bin").read_bytes())
    with pytest.raises(BadPack, match=says):
        open_pack(tmp_path)
