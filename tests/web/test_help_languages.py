"""A programme's own help lines in further languages, or in its own and marked so."""

import pytest

from alongside.ground import clock
from alongside.programme import actions
from alongside.programme.help_lines import key_of
from alongside.programme.queries import programme
from tests.web.reading import Page
from tests.web.test_help_lines import FORM

IN_SPANISH = {
    "es.name": "Línea de la noche",
    "es.who": "Para quien no puede dormir.",
    "es.hours": "Todas las noches, gratis",
    "es.what_happens": "Una persona te saluda.",
}


@pytest.fixture
def spanish(riverside, desk):
    """A programme that speaks English, and Spanish too."""
    switch_on(desk)


def switch_on(desk):
    actions.switch_on_language("es", reviewer="Inés Robledo", by=desk, today=clock.today())


def last_for_rooms(client, language):
    return client.get(f"/api/help?lang={language}").json()[-1]


def written(name):
    line = next(one for one in programme().help_lines if one["name"] == name)
    return f"/desk/help-lines/{key_of(line)}"


def test_dora_writes_a_line_in_both_languages_and_each_reads_their_own(
    at_desk, anyone, spanish
):
    at_desk.post("/desk/help-lines/new", {**FORM, **IN_SPANISH})

    assert last_for_rooms(anyone, "en")["who"] == FORM["who"]
    there = last_for_rooms(anyone, "es")
    assert (there["name"], there["lang"]) == (IN_SPANISH["es.name"], "es")
    page = anyone.get("/es/help-now").content.decode()
    assert IN_SPANISH["es.what_happens"] in page
    assert FORM["who"] not in page


def test_a_line_in_one_language_is_shown_in_it_and_read_aloud_as_such(at_desk, anyone, spanish):
    at_desk.post("/desk/help-lines/new", FORM)

    there = last_for_rooms(anyone, "es")
    assert (there["who"], there["lang"]) == (FORM["who"], "en")
    page = anyone.get("/es/help-now").content.decode()
    assert f'<p lang="en">{FORM["who"]}</p>' in page
    assert '<p lang="en">When: Every night, free</p>' in page
    assert 'lang="en">When' not in anyone.get("/help-now").content.decode()


@pytest.mark.parametrize("left", ["es.who", "es.hours", "es.what_happens"])
def test_half_a_translation_is_not_taken_and_nothing_typed_is_lost(at_desk, spanish, left):
    answer = at_desk.post("/desk/help-lines/new", {**FORM, **IN_SPANISH, left: " "})

    assert answer.status_code == 422
    assert "The same in Español: Please say" in Page(answer).text
    body = answer.content.decode()
    assert f'id="{left}" name="{left}"' in body
    assert body.count('aria-invalid="true"') == 1
    assert IN_SPANISH["es.name"] in body
    assert len(programme().help_lines) == 3


def test_a_word_in_spanish_is_as_short_as_in_english(at_desk, spanish):
    answer = at_desk.post("/desk/help-lines/new", {**FORM, **IN_SPANISH, "es.name": "a" * 61})

    assert answer.status_code == 422
    assert "at most 60 letters" in Page(answer).text


def test_who_changes_a_line_of_ours_finds_its_spanish_and_keeps_it(at_desk, anyone, spanish):
    place = written("988 Lifeline")
    form = at_desk.get(place).content.decode()
    assert "Línea 988" in form
    assert "The same in Español" in form
    typed = FORM | {
        "name": "988 Lifeline",
        "es.name": "Línea 988",
        "es.who": "Cuando es demasiado.",
        "es.hours": "De día y de noche",
        "es.what_happens": "Marca 2 para hablar en español.",
    }

    at_desk.post(place, typed)

    lines = anyone.get("/api/help?lang=es").json()
    assert [line["who"] for line in lines if line["name"] == "Línea 988"] == [
        "Cuando es demasiado."
    ]


def test_switching_a_language_off_and_changing_a_line_loses_no_words(
    at_desk, anyone, spanish, desk
):
    at_desk.post("/desk/help-lines/new", {**FORM, **IN_SPANISH})
    actions.switch_off_language("es", by=desk)
    assert "Español" not in Page(at_desk.get(written("Night Line"))).text
    at_desk.post(written("Night Line"), {**FORM, "hours": "Every night"})
    switch_on(desk)

    assert last_for_rooms(anyone, "es")["name"] == IN_SPANISH["es.name"]


def test_who_confirms_a_line_confirms_its_spanish_words_too(at_desk, spanish):
    at_desk.post("/desk/help-lines/new", {**FORM, **IN_SPANISH})
    seen = written("Night Line")
    at_desk.post(seen, {**FORM, **IN_SPANISH, "es.who": "Otra cosa."})

    gone = at_desk.post(f"{seen}/checked")

    assert gone.headers["Location"].endswith("noted=gone")


def test_spanish_words_are_text_only(at_desk, anyone, spanish):
    at_desk.post("/desk/help-lines/new", {**FORM, **IN_SPANISH, "es.name": "<b>Noche</b>"})

    assert "<b>Noche" not in anyone.get("/es/help-now").content.decode()
