"""The front of the house: what anyone may read before they come in."""

from collections.abc import Iterable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from alongside.programme import queries as programmes
from alongside.programme.help_lines import Line, checked_on
from alongside.programme.rules import sentences_for
from alongside.web import kept
from alongside.web.help_now import always_now, last_day_now, lines_now
from alongside.web.language import reader_language
from alongside.web.promise import parts_of
from alongside.web.show import page, show

# Where "Leave this page" leads while there is no programme that chose another place.
NEUTRAL = "https://www.wikipedia.org/"
# On the page that a device keeps: the last day on which its lines may be shown, since 1970.
LAST_DAY = "X-Last-Day"


@require_safe
@page
def welcome(request: HttpRequest) -> HttpResponse:
    """Say what this is, and open the two doors."""
    return show(request, "welcome")


@require_safe
@page
def how(request: HttpRequest) -> HttpResponse:
    """Say what happens, step by step."""
    return show(request, "how")


@require_safe
@page
def keep(request: HttpRequest) -> HttpResponse:
    """Say what is kept and what could be watched, from the settings in force."""
    programme = programmes.programme()
    promise = parts_of(sentences_for(programme), reader_language(request))
    return show(
        request,
        "keep",
        promise=promise,
        talks=_books(kept.TALKS),
        people=_books(kept.PEOPLE),
        rows=kept.ROWS,
    )


@require_safe
@page
def help_now(request: HttpRequest) -> HttpResponse:
    """Say who can be called right now."""
    return show(request, "help", lines=lines_of(request))


@require_safe
@page
def offline(request: HttpRequest) -> HttpResponse:
    """Say who can be called: the page that a device keeps for when it has no network.

    It says the last day on which all of it may be shown; what a device shows after that day is
    kept beside it: `?old=yes`, the emergency number and a directory.
    """
    language = reader_language(request)
    if request.GET.get("old") == "yes":
        return show(request, "offline", lines=_dated(always_now(language)), is_old=True)
    answer = show(request, "offline", lines=lines_of(request))
    answer.headers[LAST_DAY] = str(last_day_now())
    return answer


@require_safe
@page
def tips(request: HttpRequest) -> HttpResponse:
    """Say what others can find on a device, and what can be done about it."""
    return show(request, "tips")


@require_safe
@page
def back(request: HttpRequest) -> HttpResponse:
    """Say how to come back, also with words that were lost."""
    return show(request, "back")


@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out of the desk and go to a plain page elsewhere at once."""
    logout(request)
    answer = HttpResponseRedirect(_plain_place())
    answer.status_code = 303
    answer.headers["Clear-Site-Data"] = '"cookies", "storage"'
    return answer


def lines_of(request: HttpRequest) -> list[tuple[Line, int]]:
    """Give who can be called today, and when somebody last looked."""
    return _dated(lines_now(reader_language(request)))


def _dated(lines: Iterable[Line]) -> list[tuple[Line, int]]:
    return [(line, checked_on(line)) for line in lines]


def _books(names: Iterable[str]) -> list[str]:
    return [f"keep.books.{name}" for name in names]


def _plain_place() -> str:
    try:
        return programmes.programme().leave_url
    except programmes.NotSetUp:
        return NEUTRAL
