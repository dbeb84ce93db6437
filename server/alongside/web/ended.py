"""After the end of a programme, every address answers with one calm page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from alongside.ground.ending import has_ended
from alongside.programme.help_lines import checked_on
from alongside.programme.queries import programme
from alongside.web.help_now import lines_now
from alongside.web.language import reader_language

# How the page looks, and the way out of it.
STILL_THERE = ("/static/", "/app/look/", "/leave")
GONE = 410


class EndedMiddleware:
    """Lets nothing through once the programme has ended."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the last page, or as always."""
        if not has_ended() or request.path.startswith(STILL_THERE):
            return self._get_response(request)
        if request.path.startswith("/api/") or request.path == "/config.json":
            error = {"code": "programme-ended", "words": "This programme has ended."}
            return JsonResponse({"error": error}, status=GONE)
        here = programme()
        lines = [(line, checked_on(line)) for line in lines_now(reader_language(request))]
        return render(
            request, "web/ended.html", {"programme": here, "lines": lines}, status=GONE
        )
