"""Passkeys: what we ask a browser for, and whether what it answers holds.

The library is loaded by the first who asks: it takes a fifth of a second, and
most processes never do.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

LARGEST = 16 * 1024
# What the library lets through when someone sends nonsense instead of an answer.
_NONSENSE = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


class DoesNotHold(Exception):
    """This is no answer to our question from a passkey we know."""


@dataclass(frozen=True)
class Place:
    """Where a passkey is used: the host name it belongs to, and the address in the bar."""

    host: str
    origin: str


@dataclass(frozen=True)
class Passkey:
    """What is kept of a passkey: what names it, what checks it, how often it was used."""

    credential: bytes
    public_key: bytes
    uses: int


def ask_to_make(
    place: Place,
    *,
    programme: str,
    name: str,
    handle: bytes,
    challenge: bytes,
    known: Iterable[bytes],
) -> dict[str, Any]:
    """Give the question that lets a browser make a passkey; it says nothing of its maker."""
    webauthn, structs = _library(), _structs()
    asked = webauthn.generate_registration_options(
        rp_id=place.host,
        rp_name=programme,
        user_name=name,
        user_id=handle,
        challenge=challenge,
        authenticator_selection=structs.AuthenticatorSelectionCriteria(
            resident_key=structs.ResidentKeyRequirement.DISCOURAGED,
            user_verification=structs.UserVerificationRequirement.PREFERRED,
        ),
        exclude_credentials=_described(known),
    )
    return _plain(asked)


def made(answer: str, place: Place, *, challenge: bytes) -> Passkey:
    """Read a new passkey; DoesNotHold for anything else."""
    try:
        found = _library().verify_registration_response(
            credential=_read(answer),
            expected_challenge=challenge,
            expected_rp_id=place.host,
            expected_origin=place.origin,
        )
    except _nonsense() as trouble:
        raise DoesNotHold from trouble
    return Passkey(found.credential_id, found.credential_public_key, found.sign_count)


def ask_to_show(place: Place, *, challenge: bytes, known: Iterable[bytes]) -> dict[str, Any]:
    """Give the question that one of these passkeys answers."""
    asked = _library().generate_authentication_options(
        rp_id=place.host,
        challenge=challenge,
        allow_credentials=_described(known),
        user_verification=_structs().UserVerificationRequirement.PREFERRED,
    )
    return _plain(asked)


def named_in(answer: str) -> bytes:
    """Say which passkey an answer claims to be from."""
    try:
        named: bytes = _library().base64url_to_bytes(_read(answer)["rawId"])
    except _nonsense() as trouble:
        raise DoesNotHold from trouble
    return named


def shown(answer: str, place: Place, known: Passkey, *, challenge: bytes) -> int:
    """Check an answer and give how often the passkey was used; a copy counts too little."""
    try:
        found = _library().verify_authentication_response(
            credential=_read(answer),
            expected_challenge=challenge,
            expected_rp_id=place.host,
            expected_origin=place.origin,
            credential_public_key=known.public_key,
            credential_current_sign_count=known.uses,
        )
    except _nonsense() as trouble:
        raise DoesNotHold from trouble
    uses: int = found.new_sign_count
    return uses


def _read(answer: str) -> dict[str, Any]:
    if len(answer) > LARGEST:
        raise ValueError("too large")
    found = json.loads(answer)
    if not isinstance(found, dict):
        raise TypeError("not an answer")
    return found


def _described(known: Iterable[bytes]) -> list[Any]:
    return [_structs().PublicKeyCredentialDescriptor(id=credential) for credential in known]


def _plain(asked: Any) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(_library().options_to_json(asked))
    return plain


@cache
def _library() -> Any:
    return import_module("webauthn")


@cache
def _structs() -> Any:
    return import_module("webauthn.helpers.structs")


@cache
def _nonsense() -> tuple[type[Exception], ...]:
    its_own: type[Exception] = import_module("webauthn.helpers.exceptions").WebAuthnException
    return (its_own, *_NONSENSE)
