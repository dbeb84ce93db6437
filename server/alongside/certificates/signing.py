"""Writes certificates and the list as Open Badges 3.0, signed, and reads them again.

The library that knows the standard is an extra (`alongside[certificates]`): a programme without
certificates does not need it.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from django.conf import settings

from alongside.certificates.models import Certificate, SigningKey
from alongside.certificates.rules import (
    LIST_HOLDS,
    LONGEST_FILE,
    PLACES,
    Chosen,
    NotACertificate,
    first_day,
    places_of,
)
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.ground.secrets import kept

PATH = "certificates"
ALGORITHM = "EdDSA"
LIBRARY = "openbadgeslib"
_NOT_ITS_TIME = {"verify_exp": False, "verify_nbf": False, "verify_aud": False}


@dataclass(frozen=True)
class Read:
    """What a file says that this programme signed; days are of 1970."""

    name: str
    programme: str
    title: str
    hours: int | None
    day: int
    # Its holder chose to show the year alone.
    is_year: bool
    until: int | None
    place: int


@cache
def is_here() -> bool:
    """Say whether the library of the standard is installed."""
    return find_spec(LIBRARY) is not None


def made_key(number: int) -> bytes:
    """Make the secret half under a number that was never used; give the public half."""
    return _secret(number).public_key().public_bytes_raw()


def forget_secret(number: int) -> None:
    """Forget the secret half of a key that signs no more."""
    _path(number).unlink(missing_ok=True)
    kept.cache_clear()


def holds_secret(key: SigningKey) -> bool:
    """Say whether the secret half is here and is the one of this key."""
    if not _path(key.pk).exists():
        return False
    return _secret(key.pk).public_key().public_bytes_raw() == bytes(key.public)


def signed(
    certificate: Certificate,
    chosen: Chosen,
    *,
    programme: str,
    neutral: str,
    place: int,
    by: SigningKey,
) -> str:
    """Write one file: what was chosen, a place in the list, and nothing else of anybody."""
    badges = _badges()
    title = certificate.title if chosen.title else neutral
    day = first_day(certificate.done_on or 0, exact=chosen.day)
    until = certificate.runs_out_on
    name = badges.IdentityObject(chosen.name, "name", False)
    written = badges.OpenBadgeCredential(
        issuer=badges.Issuer(issuer(), programme if chosen.programme else host()),
        # By lot and anew in each file: two files of one person have nothing in common.
        recipient_id=f"urn:uuid:{uuid4()}",
        achievement=badges.Achievement(
            f"urn:uuid:{uuid4()}", title, title, title, achievement_type="Certificate"
        ),
        issuance_date=_beginning_of(day),
        expiration_date=None if until is None else _beginning_of(until + 1),
        credits_earned=certificate.hours if chosen.hours else None,
        identifiers=[name] if chosen.name else [],
        credential_status=[badges.status_entry(list_address(), "revocation", place)],
    )
    return _sign(written.to_jwt_payload(), by)


def read(text: str, keys: list[SigningKey]) -> Read:
    """Give what a file says; NotACertificate for anything this programme did not sign so."""
    token = "".join(text.split())
    if not token or len(token) > LONGEST_FILE:
        raise NotACertificate("not-ours")
    badges, coder = _badges(), import_module("jwt")
    try:
        named = coder.get_unverified_header(token).get("kid")
        key = next(key for key in keys if _name_of(key) == named)
        # What runs out is told by its day, not refused like what is not ours.
        told = coder.decode(
            token, _public_pem(key), algorithms=[ALGORITHM], options=_NOT_ITS_TIME
        )
        return _told(badges.OpenBadgeCredential.from_jwt_payload(told))
    except (coder.PyJWTError, StopIteration, ValueError, RecursionError):
        raise NotACertificate("not-ours") from None


def list_token(back: bytes, *, today: int, by: SigningKey) -> str:
    """Write the list of places that were taken back: bits, of nobody by name."""
    badges = _badges()
    document = badges.build_status_list_credential(
        issuer(),
        list_address(),
        "revocation",
        places_of(back),
        PLACES,
        issued=_beginning_of(today),
        valid_until=_beginning_of(today + LIST_HOLDS),
    )
    claims = {"iss": issuer(), "jti": list_address(), "nbf": _seconds(_beginning_of(today))}
    return _sign(document | claims, by)


def did_document(keys: list[SigningKey]) -> dict[str, Any]:
    """Give the public keys under this programme's address, as did:web has them."""
    methods = [
        {
            "id": _name_of(key),
            "type": "JsonWebKey",
            "controller": issuer(),
            "publicKeyJwk": {"kty": "OKP", "crv": "Ed25519", "x": to_text(bytes(key.public))},
        }
        for key in keys
    ]
    return {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
        "id": issuer(),
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }


def issuer() -> str:
    """Give the name of this programme for software: its address as did:web."""
    return f"did:web:{host().replace(':', '%3A')}:{PATH}"


def host() -> str:
    """Give the address without what comes before it."""
    return settings.ORIGIN.partition("://")[2]


def list_address() -> str:
    """Give where the list is served."""
    return f"{settings.ORIGIN}/{PATH}/list"


def _told(found: Any) -> Read:
    entries = found.credential_status
    places = [entry.get("statusListIndex", "") for entry in entries]
    addresses = [entry.get("statusListCredential") for entry in entries]
    if found.issuer.id != issuer() or addresses != [list_address()]:
        raise NotACertificate("not-ours")
    place = int(places[0])
    day = clock.day_of(found.issuance_date)
    programme = "" if found.issuer.name == host() else found.issuer.name
    hours = found.credits_earned
    until = found.expiration_date
    return Read(
        name=found.identifiers[0].identity_hash if found.identifiers else "",
        programme=programme,
        title=found.achievement.name,
        hours=None if hours is None else int(hours),
        day=day,
        is_year=first_day(day, exact=False) == day,
        until=None if until is None else clock.day_of(until) - 1,
        place=place,
    )


def _sign(payload: dict[str, Any], by: SigningKey) -> str:
    if not holds_secret(by):
        raise NotACertificate("certificate-no-key")
    secret = _secret(by.pk).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    # The header names the key, so that it is found again after another one signs.
    coder = import_module("jwt")
    written: str = coder.encode(
        json.loads(json.dumps(payload)),
        secret,
        algorithm=ALGORITHM,
        headers={"kid": _name_of(by)},
    )
    return written


def _badges() -> Any:
    if not is_here():
        raise NotACertificate("certificate-no-key")
    return import_module(f"{LIBRARY}.ob3")


def _name_of(key: SigningKey) -> str:
    return f"{issuer()}#key-{key.pk}"


def _secret(number: int) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(kept(_path(number)))


def _path(number: int) -> Any:
    return settings.DATA / "secrets" / f"certificates-{number}.key"


def _public_pem(key: SigningKey) -> bytes:
    found = Ed25519PublicKey.from_public_bytes(bytes(key.public))
    return found.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _beginning_of(day: int) -> datetime:
    return datetime.combine(clock.date_of(day), time(), UTC)


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
