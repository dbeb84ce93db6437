"""The picture that hands a secret to an app, drawn here: it never leaves this house."""

from dataclasses import dataclass
from urllib.parse import quote

import segno

QUIET = 4


@dataclass(frozen=True)
class Picture:
    """A square picture: how wide it is, and the path of its dark squares."""

    size: int
    path: str


def words_for_app(secret: str, *, user: str, programme: str) -> str:
    """Write the secret as apps with codes read it."""
    label, issuer = quote(f"{programme}:{user}"), quote(programme)
    return f"otpauth://totp/{label}?secret={secret.replace(' ', '')}&issuer={issuer}"


def picture_of(text: str) -> Picture:
    """Draw a text as squares, row by row."""
    rows = list(segno.make(text, error="m", micro=False).matrix)
    dark = (
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, square in enumerate(row)
        if square
    )
    return Picture(len(rows) + 2 * QUIET, "".join(dark))
