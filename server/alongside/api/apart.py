"""A room with an origin of its own: what stands there, and how it may speak with the house."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from alongside.api.trouble import missing

Answering = Callable[[HttpRequest], HttpResponse]
ROOM = "/app/"
LEFT = "/left"
# Pages without keys that the room keeps for when there is no network, and how they look.
BESIDE_IT = re.compile(r"/app/|/static/|/config\.json$|(/[a-z]{2})?/help-now(/offline)?$")
MAY_SEND = "Authorization, Content-Type, X-Alongside"
MAY_DO = "GET, POST, PUT"
ASK_AGAIN_AFTER = "600"


class ApartMiddleware:
    """Keeps room and house on their own origins, if the programme gave the room one."""

    def __init__(self, get_response: Answering) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the room's origin, as the house, or as if there were one origin."""
        room = settings.ROOM_ORIGIN
        if not room:
            return self._get_response(request)
        if request.get_host() == urlsplit(room).netloc:
            return self._at_the_room(request)
        if request.path.startswith(ROOM):
            return HttpResponseRedirect(f"{room}{request.get_full_path()}")
        if request.path.startswith("/api/"):
            return self._across(request, room)
        return self._get_response(request)

    def _at_the_room(self, request: HttpRequest) -> HttpResponse:
        """Serve the room, send a reader on to the house, and know of nothing else."""
        if request.path == LEFT and request.method == "POST":
            clear = {"Clear-Site-Data": '"cookies", "storage"'}
            return HttpResponse(status=204, headers=clear)
        if BESIDE_IT.match(request.path):
            return self._get_response(request)
        is_reading = request.method in {"GET", "HEAD"}
        if not is_reading or request.path.startswith(("/api/", "/desk")):
            return missing()
        place = ROOM if request.path == "/" else f"{settings.ORIGIN}{request.get_full_path()}"
        return HttpResponseRedirect(place)

    def _across(self, request: HttpRequest, room: str) -> HttpResponse:
        """Let exactly this origin read what the API answers; never with cookies."""
        if request.headers.get("Origin") != room:
            return self._get_response(request)
        is_question = request.method == "OPTIONS"
        response = HttpResponse(status=204) if is_question else self._get_response(request)
        response.headers["Access-Control-Allow-Origin"] = room
        response.headers["Vary"] = "Origin"
        if is_question:
            response.headers["Access-Control-Allow-Headers"] = MAY_SEND
            response.headers["Access-Control-Allow-Methods"] = MAY_DO
            response.headers["Access-Control-Max-Age"] = ASK_AGAIN_AFTER
        return response
