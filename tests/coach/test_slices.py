"""Parts of the corpus and other wordings are measured one by one, and told on the card."""

from pathlib import Path

from listening_coach.corpus import read
from listening_coach.deeds import done, written
from listening_coach.gathering import Example
from listening_coach.marking import AWAY, SILENT, THERE
from listening_coach.pack import open_pack
from listening_coach.slices import CHANGES, Slice, slices, steady, table
from listening_coach.training import LABELS

COACH = Path(__file__).parents[2] / "coach"
MESSAGES = list(read(COACH / "corpus" / "pairs"))[:4]


def test_a_part_counts_only_its_own_sentences_and_only_what_was_said():
    one = MESSAGES[0]
    known = ({"warmth": True}, {"warmth": True}, {"warmth": False})
    texts = ("So glad.", "word " * 21, "word " * 22)
    told = {name: [SILENT] * 3 for name in LABELS} | {"warmth": [THERE, SILENT, THERE]}
    found = slices({one.id: one}, [Example(one.id, one.client, texts, known, {})], told)
    assert found["all"]["warmth"] == Slice(there=2, said=2, right=1)
    assert found["up to four words"]["warmth"] == Slice(1, 1, 1)
    assert found["over twenty words"]["warmth"] == Slice(1, 1, 0)
    assert found["all"]["question"] == Slice(0, 0, 0)


def test_of_too_few_sentences_nothing_is_told_and_what_is_weak_is_named():
    over_all, weak, few = Slice(100, 100, 90), Slice(50, 40, 30), Slice(29, 29, 0)
    labels = dict.fromkeys(LABELS, over_all)
    drawn = table(
        {
            "all": labels,
            "weak": dict.fromkeys(LABELS, weak),
            "few": dict.fromkeys(LABELS, few),
        }
    )
    rows = drawn.splitlines()
    assert rows[2].startswith("| all | 0.90 / 0.90 (100) |")
    assert rows[3].startswith("| weak | **0.75** / **0.60** (50) |")
    assert rows[4].startswith("| few | - / - (29) |")


def test_what_a_reply_did_follows_the_rule_of_the_practice_room():
    none = {name: [AWAY] for name in LABELS}
    whole = {"whole_warmth": AWAY, "whole_understanding": AWAY}
    for given, deed in (
        ({}, "passed"),
        ({"advice": [SILENT], "reflection": [THERE]}, None),
        ({"advice": [THERE], "reflection": [THERE]}, "advised"),
        ({"reflection": [SILENT], "question": [THERE]}, None),
        ({"warmth": [THERE], "understanding": [SILENT]}, "listened"),
        ({"question": [THERE], "own_story": [SILENT]}, "questioned"),
        ({"own_story": [THERE]}, "shared"),
    ):
        assert done(none | given, whole) == deed, given
    assert done(none, whole | {"whole_warmth": THERE}) == "listened"
    assert written(["AU", "R"]) == "advised"
    assert written(["-"]) == "passed"


def test_a_question_stays_a_question_however_it_is_worded():
    found = steady(open_pack(COACH / "packs" / "open"), MESSAGES)
    assert set(found) == set(CHANGES)
    card = (COACH / "packs" / "open" / "card.md").read_text("utf-8")
    for change, labels in found.items():
        assert labels["question"] >= 0.95, change
        assert f"| {change} |" in card
