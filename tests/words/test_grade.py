"""Everybody can read what we write: every visible sentence is at grade 6 or below."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from alongside.cli.setup.words import WORDS as SETUP
from alongside.web.words.en import WORDS
from tests.words.grade import grade, syllables_in, words_in

PROJECT = Path(__file__).resolve().parents[2]
HIGHEST = 6.0
# In a text of fewer words the formula means nothing: its longest word is looked at instead.
SHORTEST_SENTENCE = 6
LONGEST_LABEL_WORD = 3
# Long, and known to everyone.
EASY = {"usually", "emergency", "languages", "recovery", "certificate", "certificates"}

# Sentences that stay above, each with its reason.
EXCEPTIONS = {
    "month.1": "a month has the name it has",
    "month.2": "a month has the name it has",
    "fact.anxiety": "what it is called by those who have it",
    "fact.anxiety.line": "what it is called by those who have it",
    "fact.nonbinary": "what people call themselves",
    "fact.nonbinary.line": "what people call themselves",
    "again.tomorrow": "everyone knows the word tomorrow",
    "fact.vi": "a language has the name it has",
    "lang.vi": "a language has the name it has",
    "told.notice-us": "the words the law gives for whoever is told",
}


def server_sentences():
    return {f"server {key}": text for key, text in WORDS.items()}


def promise_sentences():
    book = json.loads((PROJECT / "protocol" / "promise" / "en.json").read_text())
    sentences = {f"promise {key}": entry["text"] for key, entry in book["sentences"].items()}
    return sentences | {f"promise {key}": text for key, text in book["groups"].items()}


def crisis_sentences():
    book = json.loads((PROJECT / "server/alongside/web/crisis.json").read_text())
    lines = [line for lines in book["lines"].values() for line in lines]
    return {
        f"crisis {line['name']} {field}": line[field]
        for line in [*lines, book["emergency_line"]]
        for field in ("who", "hours", "what_happens")
    }


def setup_sentences():
    return {f"setup {key}": text for key, text in SETUP.items()}


def room_sentences():
    script = "import('./browser/words/en.js').then(m => console.log(JSON.stringify(m.en)))"
    shown = subprocess.run(
        ["node", "--input-type=module", "-e", script],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    )
    return {f"room {key}": text for key, text in json.loads(shown.stdout).items()}


def too_hard(text):
    words = words_in(text)
    if len(words) < SHORTEST_SENTENCE:
        parts = (part for word in words for part in word.lower().split("-") if part not in EASY)
        return [part for part in parts if part and syllables_in(part) > LONGEST_LABEL_WORD]
    return round(grade(text), 1) if grade(text) > HIGHEST else None


@pytest.mark.parametrize(
    "sentences",
    [
        server_sentences,
        promise_sentences,
        crisis_sentences,
        setup_sentences,
        room_sentences,
    ],
)
def test_everybody_can_read_what_we_write(sentences):
    hard = {
        key: (too_hard(text), text)
        for key, text in sentences().items()
        if key.split(" ", 1)[1] not in EXCEPTIONS and too_hard(text)
    }
    assert hard == {}


def test_the_promise_has_no_parameter_it_does_not_take():
    book = json.loads((PROJECT / "protocol" / "promise" / "en.json").read_text())
    for entry in book["sentences"].values():
        assert sorted(set(re.findall(r"{(\w+)}", entry["text"]))) == sorted(entry["takes"])
        assert entry["group"] in book["groups"]


@pytest.mark.parametrize(
    ("word", "count"),
    [("specialist", 3), ("device", 2), ("locked", 1), ("people", 2), ("emergency", 4),
     ("settled", 2), ("called", 1), ("table", 2), ("created", 3), ("promises", 3)],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_said(word, count):
    assert syllables_in(word) == count


def test_a_hard_sentence_is_found():
    hard = "The organisation's confidentiality obligations notwithstanding, disclosures happen."
    assert too_hard(hard)
    assert too_hard("Confidentiality agreement")
    assert not too_hard("You can stop at any time, without a reason.")
