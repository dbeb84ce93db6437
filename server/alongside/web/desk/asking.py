"""Where a passkey is asked for, and the question as the page hands it to its script."""

import json
import secrets
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

from alongside.people.models import DeskUser
from alongside.people.second import passkeys
from alongside.people.second.passkeys import Place
from alongside.people.second.queries import credentials_of, handle_of
from alongside.programme import queries as programmes
from alongside.web.desk.half import remember_question


def place_of(request: HttpRequest) -> Place | None:
    """Give where this page is; None where browsers know no passkeys, as under a bare number."""
    here = request.get_host()
    origin = next((one for one in settings.ORIGINS if urlsplit(one).netloc == here), None)
    host = urlsplit(origin or "").hostname
    return None if origin is None or not host or _is_number(host) else Place(host, origin)


def question_to_show(request: HttpRequest, user: DeskUser) -> str | None:
    """Ask for one of somebody's passkeys; None if there is none, or not here."""
    place, known = place_of(request), credentials_of(user)
    if place is None or not known:
        return None
    challenge = _new_challenge(request)
    return json.dumps(passkeys.ask_to_show(place, challenge=challenge, known=known))


def question_to_make(request: HttpRequest, user: DeskUser) -> str | None:
    """Ask a browser to make a passkey; None if it cannot here."""
    place = place_of(request)
    if place is None:
        return None
    asked = passkeys.ask_to_make(
        place,
        programme=programmes.programme().name,
        name=user.name,
        handle=handle_of(user),
        challenge=_new_challenge(request),
        known=credentials_of(user),
    )
    return json.dumps(asked)


def _new_challenge(request: HttpRequest) -> bytes:
    challenge = secrets.token_bytes(32)
    remember_question(request, challenge)
    return challenge


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
