"""Shows a page: every page gets the programme it belongs to and the reader's language."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from alongside.programme import queries as programmes

Rest = ParamSpec("Rest")
View = Callable[Concatenate[HttpRequest, Rest], HttpResponseBase]


def page(view: View[Rest]) -> View[Rest]:
    """Let a page say that the house is not ready as long as there is no programme."""

    @wraps(view)
    def shown(
        request: HttpRequest, /, *rest: Rest.args, **named: Rest.kwargs
    ) -> HttpResponseBase:
        try:
            return view(request, *rest, **named)
        except programmes.NotSetUp:
            return render(request, "web/empty.html", status=503)

    return shown


def show(
    request: HttpRequest, template: str, /, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Answer with a page of templates/web."""
    filled = {"programme": programmes.programme(), **context}
    answer = render(request, f"web/{template}.html", filled, status=status)
    if template.startswith("desk/"):
        # Browsers that may name no page send forms from nowhere, and those are refused.
        answer.headers["Referrer-Policy"] = "same-origin"
    return answer
