"""Our own corpus is compared with tables of others, and a copy would be named: that is tried.

The research tables are not needed: whoever has them runs the same program on them, and the
page of the corpus tells what came of it.
"""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from listening_coach.corpus import read
from listening_coach.leakage import COLUMNS, LEAST, near, same, written

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "coach" / "corpus"
OURS = "I was eleven months in when I had that drink at the station, and nobody saw me do it."
STOCK = "Do you want to talk about it?"


def _corpus(folder, *replies):
    """A corpus of one message, with these three replies and one everyday sentence."""
    row = {
        "id": "x-1", "topic": "sleep", "voice": "short", "client": "Four hours again.",
        "asks": False,
        "replies": [
            {"q": quality, "s": [[text, "-"]], "er": 0, "ip": 0, "ex": 0}
            for quality, text in zip(("good", "middling", "poor"), replies, strict=True)
        ],
    }  # fmt: skip
    (folder / "pairs").mkdir()
    (folder / "pairs" / "x.jsonl").write_text(json.dumps(row), "utf-8")
    (folder / "everyday.txt").write_text("QC|Have you seen the shed with the blue door?\n")
    return folder


def _table(folder, column, *texts):
    """A table of others with these texts, between ones that nobody of us wrote."""
    folder.mkdir()
    with (folder / "theirs.csv").open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(["group", column])
        rows.writerows([["g", text] for text in ("The kettle sings in A flat.", *texts, "")])
    return folder


@pytest.mark.parametrize("column", COLUMNS)
def test_a_reply_that_stands_there_is_named_in_whatever_column(tmp_path, column):
    corpus = _corpus(tmp_path, OURS, "Oh dear.", "Try a bath.")
    tables = _table(tmp_path / "theirs", column, OURS)
    assert list(near(corpus, tables)) == [
        ("x-1, reply 0", f"theirs.csv, row 2, {column}", pytest.approx(1.0))
    ]
    assert same(corpus, tables) == 1


def test_other_signs_capitals_and_a_part_of_it_hide_nothing(tmp_path):
    corpus = _corpus(tmp_path, OURS, "Oh dear.", "Try a bath.")
    told = "well; I WAS eleven months in, when I had that drink at the station. Then I slept."
    assert [one[0] for one in near(corpus, _table(tmp_path / "theirs", "text", told))] == [
        "x-1, reply 0"
    ]


def test_messages_and_everyday_sentences_are_compared_as_well(tmp_path):
    corpus = _corpus(tmp_path, OURS, "Oh dear.", "Try a bath.")
    told = "Have you seen the shed with the blue door?"
    tables = _table(tmp_path / "theirs", "text", told)
    assert [place for place, _ in written(corpus)] == [
        "x-1", "x-1, reply 0", "x-1, reply 1", "x-1, reply 2", "everyday, line 1",
    ]  # fmt: skip
    assert same(corpus, tables) == 1
    assert [one[0] for one in near(corpus, tables)] == ["everyday, line 1"]


def test_what_everybody_says_is_no_copy(tmp_path):
    """Under five runs of five words nothing is near; under five words nothing is the same."""
    corpus = _corpus(tmp_path, STOCK, "Oh dear.", "Try a bath.")
    tables = _table(tmp_path / "theirs", "text", f"Hm. {STOCK} I do.", "Oh dear.")
    assert list(near(corpus, tables)) == []
    assert same(corpus, tables) == 0


def test_of_our_own_replies_put_into_a_table_each_is_named(tmp_path):
    """Every hundredth of those that are long enough; with all the others beside it."""
    long = {
        f"{message.id}, reply {at}": reply.text
        for message in read(CORPUS / "pairs")
        for at, reply in enumerate(message.replies)
        if len(reply.text.split()) >= LEAST + 10
    }
    planted = dict(list(long.items())[::100])
    tables = _table(tmp_path / "theirs", "response_post", *planted.values())
    assert {ours for ours, _, _ in near(CORPUS, tables)} == set(planted)
    assert same(CORPUS, tables) == len(planted) > 20


def test_what_it_prints_names_places_and_never_words(tmp_path):
    corpus = _corpus(tmp_path, OURS, "Oh dear.", "Try a bath.")
    tables = _table(tmp_path / "theirs", "text", OURS)
    said = subprocess.run(
        [sys.executable, "-m", "listening_coach.leakage", corpus, tables],
        env={"PYTHONPATH": str(ROOT / "coach")},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert (
        said
        == "x-1, reply 0 | theirs.csv, row 2, text | 1.00\n1 near pairs; 1 texts the same\n"
    )
