"""Changing a setting: a form, a look at what it does to the promise, and then the deed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from alongside.ground import clock
from alongside.programme import actions, checks
from alongside.programme import queries as programmes
from alongside.programme.models import Programme
from alongside.programme.rules import ANSWER_WITHIN_HOURS, PASSED_ON, Sentence, sentences_for
from alongside.relationships import actions as relationships
from alongside.web.desk.door import coordinator
from alongside.web.desk.settings import reading
from alongside.web.language import reader_language
from alongside.web.promise import sentence_in_words
from alongside.web.show import page, show
from alongside.web.words import say
from pse.promise_change import promises_less

KINDS: Mapping[str, str] = {
    "min_age": "number",
    "retention_months": "number",
    "retention_least": "number",
    "retention_most": "number",
    "retention_open_allowed": "one",
    "answer_within_hours": "one",
    "reviewed_on": "date",
    "contact_phone": "tel",
    "independent_phone": "tel",
    "leave_url": "url",
    "passes_on": "many",
    "working_days": "many",
    "in_time_hours": "number",
}


# Whoever changes the list says anew who read it, and when.
ASKED_ANEW = {"reviewed_by": "", "reviewed_on": ""}
YES_OR_NO = ("yes", "no")
# To so many pairs a change is brought while the coordinator waits; the timer goes on.
BROUGHT_NOW = 100


@dataclass(frozen=True)
class Field:
    """One field of a form: what it holds, and what is wrong with it."""

    name: str
    value: Any
    wrong: str | None
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> str:
        """Give the kind of field a browser shows."""
        return KINDS.get(self.name, "text")

    @property
    def label(self) -> str:
        """Give the id of what it is called."""
        return f"desk.change.field.{self.name}"

    @property
    def hint(self) -> str:
        """Give the id of what helps to fill it in."""
        return f"{self.label}.hint"

    @property
    def trouble(self) -> str:
        """Give the id of what is wrong."""
        return f"check.{self.wrong}"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@page
def change(request: HttpRequest, setting: str) -> HttpResponse:
    """Ask for a new value, show what it would change, and change it when that is wanted."""
    if setting not in checks.SETTINGS:
        raise Http404
    here = programmes.programme()
    if request.method != "POST":
        return _form(request, setting, _standing(setting, here) | ASKED_ANEW)
    typed = _typed(setting, request.POST)
    values, wrong = _read(setting, typed, here)
    if wrong or request.POST.get("sure") == "no":
        return _form(request, setting, typed, wrong=wrong)
    if request.POST.get("sure") != "yes":
        return _look(request, setting, here, values)
    actions.change(setting, values, by=coordinator(request))
    relationships.bring_promises(today=clock.today(), most=BROUGHT_NOW)
    return redirect(f"{reverse('desk-settings')}?changed={setting}")


def _read(
    setting: str, typed: Mapping[str, Any], here: Programme
) -> tuple[dict[str, Any], dict[str, str]]:
    values, wrong = checks.setting_from(setting, typed, today=clock.today())
    if not wrong:
        try:
            checks.fits(setting, programmes.as_if(here, values))
        except checks.NotRight as refusal:
            wrong[checks.field_at_fault(setting, refusal.code)] = refusal.code
    return values, wrong


def _form(
    request: HttpRequest,
    setting: str,
    shown: Mapping[str, Any],
    *,
    wrong: Mapping[str, str] | None = None,
) -> HttpResponse:
    language = reader_language(request)
    fields = [
        Field(name, shown[name], (wrong or {}).get(name), _choices(name, language))
        for name in checks.SETTINGS[setting]
    ]
    return show(
        request,
        "desk/change",
        status=422 if wrong else 200,
        here="desk-settings",
        title=f"desk.setting.{setting}",
        fields=fields,
        is_wrong=bool(wrong),
    )


def _look(
    request: HttpRequest, setting: str, here: Programme, values: Mapping[str, Any]
) -> HttpResponse:
    language = reader_language(request)
    would_be = programmes.as_if(here, values)
    now, then = sentences_for(here), sentences_for(would_be)
    return show(
        request,
        "desk/look",
        here="desk-settings",
        reads=(reading(setting, here, language), reading(setting, would_be, language)),
        goes=_said(now, without=then, language=language),
        comes=_said(then, without=now, language=language),
        others=sum(one in then for one in now),
        asks_both=promises_less(now, _kept_as(now, then)),
        hidden=list(_hidden(setting, would_be)),
    )


def _kept_as(now: Sequence[Sentence], then: Sequence[Sentence]) -> list[Sentence]:
    """How long lines are kept is each client's own choice: people who talk are not asked."""
    kept = [one for one in now if one[0].startswith("kept-")]
    return [kept[0] if one[0].startswith("kept-") else one for one in then]


def _said(
    sentences: Sequence[Sentence], *, without: Sequence[Sentence], language: str
) -> list[str]:
    return [sentence_in_words(one, language) for one in sentences if one not in without]


def _choices(name: str, language: str) -> tuple[tuple[str, str], ...]:
    if name == "passes_on":
        return tuple((duty, sentence_in_words((duty, []), language)) for duty in PASSED_ON)
    if name == "working_days":
        return tuple((one, say(f"desk.weekday.{one}", language)) for one in checks.WEEKDAYS)
    if name == "retention_open_allowed":
        return tuple(
            (word, say(f"desk.change.field.{name}.{word}", language)) for word in YES_OR_NO
        )
    if name == "answer_within_hours":
        return tuple((str(hours), _days(hours, language)) for hours in ANSWER_WITHIN_HOURS)
    return ()


def _days(hours: int, language: str) -> str:
    return say("desk.change.days", language, count=hours // 24)


def _standing(setting: str, here: Programme) -> dict[str, Any]:
    in_force = {
        "working_days": list(map(str, programmes.working_days(here))),
        "in_time_hours": programmes.in_time_hours(here),
    }
    return {
        name: in_force.get(name) or _written(name, getattr(here, name))
        for name in checks.SETTINGS[setting]
    }


def _written(name: str, value: Any) -> Any:
    if isinstance(value, bool):
        return YES_OR_NO[0 if value else 1]
    if name == "answer_within_hours":
        return str(value)
    return checks.written_day(value) if name == "reviewed_on" and value is not None else value


def _typed(setting: str, sent: QueryDict) -> dict[str, Any]:
    return {
        name: sent.getlist(name) if KINDS.get(name) == "many" else sent.get(name, "")
        for name in checks.SETTINGS[setting]
    }


def _hidden(setting: str, would_be: Programme) -> Iterator[tuple[str, Any]]:
    for name, value in _standing(setting, would_be).items():
        for one in value if isinstance(value, list) else [value]:
            yield name, one
