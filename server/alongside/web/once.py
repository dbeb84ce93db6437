"""Every part of a page asks for the programme; a page that only reads asks the books once."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from alongside.programme.queries import read_once

READING = ("GET", "HEAD")


class OnceMiddleware:
    """Remembers the programme for as long as one reading answer takes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; what may change the programme reads it anew each time."""
        if request.method not in READING:
            return self._get_response(request)
        with read_once():
            return self._get_response(request)
