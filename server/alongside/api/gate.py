"""What every call passes first: the room's number, a fitting size, and one shape of answers."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from alongside.api.trouble import missing, said

VERSION = "1"
SMALL = 32 * 1024
# Sealed state in all four parts at their largest, and a little more.
LARGE = 512 * 1024
TAKES_MUCH = frozenset(
    {
        "/api/sign-up",
        "/api/key-records",
        "/api/new-lock",
        "/api/state",
        "/api/ways-in/renew",
        "/api/ways-in/spare",
        "/api/ways-in/changes",
        "/api/ways-in/changes/finish",
        "/api/profile",
        "/api/told",
        "/api/emergencies",
        "/api/concerns",
        "/api/measures",
    }
)
OPEN_TO_EVERY_VERSION = frozenset({"/api/help", "/api/openapi.json"})
View = Callable[..., HttpResponse]


def gated(view: View) -> View:
    """Let a call through to a view, and its answer out, as protocol/api.md says."""

    @wraps(view)
    def through(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = _turned_back(request) or view(request, *args, **kwargs)
        if response.status_code == 405:
            response = said("no-such-way", status=405)
        response.headers["Cache-Control"] = "no-store"
        return response

    return through


def nothing(request: HttpRequest, **_: Any) -> HttpResponse:
    """Answer an address that does not exist like one that is somebody else's."""
    return missing()


def _turned_back(request: HttpRequest) -> HttpResponse | None:
    is_known = request.headers.get("X-Alongside") == VERSION
    if not is_known and request.path not in OPEN_TO_EVERY_VERSION:
        return said("room-too-old", status=426)
    if _size(request) > (LARGE if _takes_much(request.path) else SMALL):
        return said("too-large", status=413)
    return None


def _takes_much(path: str) -> bool:
    return path in TAKES_MUCH or path.startswith(("/api/documents/", "/api/files/"))


def _size(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdigit() else LARGE + 1
