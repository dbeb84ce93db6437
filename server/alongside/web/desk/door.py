"""The first step into the desk, a name and five words; and the way out again."""

from math import ceil

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from alongside.ground import clock
from alongside.people.actions import NotOpened, desk_sign_in
from alongside.people.models import DeskUser
from alongside.people.second.queries import has_second_step
from alongside.people.tries import SlowDown
from alongside.web.desk import half
from alongside.web.show import page, show


@sensitive_post_parameters("words")
@require_http_methods(["GET", "HEAD", "POST"])
@page
def sign_in(request: HttpRequest) -> HttpResponse:
    """Show the door; half open it for a name and five words that belong together."""
    if request.method != "POST":
        return show(request, "desk/sign_in", to=_to(request.GET.get("to", "")))
    name, words = request.POST.get("name", "").strip(), request.POST.get("words", "")
    to, address = _to(request.POST.get("to", "")), address_of(request)
    try:
        user = desk_sign_in(name, words, address=address, now=clock.now())
    except NotOpened:
        return show(request, "desk/sign_in", status=401, name=name, to=to, trouble="wrong")
    except SlowDown as slow:
        return show(
            request,
            "desk/sign_in",
            status=429,
            name=name,
            to=to,
            trouble="slow",
            minutes=minutes_of(slow),
        )
    half.begin(request, user, to=to)
    return redirect("desk-second" if has_second_step(user) else "desk-set-up")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the sitting at the desk."""
    logout(request)
    answer = redirect("welcome")
    answer.headers["Clear-Site-Data"] = '"cookies", "storage"'
    return answer


def coordinator(request: HttpRequest) -> DeskUser:
    """Give who sits at the desk; pages behind login_required always have someone."""
    user = request.user
    if not isinstance(user, DeskUser):
        raise TypeError("nobody sits at the desk")
    return user


def address_of(request: HttpRequest) -> str:
    """Give where a form came from, for counting tries; it is hashed and never written down."""
    return str(request.META.get("REMOTE_ADDR", ""))


def minutes_of(slow: SlowDown) -> int:
    """Say how many minutes to wait."""
    return ceil(slow.retry_after / 60)


def _to(typed: str) -> str:
    return typed if typed in half.PLACES else ""
