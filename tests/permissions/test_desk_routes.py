"""Every address of the desk, everyone at its door: half in is nowhere in."""

import re
from contextlib import contextmanager

from django.db import transaction
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


# One desk for all addresses: what a page did is undone before the next; every fault is told.
@contextmanager
def undone():
    """Let each address find everything as it was."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def faults_of(knock):
    """Every address and method at which somebody was led elsewhere than they should be."""
    found = {}
    for route in routes():
        for method in ("get", "post"):
            with undone():
                for who, led, allowed in knock(route, method):
                    if led not in allowed:
                        found[who, method, route] = led
    return found


def test_a_desk_page_opens_after_both_steps_and_leads_everyone_else_to_the_next_one(desk, ada):
    finn, newcomer = Client(), pass_words(desk)
    room = Client(headers={"Authorization": f"Bearer {to_text(ada.room.token)}"})

    def knock(route, method):
        if route in ANYONE:
            yield "finn", led_to(Client(), route, method), {None, "/"}
            return
        for who, stranger in (("finn", finn), ("a room", room)):
            wanted = expected(SIGN_IN, route, method)
            yield who, led_to(stranger, route, method), wanted
        first = None if route in SETTING_UP else SET_UP if route in SECOND else SIGN_IN
        yield "newcomer", led_to(newcomer, route, method), expected(first, route, method)

    assert faults_of(knock) == {}


def test_dora_half_in_is_no_coordinator_anywhere(desk, app):
    half_in = pass_words(desk)

    def knock(route, method):
        if route not in ANYONE:
            wanted = None if route in SECOND else TAKE if route in SETTING_UP else SIGN_IN
            yield "half in", led_to(half_in, route, method), expected(wanted, route, method)

    assert faults_of(knock) == {}


def test_dora_wholly_in_is_led_to_no_door(desk, app):
    whole = sign_in_at_desk(desk, app)

    def knock(route, method):
        # Signing out is a form; a page that is looked at changes nothing.
        if method == "get":
            wanted = SIGN_IN if route in SECOND else None
            yield "Dora", led_to(whole, route, method), {wanted}

    assert faults_of(knock) == {}


def expected(place, route, method):
    """A page for looking answers a form with 405 and nothing else, whoever sends it."""
    looks_only = route == "/desk/second" and method == "post"
    return {None} if looks_only else {place}


def test_a_desk_session_is_nobody_in_the_room(desk, app):
    whole = sign_in_at_desk(desk, app)

    for path in ("/api/me", "/api/directory", "/api/relationships"):
        assert whole.get(path, headers={"X-Alongside": "1"}).status_code == 401
