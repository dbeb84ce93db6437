"""Every address of the desk, everyone at its door: half in is nowhere in."""

import re

import pytest
from django.test import Client
from django.urls import get_resolver

from alongside.ground.identifiers import to_text
from tests.cast import pass_words, sign_in_at_desk

ANYONE = {"/desk/sign-in", "/desk/sign-out"}
SECOND = {"/desk/sign-in/second"}
SETTING_UP = {"/desk/second", "/desk/second/app", "/desk/second/passkey"}
SIGN_IN, TAKE, SET_UP = "/desk/sign-in", "/desk/sign-in/second", "/desk/second"


def routes():
    """Every address under /desk/, from the server's own list."""
    from tests.house.test_docs import _walk

    found = {route for route in _walk(get_resolver().url_patterns, "/") if "^" not in route}
    desk = {route for route in found if route.startswith("/desk/")}
    return sorted(desk)


def address_of(route):
    return re.sub(r"<[^>]*>", "1", route)


def led_to(client, route, method):
    """Where someone is led instead; None if the page itself answered."""
    answer = getattr(client, method)(address_of(route))
    assert answer.status_code < 500
    return (
        answer.headers.get("Location", "").split("?")[0] if answer.status_code == 302 else None
    )


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("route", routes())
def test_a_desk_page_opens_after_both_steps_and_leads_everyone_else_to_the_next_one(
    desk, ada, route, method
):
    finn, newcomer = Client(), pass_words(desk)
    room = Client(headers={"Authorization": f"Bearer {to_text(ada.room.token)}"})
    if route in ANYONE:
        assert led_to(finn, route, method) in {None, "/"}
        return
    for stranger in (finn, room):
        assert led_to(stranger, route, method) in expected(SIGN_IN, route, method)
    first = None if route in SETTING_UP else SET_UP if route in SECOND else SIGN_IN
    assert led_to(newcomer, route, method) in expected(first, route, method)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("route", routes())
def test_dora_half_in_is_no_coordinator_anywhere(desk, app, route, method):
    half_in = pass_words(desk)
    if route in ANYONE:
        return
    wanted = None if route in SECOND else TAKE if route in SETTING_UP else SIGN_IN

    assert led_to(half_in, route, method) in expected(wanted, route, method)


@pytest.mark.parametrize("route", routes())
def test_dora_wholly_in_is_led_to_no_door(desk, app, route):
    whole = sign_in_at_desk(desk, app)
    wanted = SIGN_IN if route in SECOND else None

    assert led_to(whole, route, "get") == wanted


def expected(place, route, method):
    """A page for looking answers a form with 405 and nothing else, whoever sends it."""
    looks_only = route == "/desk/second" and method == "post"
    return {None} if looks_only else {place}


def test_a_desk_session_is_nobody_in_the_room(desk, app):
    whole = sign_in_at_desk(desk, app)

    for path in ("/api/me", "/api/directory", "/api/relationships"):
        assert whole.get(path, headers={"X-Alongside": "1"}).status_code == 401
