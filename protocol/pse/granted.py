"""A grant as it stands in a conversation: the body `grant` (P16; section 7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .base64url import from_text, to_text
from .grant import Grant
from .ids import HASH, ID
from .signing import SIGNATURE
from .state import Saved
from .strict_json import Json, fields_of


@dataclass(frozen=True, slots=True)
class Granted:
    """The owner lets a member read earlier epochs; its wraps are not in it."""

    at: bytes
    epochs: tuple[tuple[int, bytes], ...]
    kr: bytes
    sig: bytes
    to: bytes
    sc: Saved
    ts: int


FIELDS: dict[str, type] = {"at": str, "epochs": list, "kr": str, "sig": str, "to": str}


def granted_of(grant: Grant, *, sc: Saved, ts: int) -> Granted:
    """The body that carries a signed grant."""
    return Granted(
        grant.at_eh_hash, grant.epochs, grant.to_kr_hash, grant.sig, grant.to_id, sc, ts
    )


def grant_in(body: Granted, *, conv: bytes) -> Grant:
    """The grant that a body carries, for the conversation it stands in."""
    return Grant(conv, body.at, body.to, body.kr, body.epochs, body.sig)


def granted_json(body: Granted) -> dict[str, Json]:
    """Its own fields, as JSON values."""
    rows: list[Json] = [{"eh": to_text(eh), "epoch": epoch} for epoch, eh in body.epochs]
    return {
        "at": to_text(body.at),
        "epochs": rows,
        "kr": to_text(body.kr),
        "sig": to_text(body.sig),
        "t": "grant",
        "to": to_text(body.to),
    }


def read_granted(fields: Mapping[str, Any], *, sc: Saved, ts: int) -> Granted:
    """The body in its fields; Refused unless each is written in the one way."""
    rows = [fields_of(row, {"eh": str, "epoch": int}) for row in fields["epochs"]]
    return Granted(
        from_text(fields["at"], size=HASH),
        tuple((row["epoch"], from_text(row["eh"], size=HASH)) for row in rows),
        from_text(fields["kr"], size=HASH),
        from_text(fields["sig"], size=SIGNATURE),
        from_text(fields["to"], size=ID),
        sc,
        ts,
    )
