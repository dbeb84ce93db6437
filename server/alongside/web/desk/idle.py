"""A sitting at the desk ends after an hour in which nothing was done."""

from collections.abc import Callable

from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponse

from alongside.web.desk.half import is_idle
from alongside.web.show import show

DESK = "/desk/"
# Never shown again, whatever happened.
_SECRET = ("csrfmiddlewaretoken", "words", "code", "answer")


class IdleMiddleware:
    """Ends a sitting that was left open, and gives back what somebody had typed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, unless this sitting was left."""
        if not request.path.startswith(DESK) or SESSION_KEY not in request.session:
            return self._get_response(request)
        if not is_idle(request):
            return self._get_response(request)
        typed, is_late = _typed(request), request.method == "POST"
        logout(request)
        return show(request, "desk/idle", status=401, typed=typed, is_late=is_late)


def _typed(request: HttpRequest) -> list[str]:
    """What stood in the boxes of a form that came too late: it is not kept here."""
    boxes = [
        each
        for name in request.POST
        for each in request.POST.getlist(name)
        if name not in _SECRET
    ]
    return [each for each in boxes if each.strip()]
