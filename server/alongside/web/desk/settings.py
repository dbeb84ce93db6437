"""The settings in force, and beside each the sentences of the promise it makes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside.programme import queries as programmes
from alongside.programme.models import Programme
from alongside.programme.rules import Sentence, sentences_for
from alongside.web.language import reader_language
from alongside.web.promise import sentence_in_words
from alongside.web.show import page, show
from alongside.web.words import say

# Each setting: how it reads, and which sentences it makes (by how their ids begin).
_Reading = Callable[[Programme], tuple[str, dict[str, Any]]]
SETTINGS: Mapping[str, tuple[_Reading, tuple[str, ...]]] = {
    "name": (lambda it: ("desk.rules.name", {"value": it.name}), ("two-read",)),
    "age": (lambda it: ("desk.rules.min-age", {"value": it.min_age}), ("age",)),
    "duties": (
        lambda it: (
            "desk.rules.passes-on" if it.passes_on else "desk.rules.passes-on.none",
            {"count": len(it.passes_on)},
        ),
        ("pass-on",),
    ),
    "keeping": (
        lambda it: (
            "desk.rules.retention" if it.retention_months else "desk.rules.retention.open",
            {"count": it.retention_months},
        ),
        ("kept-",),
    ),
    "choice": (
        lambda it: (
            "desk.rules.choice.open" if it.retention_open_allowed else "desk.rules.choice",
            {"least": it.retention_least, "most": it.retention_most},
        ),
        (),
    ),
    "answering": (
        lambda it: ("desk.rules.answering", {"count": it.answer_within_hours // 24}),
        ("late-",),
    ),
    "contact": (
        lambda it: (
            "desk.rules.contact",
            {"name": it.contact_name, "phone": it.contact_phone},
        ),
        ("wrong-programme",),
    ),
    "independent": (
        lambda it: (
            "desk.rules.independent",
            {"name": it.independent_name, "phone": it.independent_phone},
        ),
        ("wrong-independent",),
    ),
    "leave": (lambda it: ("desk.rules.leave", {"value": it.leave_url}), ()),
    "time-zone": (lambda it: ("desk.rules.time-zone", {"value": it.time_zone}), ()),
    "working-days": (
        lambda it: ("desk.rules.working-days", {"days": programmes.working_days(it)}),
        (),
    ),
    "in-time": (
        lambda it: ("desk.rules.in-time", {"count": programmes.in_time_hours(it)}),
        (),
    ),
}


@dataclass(frozen=True)
class Setting:
    """A setting in words, and the sentences it makes."""

    name: str
    reads: str
    makes: tuple[str, ...]

    @property
    def label(self) -> str:
        """Give the id of what the setting is called."""
        return f"desk.setting.{self.name}"


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
        changed=request.GET.get("changed") in SETTINGS,
        settings=list(_in_words(programme, signed, language)),
        fixed=[sentence_in_words(one, language) for one in signed if _is_fixed(one)],
    )


def reading(setting: str, programme: Programme, language: str) -> str:
    """Say how a setting stands."""
    key, values = SETTINGS[setting][0](programme)
    if "days" in values:
        values["days"] = ", ".join(
            say(f"desk.weekday.{one}", language) for one in values["days"]
        )
    return say(key, language, **values)


def _in_words(programme: Programme, signed: list[Sentence], language: str) -> Iterator[Setting]:
    for name, (_, begins) in SETTINGS.items():
        makes = (
            sentence_in_words(one, language)
            for one in signed
            if begins and one[0].startswith(begins)
        )
        yield Setting(name, reading(name, programme, language), tuple(makes))


def _is_fixed(sentence: Sentence) -> bool:
    return not any(sentence[0].startswith(begins) for _, begins in SETTINGS.values() if begins)
