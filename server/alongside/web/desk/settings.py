"""The settings in force, and beside each the sentences of the promise it makes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside.programme import queries as programmes
from alongside.programme.models import Programme
from alongside.programme.rules import Sentence, sentences_for
from alongside.web.promise import sentence_in_words
from alongside.web.show import page, reader_language, show
from alongside.web.words import say

# Each setting: how it reads, and which sentences it makes (by how their ids begin).
_Reading = Callable[[Programme], tuple[str, dict[str, Any]]]
SETTINGS: tuple[tuple[_Reading, tuple[str, ...]], ...] = (
    (lambda it: ("desk.rules.name", {"value": it.name}), ("two-read",)),
    (lambda it: ("desk.rules.min-age", {"value": it.min_age}), ("age",)),
    (
        lambda it: (
            "desk.rules.passes-on" if it.passes_on else "desk.rules.passes-on.none",
            {"count": len(it.passes_on)},
        ),
        ("pass-on",),
    ),
    (
        lambda it: (
            "desk.rules.retention" if it.retention_months else "desk.rules.retention.open",
            {"count": it.retention_months},
        ),
        ("kept-",),
    ),
    (
        lambda it: (
            "desk.rules.choice.open" if it.retention_open_allowed else "desk.rules.choice",
            {"least": it.retention_least, "most": it.retention_most},
        ),
        (),
    ),
    (
        lambda it: (
            "desk.rules.contact",
            {"name": it.contact_name, "phone": it.contact_phone},
        ),
        ("wrong-programme",),
    ),
    (
        lambda it: (
            "desk.rules.independent",
            {"name": it.independent_name, "phone": it.independent_phone},
        ),
        ("wrong-independent",),
    ),
)


@dataclass(frozen=True)
class Setting:
    """A setting in words, and the sentences it makes."""

    reads: str
    makes: tuple[str, ...]


@login_required
@require_safe
@page
def settings_in_force(request: HttpRequest) -> HttpResponse:
    """Show each setting with its sentences, and the sentences that are always there."""
    programme = programmes.programme()
    language = reader_language(request)
    signed = sentences_for(programme)
    return show(
        request,
        "desk/settings",
        here="desk-settings",
        settings=list(_in_words(programme, signed, language)),
        fixed=[sentence_in_words(one, language) for one in signed if _is_fixed(one)],
    )


def _in_words(programme: Programme, signed: list[Sentence], language: str) -> Iterator[Setting]:
    for reading, begins in SETTINGS:
        key, values = reading(programme)
        makes = (
            sentence_in_words(one, language) for one in signed if one[0].startswith(begins)
        )
        yield Setting(say(key, language, **values), tuple(makes))


def _is_fixed(sentence: Sentence) -> bool:
    return not any(sentence[0].startswith(begins) for _, begins in SETTINGS)
