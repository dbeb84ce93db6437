"""Whoever reads Spanish reads the same, all of it, and as easily."""

import hashlib
import itertools
import json
import re
import subprocess
from pathlib import Path

import pytest

from alongside.web.words.en import WORDS as ENGLISH
from alongside.web.words.es import WORDS as SPANISH
from pse.promise import agreement_hash
from pse.refusal import BadWords
from pse.words import phrase_of, word_list
from tests.words.grade_es import grade_es, syllables_in_es, words_in_es
from tests.words.test_lists import are_one_slip_apart

PROJECT = Path(__file__).resolve().parents[2]
LISTS = PROJECT / "protocol" / "words"
HIGHEST = 6.0
SHORTEST_SENTENCE = 6
LONGEST_LABEL_WORD = 4
# Long, and known to everyone.
EASY = {
    *("computadora", "dispositivo", "especialista", "especialistas", "recuperación"),
    *("certificado", "certificados"),
}
# Sentences that stay above, each with its reason.
EXCEPTIONS = {
    "fact.stimulants": "what they are called",
    "fact.burnout": "what it is called",
    "fact.burnout.line": "what it is called",
    "fact.student": "what people are called",
    "fact.disabled": "what people call themselves",
    "fact.disabled.line": "what people call themselves",
    "fact.veteran": "what people call themselves",
    "fact.first-nation": "what people call themselves",
    "fact.first-nation.line": "what people call themselves",
    "lang.uk": "a language has the name it has",
}


def promises():
    folder = PROJECT / "protocol" / "promise"
    english, spanish = (
        json.loads((folder / f"{one}.json").read_text()) for one in ("en", "es")
    )
    return english, spanish


def holes(text):
    return sorted(re.findall(r"{(\w+)}", text))


def room_sentences():
    script = "import('./browser/words/es.js').then(m => console.log(JSON.stringify(m.es)))"
    shown = subprocess.run(
        ["node", "--input-type=module", "-e", script],
        cwd=PROJECT, capture_output=True, text=True, timeout=20, check=True,
    )  # fmt: skip
    return json.loads(shown.stdout)


def promise_sentences():
    _, book = promises()
    return {key: entry["text"] for key, entry in book["sentences"].items()} | book["groups"]


def crisis_sentences():
    book = json.loads((PROJECT / "server/alongside/web/crisis.json").read_text())
    lines = [line for lines in book["lines"].values() for line in lines]
    return {
        f"{line['name']} {field}": text
        for line in [*lines, book["emergency_line"]]
        for field, text in line["in"]["es"].items()
    }


def too_hard(text):
    words = words_in_es(text)
    if len(words) < SHORTEST_SENTENCE:
        return [
            word
            for word in words
            if word.lower() not in EASY and syllables_in_es(word) > LONGEST_LABEL_WORD
        ]
    return round(grade_es(text), 1) if grade_es(text) > HIGHEST else None


def test_no_sentence_of_the_pages_is_missing_in_spanish():
    """The failing message lists each missing id with its English: that is the work to do."""
    assert {key: ENGLISH[key] for key in ENGLISH.keys() - SPANISH.keys()} == {}
    assert SPANISH.keys() - ENGLISH.keys() == set()


def test_each_sentence_takes_what_the_english_one_takes():
    assert {k: t for k, t in SPANISH.items() if holes(t) != holes(ENGLISH[k])} == {}


def test_the_promise_says_the_same_sentences_with_the_same_parameters():
    english, spanish = promises()

    def shape(book):
        return {
            key: (entry["group"], entry["takes"]) for key, entry in book["sentences"].items()
        }

    assert shape(english) == shape(spanish)
    assert english["version"] == spanish["version"]
    assert english["groups"].keys() == spanish["groups"].keys()
    for entry in spanish["sentences"].values():
        assert holes(entry["text"]) == sorted(entry["takes"])


def test_ada_and_ben_sign_the_same_promise_in_two_languages():
    english, spanish = promises()
    signed = [("age", ["18"]), ("kept-months", ["12"])]
    for key, _ in signed:
        assert english["sentences"][key]["text"] != spanish["sentences"][key]["text"]
    assert agreement_hash(signed) == agreement_hash([(key, list(what)) for key, what in signed])


@pytest.mark.parametrize(
    "sentences", [lambda: SPANISH, promise_sentences, room_sentences, crisis_sentences]
)
def test_everybody_can_read_our_spanish(sentences):
    hard = {
        key: (too_hard(text), text)
        for key, text in sentences().items()
        if key not in EXCEPTIONS and too_hard(text)
    }
    assert hard == {}


@pytest.mark.parametrize("sentences", [lambda: SPANISH, promise_sentences, room_sentences])
def test_two_people_are_spoken_to_as_ustedes_and_a_talk_is_a_charla_everywhere(sentences):
    other = r"\b(vosotr[oa]s|vuestr[oa]s?|os|\w+(?:[áé]is|steis)|conversaci\w+)\b"
    found = {
        key: text for key, text in sentences().items() if re.search(other, text, re.IGNORECASE)
    }
    assert found == {}


@pytest.mark.parametrize(
    ("word", "count"),
    [("guitarra", 3), ("ciudad", 2), ("día", 2), ("aún", 2), ("también", 2), ("leer", 2),
     ("muy", 1)],
)  # fmt: skip
def test_spanish_syllables_are_counted_as_they_are_said(word, count):
    assert syllables_in_es(word) == count


def test_a_hard_spanish_sentence_is_found():
    assert too_hard("Consentimiento internacionalizado")
    assert too_hard(
        "La confidencialidad institucional requiere responsabilidades administrativas."
    )


def test_the_spanish_lists_are_frozen_and_keep_the_rules():
    readme = (LISTS / "README.md").read_text()
    for name, count in (("five", 1296), ("places", 128), ("creatures", 128)):
        content = (LISTS / f"{name}.es.txt").read_bytes()
        words = content.decode().split("\n")[:-1]
        assert len(words) == count
        assert words == sorted(set(words))
        assert hashlib.sha256(content).hexdigest() in readme
        assert all(re.fullmatch("[a-z]{3,12}", word) for word in words)
    places = set(word_list("places.es"))
    assert not places & set(word_list("creatures.es"))


def test_four_letters_tell_each_word_of_both_lists():
    spanish, english = word_list("five.es"), word_list("five.en")
    starts = [word[:4] for word in (*spanish, *english)]
    assert len(set(starts)) == len(starts)
    assert all(re.fullmatch("[a-z]{4,8}", word) for word in spanish)


def test_a_slip_of_one_letter_never_makes_another_spanish_word():
    words = word_list("five.es")
    pairs = itertools.combinations(words, 2)
    near = (pair for pair in pairs if abs(len(pair[0]) - len(pair[1])) < 2)
    assert [pair for pair in near if are_one_slip_apart(*pair)] == []


def test_words_of_two_lists_are_never_mixed():
    assert phrase_of("TIBIO tibio higuera zona Abánico") == "tibio tibio higuera zona abanico"
    with pytest.raises(BadWords, match="word 3"):
        phrase_of("tibio higuera acorn zona abanico")
