"""How people treat each other here: the words a programme begins with, and how they change.

Version 0 is what the software brings; a programme that writes its own begins at 1.
"""

from collections.abc import Mapping, Sequence

from alongside.ground.languages import FIRST
from alongside.ground.refusal import Refused

LONGEST = 2_000
MOST_LINES = 20
BUILT_IN: Mapping[str, Sequence[str]] = {
    "en": (
        "We talk here. Nobody asks for a private number, an address or an account elsewhere.",
        "If we meet or call, we plan it here, where both of us can see it.",
        "No romance and no sex between us. Not now, and not right after.",
        "No money, no loans and no paid work between us. A card or a drawing is fine.",
        "Nobody is put down for who they are, what they believe or what they use.",
        "What we hear here we keep to ourselves. What must be told is in our promise.",
        "Each of us may say stop at any time, and need not say why.",
        "If something here is not right, say so. It is never held against you.",
    ),
    "es": (
        "Hablamos aquí. Nadie pide un número privado, una dirección ni otra cuenta.",
        "Si nos vemos o llamamos, lo acordamos aquí, donde lo ven las dos personas.",
        "Sin romance ni sexo entre quienes caminan juntos. Ni ahora ni justo después.",
        "Sin dinero, préstamos ni trabajo pagado. Una tarjeta o un dibujo está bien.",
        "A nadie se le desprecia por quién es, por lo que cree o por lo que consume.",
        "Lo que oímos aquí se queda aquí. Lo que hay que contar está en la promesa.",
        "Cada cual puede decir basta en todo momento, sin decir por qué.",
        "Si algo aquí no está bien, dilo. Nunca se usará contra ti.",
    ),
}


class NotRules(Refused):
    """A text that cannot stand as the rules; the code says why."""

    code = "rules-empty"
    words = "This text cannot be kept."


class RulesChanged(Refused):
    """Somebody said yes to a version that is not the newest any more."""

    code = "rules-changed"
    words = "This was changed meanwhile. Please read it again."


def words_typed(typed: Mapping[str, str], main: str) -> dict[str, str]:
    """Read the form: a text for each language; the programme's own may not be empty."""
    found = {lang: _text(text) for lang, text in typed.items()}
    if not found.get(main):
        raise NotRules("rules-empty")
    return {lang: text for lang, text in found.items() if text}


def lines_in(words: Mapping[str, str] | None, language: str, *, main: str) -> list[str]:
    """Give the lines in a language, else in the programme's own; None is the software's."""
    if words is None:
        return list(BUILT_IN.get(language) or BUILT_IN.get(main) or BUILT_IN[FIRST])
    return (words.get(language) or words[main]).split("\n")


def _text(typed: str) -> str:
    lines = [" ".join(line.split()) for line in typed.splitlines()]
    kept = [line for line in lines if line]
    text = "\n".join(kept)
    if len(text) > LONGEST or len(kept) > MOST_LINES:
        raise NotRules("rules-long")
    if not all(line.isprintable() for line in kept):
        raise NotRules("rules-signs")
    return text
