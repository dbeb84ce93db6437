"""Help lines at the desk: which are right, who looked, and when to look again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.ground import clock
from alongside.ground.languages import NAMES
from alongside.ground.refusal import NotYours
from alongside.programme import actions
from alongside.programme import help_lines as rules
from alongside.programme.help_lines import KINDS, Line, NotALine
from alongside.programme.help_words import TEXTS, words_typed
from alongside.programme.queries import languages, programme
from alongside.web.crisis import language_of, words_in
from alongside.web.desk.door import coordinator
from alongside.web.show import page, show

FIELDS = ("name", "who", *KINDS, "hours", "what_happens", "pair")


@dataclass(frozen=True)
class Field:
    """One field of the form of a line."""

    name: str
    value: str
    wrong: bool

    @property
    def text(self) -> str:
        """Give which text it is, in whatever language."""
        return self.name.rpartition(".")[2]

    @property
    def label(self) -> str:
        """Give the id of what it is called."""
        return f"desk.lines.field.{self.text}"

    @property
    def hint(self) -> str:
        """Give the id of what helps to fill it in."""
        return f"{self.label}.hint"


@dataclass(frozen=True)
class Further:
    """The words of a line in one language more."""

    lang: str
    fields: list[Field]

    @property
    def name(self) -> str:
        """Give the language as it calls itself."""
        return NAMES[self.lang]


@login_required
@require_safe
@page
def lines(request: HttpRequest) -> HttpResponse:
    """Show each line with when somebody last looked whether it is right."""
    return show(
        request,
        "desk/help_lines",
        here="desk-lines",
        lines=list(_with_state(programme().help_lines, today=clock.today())),
        hints=programme().hints,
        done=request.GET.get("noted") == "yes",
        gone=request.GET.get("noted") == "gone",
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@page
def new_line(request: HttpRequest) -> HttpResponse:
    """Take down a line that is not there yet."""
    if request.method != "POST":
        return _form(request, {})
    return _kept(request, over=None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@page
def one_line(request: HttpRequest, key: str) -> HttpResponse:
    """Change a line; one that is not there any more is like one that never was."""
    line = next((one for one in programme().help_lines if rules.key_of(one) == key), None)
    if line is None:
        raise Http404
    if request.method != "POST":
        return _form(request, _written(line), over=line)
    return _kept(request, over=line)


@login_required
@require_POST
@page
def checked(request: HttpRequest, key: str) -> HttpResponse:
    """Note that somebody looked at a line today and found it right."""
    try:
        actions.confirm_help_line(key, by=coordinator(request), today=clock.today())
    except NotYours:
        return _back("gone")
    return _back("yes")


@login_required
@require_POST
@page
def drop(request: HttpRequest, key: str) -> HttpResponse:
    """Take a line away."""
    actions.drop_help_line(key, by=coordinator(request))
    return _back("yes")


def _kept(request: HttpRequest, *, over: Line | None) -> HttpResponse:
    key = rules.key_of(over) if over else None
    asked = [*FIELDS, *(f"{lang}.{text}" for lang in _further(over) for text in TEXTS)]
    typed = {name: request.POST.get(name, "") for name in asked}
    told = {**typed, "lang": _own(over), "words": words_typed(typed, _further(over))}
    is_checked = request.POST.get("checked") == "yes"
    try:
        line = rules.line_typed(told, over=over, is_checked=is_checked, today=clock.today())
        actions.put_help_line(line, over=key, by=coordinator(request))
    except NotALine as refusal:
        return _form(request, typed, over=over, wrong=refusal.code, ticked=is_checked)
    except NotYours:
        return _back("gone")
    return _back("yes")


def _form(
    request: HttpRequest,
    typed: Mapping[str, str],
    *,
    over: Line | None = None,
    wrong: str | None = None,
    ticked: bool = False,
) -> HttpResponse:
    return show(
        request,
        "desk/help_line",
        status=422 if wrong else 200,
        here="desk-lines",
        fields=_fields(FIELDS, typed, wrong=wrong),
        lang=_own(over),
        further=[
            Further(lang, _fields([f"{lang}.{text}" for text in TEXTS], typed, wrong=wrong))
            for lang in _further(over)
        ],
        key=rules.key_of(over) if over else None,
        trouble=f"check.line.{wrong.rpartition('.')[2]}" if wrong else None,
        wrong_in=NAMES.get((wrong or "").rpartition(".")[0]),
        ticked=ticked,
    )


def _fields(
    names: Iterable[str], typed: Mapping[str, str], *, wrong: str | None
) -> list[Field]:
    return [Field(name, typed.get(name, ""), name == wrong) for name in names]


def _own(line: Line | None) -> str:
    main = programme().lang
    return main if line is None else language_of(line, main=main)


def _further(line: Line | None) -> list[str]:
    return [lang for lang in languages() if lang != _own(line)]


@login_required
@require_POST
@page
def say_hints(request: HttpRequest) -> HttpResponse:
    """Let people have their own room look for words of danger, or not."""
    actions.say_hints(is_on=request.POST.get("is_on") == "yes", by=coordinator(request))
    return _back("yes")


def _with_state(kept: list[Line], *, today: int) -> Iterator[tuple[Line, str, int, str]]:
    shown = list(map(rules.key_of, rules.shown(kept, today=today)))
    for line in kept:
        key = rules.key_of(line)
        state = _state(line, is_shown=key in shown, today=today)
        yield line, state, rules.checked_on(line), key


def _state(line: Line, *, is_shown: bool, today: int) -> str:
    if rules.is_too_old(line, today=today):
        return "desk.lines.hidden"
    if not is_shown:
        return "desk.lines.torn"
    if rules.is_stale(line, today=today):
        return "desk.lines.stale"
    return "desk.lines.good" if line.get("here", False) else "desk.lines.not-here"


def _written(line: Line) -> dict[str, str]:
    ways = {way["kind"]: way["value"] for way in line["how"]}
    texts = {name: str(line.get(name, "")) for name in FIELDS}
    further = {
        f"{lang}.{text}": words_in(line, lang).get(text, "")
        for lang in _further(line)
        for text in TEXTS
    }
    return texts | {kind: ways.get(kind, "") for kind in KINDS} | further


def _back(noted: str) -> HttpResponse:
    return redirect(f"{reverse('desk-lines')}?noted={noted}")
