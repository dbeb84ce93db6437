"""Who asks: the bearer of a token, for everything or for as much as a spare code opens."""

from typing import cast

from django.http import HttpRequest
from ninja.security import HttpBearer

from alongside.ground import clock
from alongside.ground.identifiers import from_text
from alongside.ground.refusal import NotYours
from alongside.people.models import Account, Scope, Token
from alongside.people.queries import token_of


class SignedIn(HttpBearer):
    """Somebody with a living sign-in of one of these scopes; others find nothing here."""

    def __init__(self, *scopes: Scope) -> None:
        super().__init__()
        self._scopes = scopes

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        """Give the sign-in behind a token; None leads to 401."""
        try:
            raw = from_text(token, length=32)
        except ValueError:
            return None
        found = token_of(raw, now=clock.now())
        if found is not None and found.scope not in self._scopes:
            raise NotYours
        return found


full = SignedIn(Scope.FULL)
spare = SignedIn(Scope.SPARE)
either = SignedIn(Scope.FULL, Scope.SPARE)


def sign_in_of(request: HttpRequest) -> Token:
    """Give the sign-in a call came with."""
    return cast(Token, request.auth)  # type: ignore[attr-defined]


def person_of(request: HttpRequest) -> Account:
    """Give the person a call came from."""
    return sign_in_of(request).account


def address_of(request: HttpRequest) -> str:
    """Give where a call came from, for counting tries; it is hashed and never written down."""
    return str(request.META.get("REMOTE_ADDR", ""))
