"""Which language a page speaks: its address says so (/es/...), else the reader's browser."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix, set_script_prefix

from alongside.ground.languages import NAMES
from alongside.programme.queries import languages
from alongside.web.words import language_for

# What belongs to the room has one address in every language.
WITHOUT = ("/api/", "/app/", "/static/", "/wire", "/config.json")


@dataclass(frozen=True)
class Choice:
    """A language to change to, by its own name, and this same page in it."""

    code: str
    name: str
    url: str
    is_here: bool


class LanguageMiddleware:
    """Takes /es off the address of a page, and puts it before every address on that page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language that the address names."""
        language, rest = _parts(request.path_info)
        if language not in NAMES or rest.startswith(WITHOUT) or language not in languages():
            return self._get_response(request)
        vars(request)["language"] = language
        request.path_info = rest
        before = get_script_prefix()
        set_script_prefix(f"/{language}/")
        try:
            return self._get_response(request)
        finally:
            set_script_prefix(before)


def reader_language(request: HttpRequest) -> str:
    """Give the language the address names, else the one the reader's browser asks for."""
    known: str | None = vars(request).get("language")
    if known is None:
        known = language_for(request.headers.get("Accept-Language", ""), languages())
        vars(request)["language"] = known
    return known


def speak_as_written(request: HttpRequest) -> None:
    """Let a page behind a link in a letter speak the language the letter was written in."""
    language = request.GET.get("lang", "")
    if "language" not in vars(request) and language in languages():
        vars(request)["language"] = language


def choices(request: HttpRequest) -> list[Choice]:
    """Give every language that is on, with this page's address in it."""
    here, on = reader_language(request), languages()
    path = request.path_info
    made = [Choice(code, NAMES[code], f"/{code}{path}", code == here) for code in on]
    return made if len(made) > 1 else []


def _parts(path: str) -> tuple[str, str]:
    first, _, rest = path.removeprefix("/").partition("/")
    return first, f"/{rest}"
