"""One shape for everything that is refused, and nothing in it that somebody sent."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from alongside.api.papers import StateShape
from alongside.ground.refusal import NotYours, Refused
from alongside.keys.actions.devices import WrongNumber
from alongside.keys.actions.state import StateMoved
from alongside.people.tries import SlowDown
from pse.refusal import Refused as DoesNotHold

WORDS = {
    "malformed": "That did not arrive as it should. Please reload this page.",
    "signed-out": "You are signed out. Please come in again.",
    "too-large": "That is too long to send.",
    "room-too-old": "Please reload this page.",
    "no-such-way": "There is nothing here for you.",
}


def answer(code: str, words: str, *, status: int, **beside: Any) -> JsonResponse:
    """Say what was refused: a code for the room, words for the person."""
    return JsonResponse({"error": {"code": code, "words": words}, **beside}, status=status)


def said(code: str, *, status: int) -> JsonResponse:
    """Say one of the refusals that belong to no room."""
    return answer(code, WORDS[code], status=status)


def missing() -> JsonResponse:
    """Say that there is nothing here, whether it is missing or not for this person."""
    return answer(NotYours.code, NotYours.words, status=404)


def refuse_in_one_shape(api: NinjaAPI) -> None:
    """Let every refusal of the house and of the framework leave in the one shape."""
    for kind, handler in _handlers():
        api.add_exception_handler(kind, handler)


def _handlers() -> tuple[tuple[Any, Any], ...]:
    return (
        (Refused, _refused),
        (DoesNotHold, _malformed),
        (HttpError, _malformed),
        (ValidationError, _not_as_described),
        (AuthenticationError, _signed_out),
        (RequestDataTooBig, _too_large),
    )


def _refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    beside: dict[str, Any] = {}
    if isinstance(refusal, SlowDown):
        beside["retry_after"] = refusal.retry_after
    if isinstance(refusal, WrongNumber):
        beside["left"] = refusal.left
    if isinstance(refusal, StateMoved):
        beside["state"] = StateShape.of(refusal.newest).model_dump(mode="json")
    return answer(refusal.code, refusal.words, status=refusal.status, **beside)


def _not_as_described(request: HttpRequest, trouble: ValidationError) -> HttpResponse:
    # An address that names nothing is nothing; a body that says something else is malformed.
    is_address = all(error.get("loc", ("",))[0] == "path" for error in trouble.errors)
    return missing() if is_address else said("malformed", status=400)


def _malformed(request: HttpRequest, trouble: Exception) -> HttpResponse:
    return said("malformed", status=400)


def _signed_out(request: HttpRequest, trouble: AuthenticationError) -> HttpResponse:
    return said("signed-out", status=401)


def _too_large(request: HttpRequest, trouble: RequestDataTooBig) -> HttpResponse:
    return said("too-large", status=413)
