"""The doors of circles where the programme holds none; tests/circles tells who may then."""

from collections.abc import Callable
from typing import Any

from alongside.ground.identifiers import to_text

CIRCLE = "/api/circles/{number}"
SOMEBODY = CIRCLE + "/people/{ref}"
LETTER = to_text(bytes(1_209))
_CLOSED = (
    ("PUT", CIRCLE),
    ("POST", CIRCLE + "/end"),
    ("POST", CIRCLE + "/lead/yes"),
    ("POST", CIRCLE + "/lead/no"),
    ("POST", CIRCLE + "/lead/down"),
    ("POST", CIRCLE + "/ask"),
    ("DELETE", CIRCLE + "/ask"),
    ("GET", CIRCLE + "/waiting"),
    ("GET", CIRCLE + "/people"),
    ("POST", CIRCLE + "/leave"),
    ("POST", SOMEBODY + "/lead"),
    ("POST", SOMEBODY + "/let-in"),
    ("POST", SOMEBODY + "/not-now"),
    ("POST", SOMEBODY + "/remove"),
    ("POST", "/api/removals/{number}/appeal"),
    ("POST", "/api/removals/{number}/answer"),
)
_TO_ALL = (("GET", "/api/circles"), ("POST", "/api/circles"), ("GET", "/api/removals"))
# Whether anybody who is signed in gets further than the door.
OPEN = {**dict.fromkeys(_TO_ALL, True), **dict.fromkeys(_CLOSED, False)}


def papers(host: Any) -> dict[str, Callable[[], Any]]:
    """Well-made papers, so that nothing but the person decides."""
    return {
        CIRCLE: lambda: {"name": "Evenings", "line": "With tea.", "takes_people": True},
        CIRCLE + "/ask": lambda: {"letters": []},
        SOMEBODY + "/remove": lambda: {"box": LETTER},
        "/api/removals/{number}/appeal": lambda: {
            "to": to_text(host.account.ref),
            "box": LETTER,
        },
        "/api/removals/{number}/answer": lambda: {"box": LETTER, "may_ask": True},
    }
