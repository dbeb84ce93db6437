"""Who is on call, and what people may expect then, as the programme says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from alongside.conversations.desk import ENDORSED, SpecialistAtDesk, specialists_at_desk
from alongside.ground import clock
from alongside.ground.languages import NAMES
from alongside.ground.refusal import NotYours
from alongside.keys.queries import specialists_named
from alongside.programme import actions, queries
from alongside.programme import on_call as rules
from alongside.programme.on_call import NotOnCall, Shift
from alongside.wall.actions import Page, tell_people
from alongside.web.desk.door import coordinator
from alongside.web.desk.marks import number_typed
from alongside.web.show import page, show

MOST_SHOWN = 200


@dataclass(frozen=True)
class Shown:
    """One row as it stands on the page; without a name the programme stands behind nobody."""

    number: int
    day: str
    starts: str
    ends: str
    name: str
    is_now: bool


@dataclass(frozen=True)
class Text:
    """One sentence of what people may expect, in one language."""

    lang: str
    text: str
    value: str

    @property
    def name(self) -> str:
        """Give the name of its field."""
        return f"{self.lang}.{self.text}"

    @property
    def language(self) -> str:
        """Give the language as it calls itself."""
        return NAMES[self.lang]


@login_required
@require_safe
@page
def on_call(request: HttpRequest) -> HttpResponse:
    """Show the week, who is on call now, and what people may expect."""
    return _shown(request, noted=request.GET.get("noted", ""))


@login_required
@require_POST
@page
def add(request: HttpRequest) -> HttpResponse:
    """Put somebody on call on some days of the week."""
    typed = {name: request.POST.get(name, "") for name in ("who", "starts", "ends")}
    days = request.POST.getlist("day")
    try:
        shifts = rules.shifts_typed(days, typed["starts"], typed["ends"])
        number = _backed(typed["who"])
        actions.put_on_call(number, shifts, by=coordinator(request))
    except NotOnCall as refusal:
        return _shown(request, typed=typed, days=days, wrong=refusal.code)
    except NotYours:
        return _shown(request, typed=typed, days=days, wrong="who")
    return _back()


@login_required
@require_POST
@page
def take_off(request: HttpRequest, number: int) -> HttpResponse:
    """Take a row off the list."""
    actions.take_off_call(number, by=coordinator(request))
    return _back()


@login_required
@require_POST
@page
def say(request: HttpRequest) -> HttpResponse:
    """Keep what people may expect, and the number to call."""
    on = queries.languages()
    names = ["phone", *(f"{lang}.{text}" for lang in on for text in rules.TEXTS)]
    typed = {name: request.POST.get(name, "") for name in names}
    try:
        words, phone = rules.words_typed(typed, on), rules.phone_typed(typed["phone"])
    except NotOnCall as refusal:
        return _shown(request, texts=typed, wrong=refusal.code)
    actions.say_on_call(words, phone=phone, by=coordinator(request))
    return _back()


def _shown(
    request: HttpRequest,
    *,
    typed: Mapping[str, str] | None = None,
    texts: Mapping[str, str] | None = None,
    days: list[str] | None = None,
    wrong: str = "",
    noted: str = "",
) -> HttpResponse:
    here, rows = queries.programme(), _rows()
    people = _people()
    tell_people((one.person for one in people), Page.CAPACITY, today=clock.today())
    return show(
        request,
        "desk/on_call",
        status=422 if wrong else 200,
        here="desk-lines",
        rows=rows,
        now=[row for row in rows if row.is_now and row.name],
        zone=here.time_zone.replace("_", " "),
        people=people,
        days=[str(day) for day in rules.DAYS],
        chosen=days or [],
        typed=typed or {},
        phone=here.on_call_phone if texts is None else texts["phone"],
        texts=_texts(texts),
        longest=rules.LONGEST_WORDS,
        trouble=f"check.on-call.{wrong}" if wrong else None,
        wrong=wrong,
        noted=noted == "yes",
    )


def _rows() -> list[Shown]:
    found = queries.on_call()
    names = specialists_named([row.account for row in found], today=clock.today())
    local = clock.now().astimezone(ZoneInfo(queries.programme().time_zone))
    day, minute = local.isoweekday(), local.hour * 60 + local.minute
    return [
        Shown(
            row.number,
            str(row.shift.day),
            rules.minute_written(row.shift.starts),
            rules.minute_written(row.shift.ends),
            names.get(row.account, ""),
            _is_now(row.shift, day, minute),
        )
        for row in found
    ]


def _is_now(shift: Shift, day: int, minute: int) -> bool:
    return rules.is_now(shift, day=day, minute=minute)


def _people() -> list[SpecialistAtDesk]:
    seated = specialists_at_desk(clock.today(), size=MOST_SHOWN)
    return [one for one in seated if one.role_state == ENDORSED]


def _backed(typed: str) -> int:
    """Give the number of a specialist the programme stands behind today; NotYours else."""
    number = number_typed(typed)
    if number not in specialists_named([number], today=clock.today()):
        raise NotYours
    return number


def _texts(typed: Mapping[str, str] | None) -> list[Text]:
    kept = queries.programme().on_call_words
    return [
        Text(lang, text, kept.get(lang, {}).get(text, "") if typed is None else typed[name])
        for lang in queries.languages()
        for text in rules.TEXTS
        for name in [f"{lang}.{text}"]
    ]


def _back() -> HttpResponse:
    return redirect(f"{reverse('desk-on-call')}?noted=yes")
