"""Whatever leaves the house says nothing of anybody, in every language it speaks."""

import re

import pytest

from alongside.ground.languages import NAMES
from alongside.web.words import say
from tests.cast import NAMES as CAST

LEAVES = (
    "mail.sender", "mail.note.subject", "mail.note", "mail.near.subject", "mail.near",
    "mail.proof.subject", "mail.proof", "mail.trial.subject", "mail.trial", "calendar.time",
    "text.note", "text.near", "text.stop", "text.code", "text.trial",
)  # fmt: skip
BANNED = {
    "en": (
        "alongside", "riverside", "peer", "support", "client", "specialist", "supervisor",
        "coordinator", "programme", "program", "recovery", "talk", "message", "chat", "hello",
        "appointment", "meeting", "session", "help", "crisis", "drug", "alcohol", "sober",
        "therapy", "counsel", "health", "clinic", "patient", "group", "promise",
    ),
    "es": (
        "alongside", "riverside", "apoyo", "ayuda", "cliente", "especialista", "supervis",
        "coordina", "programa", "recupera", "charla", "conversa", "mensaje", "cita", "sesión",
        "reunión", "crisis", "droga", "alcohol", "sobri", "terapia", "salud", "clínica",
        "paciente", "grupo", "promesa", "hola",
    ),
}  # fmt: skip


def test_every_language_has_its_own_list_of_what_is_never_said():
    assert set(BANNED) == set(NAMES)


@pytest.mark.parametrize("lang", NAMES)
@pytest.mark.parametrize("words", LEAVES)
def test_nothing_that_leaves_names_anybody_or_what_this_place_is(words, lang):
    said = say(words, language=lang, origin="", link="", code="").lower()

    never = (*BANNED[lang], "ben", *CAST.values())
    assert [word for word in never if re.search(rf"\b{word}", said)] == []
    assert not re.search(r"\d", said)


def test_nothing_leaves_that_this_list_does_not_know():
    """Every letter, text and entry of a calendar in the catalogue stands above."""
    from alongside.web.words.en_notices import NOTICES

    leaving = {key for key in NOTICES if key.startswith(("mail.", "calendar.", "text."))}
    assert leaving == set(LEAVES)
