"""What a room needs to know before anybody comes in: /config.json."""

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from alongside.api.lines_source import emergency_number
from alongside.api.trouble import answer
from alongside.circles.queries import has_circles
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.ground.secrets import log_seed
from alongside.programme.models import Programme
from alongside.programme.queries import NotSetUp, programme
from alongside.programme.rules import MOST_WAITING, languages_on, sentences_for
from pse.promise import promise_json
from pse.signing import verify_key_of

VERSION = 1


@require_safe
def config(request: HttpRequest) -> JsonResponse:
    """Give home, keys, today, the door and the promise as the settings make it."""
    try:
        response = JsonResponse(described(programme(), today=clock.today()))
    except NotSetUp as refusal:
        response = answer(refusal.code, refusal.words, status=refusal.status)
    response.headers["Cache-Control"] = "no-store"
    return response


def described(here: Programme, *, today: int) -> dict[str, object]:
    """Describe a programme as protocol/api.md lists it."""
    return {
        "version": VERSION,
        "home": to_text(here.home),
        "programme": here.name,
        "roster": to_text(here.roster_key),
        "log": to_text(verify_key_of(log_seed())),
        "country": here.country,
        "emergency": emergency_number(here.country),
        "lang": here.lang,
        "langs": languages_on(main=here.lang, further=here.languages),
        **_reached(),
        "today": today,
        "door": "open" if here.door_open else "closed",
        "closes_on": here.closes_on,
        "promise": promise_json(sentences_for(here)),
        "retention": here.retention_months,
        "keeping": {
            "least": here.retention_least,
            "most": here.retention_most,
            "open": here.retention_open_allowed,
        },
        "limits": {"waiting": MOST_WAITING},
        "circles": has_circles(),
        "hints": here.hints,
        "contact": {"name": here.contact_name, "phone": here.contact_phone},
        "independent": {"name": here.independent_name, "phone": here.independent_phone},
        "leave": here.leave_url,
    }


def _reached() -> dict[str, object]:
    """Say where the wire is; a room with an origin of its own also hears of the house's."""
    if not settings.ROOM_ORIGIN:
        return {"wire": "/wire"}
    house: str = settings.ORIGIN
    return {"api": house, "wire": f"ws{house.removeprefix('http')}/wire"}
