"""In at the desk with a name and five words, and out again."""

from math import ceil

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from alongside.ground import clock
from alongside.notices.actions import came_in
from alongside.people.actions import NotOpened, desk_sign_in
from alongside.people.models import DeskUser
from alongside.people.tries import SlowDown
from alongside.web.show import page, show

BACKEND = "django.contrib.auth.backends.ModelBackend"


@sensitive_post_parameters("words")
@require_http_methods(["GET", "HEAD", "POST"])
@page
def sign_in(request: HttpRequest) -> HttpResponse:
    """Show the door; open it for a name and five words that belong together."""
    if request.method != "POST":
        return show(request, "desk/sign_in")
    name, words = request.POST.get("name", "").strip(), request.POST.get("words", "")
    address = request.META.get("REMOTE_ADDR", "")
    try:
        user = desk_sign_in(name, words, address=address, now=clock.now())
    except NotOpened:
        return show(request, "desk/sign_in", status=401, name=name, trouble="wrong")
    except SlowDown as slow:
        minutes = ceil(slow.retry_after / 60)
        return show(
            request, "desk/sign_in", status=429, name=name, trouble="slow", minutes=minutes
        )
    login(request, user, backend=BACKEND)
    came_in(user)
    return redirect("desk")


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
