"""Setting up a second step: the first one before anything else opens, or one more."""

import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from alongside.ground import clock
from alongside.people.models import DeskUser
from alongside.people.second import actions
from alongside.people.second.actions import StepNotTaken, TooManySteps
from alongside.people.second.queries import has_second_step, secret_of
from alongside.people.second.rules import LONGEST_NAME, secret_in_groups
from alongside.programme import queries as programmes
from alongside.web.desk import half, yours
from alongside.web.desk.asking import place_of, question_to_make
from alongside.web.desk.picture import picture_of, words_for_app
from alongside.web.language import reader_language
from alongside.web.show import page, show
from alongside.web.words import say

View = Callable[[HttpRequest, DeskUser], HttpResponse]


def for_who_may_set_up(view: View) -> Callable[[HttpRequest], HttpResponse]:
    """Let in who has no second step yet, or took both steps within ten minutes."""

    @wraps(view)
    def led(request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, DeskUser):
            return (
                view(request, request.user)
                if half.is_fresh(request)
                else redirect("desk-yours")
            )
        user = half.half_in(request)
        if user is None:
            return redirect("desk-sign-in")
        return redirect("desk-second") if has_second_step(user) else view(request, user)

    return led


@require_safe
@page
@for_who_may_set_up
def choose(request: HttpRequest, user: DeskUser) -> HttpResponse:
    """Say what a second step is, and offer two."""
    return show(request, "desk/choose", place=place_of(request), is_first=_is_first(request))


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
@page
@for_who_may_set_up
def app(request: HttpRequest, user: DeskUser) -> HttpResponse:
    """Hand a secret to an app, and keep the app once its first code was typed."""
    seed = _seed_of(request)
    if request.method != "POST":
        return _app_page(request, user, seed)
    try:
        actions.add_app(
            user,
            seed,
            request.POST.get("code", "")[:40],
            name=_name(request, "app"),
            is_first=_is_first(request),
            now=clock.now(),
        )
    except StepNotTaken:
        return _app_page(request, user, seed, status=422, trouble="code")
    except TooManySteps:
        return _app_page(request, user, seed, status=422, trouble="many")
    return _kept(request, user)


@sensitive_post_parameters("answer")
@require_http_methods(["GET", "HEAD", "POST"])
@page
@for_who_may_set_up
def passkey(request: HttpRequest, user: DeskUser) -> HttpResponse:
    """Let the browser make a passkey, and keep what checks it."""
    if request.method != "POST":
        return _passkey_page(request, user)
    challenge, place = half.open_question(request), place_of(request)
    if challenge is None or place is None:
        return _passkey_page(request, user, status=422, trouble="late")
    try:
        actions.add_passkey(
            user,
            request.POST.get("answer", ""),
            place,
            challenge=challenge,
            name=_name(request, "passkey"),
            is_first=_is_first(request),
            now=clock.now(),
        )
    except StepNotTaken:
        return _passkey_page(request, user, status=422, trouble="late")
    except TooManySteps:
        return _passkey_page(request, user, status=422, trouble="many")
    return _kept(request, user)


def _kept(request: HttpRequest, user: DeskUser) -> HttpResponse:
    """After the first one the desk opens, with the codes on paper; one more joins the list."""
    if not _is_first(request):
        request.session.pop(half.SEED, None)
        return yours.shown(request, user, done="desk.yours.added")
    half.complete(request, user)
    return show(request, "desk/codes", codes=actions.new_paper_codes(user), is_first=True)


def _app_page(request: HttpRequest, user: DeskUser, seed: bytes, **more: Any) -> HttpResponse:
    secret = secret_in_groups(secret_of(seed))
    told = words_for_app(secret, user=user.name, programme=programmes.programme().name)
    return show(
        request,
        "desk/app",
        secret=secret,
        picture=picture_of(told),
        longest=LONGEST_NAME,
        is_first=_is_first(request),
        **more,
    )


def _passkey_page(request: HttpRequest, user: DeskUser, **more: Any) -> HttpResponse:
    return show(
        request,
        "desk/passkey",
        question=question_to_make(request, user),
        longest=LONGEST_NAME,
        is_first=_is_first(request),
        **more,
    )


def _seed_of(request: HttpRequest) -> bytes:
    """Give what this sitting's new app is made from; it stays until the app is kept."""
    kept = request.session.setdefault(half.SEED, secrets.token_bytes(16).hex())
    return bytes.fromhex(kept)


def _is_first(request: HttpRequest) -> bool:
    return not request.user.is_authenticated


def _name(request: HttpRequest, kind: str) -> str:
    typed = " ".join(request.POST.get("name", "").split())[:LONGEST_NAME]
    return typed or say(f"desk.up.{kind}.name.none", reader_language(request))
