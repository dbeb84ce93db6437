"""Neither the room nor the pages say that support caused anything, nor how it spreads."""

from pathlib import Path

import pytest

from alongside.web.words import CATALOGUES
from tests.ripple.never_said import never_said

PROJECT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "es")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_room_says_of_passing_it_on_names_neither_cause_nor_r0(language):
    said = (PROJECT / "browser" / "words" / language / "ripple.js").read_text(encoding="utf-8")
    assert '"ripple.title"' in said
    assert never_said(said) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_about_it_names_them(language):
    said = {key: text for key, text in CATALOGUES[language].items() if "ripple" in key}
    assert said
    assert {key: found for key, text in said.items() if (found := never_said(text))} == {}


@pytest.mark.parametrize(
    "words",
    [
        "Your programme has an R0 of 1.4.",
        '"r_0": 1.4',
        "Support caused more support.",
        "La causa es el apoyo.",
        "Hope is contagious.",
        "La esperanza es contagiosa.",
        "Esperanza viral",
        "Each of them infects two.",
        "The reproduction number",
    ],
)
def test_each_of_them_is_found(words):
    assert len(never_said(words)) == 1


def test_plain_words_are_not_taken_for_them():
    plain = "Because they were there, it contains 80 people. A Carlos le contó, y cuenta dos."
    assert never_said(plain) == []
