"""Vectors for what somebody takes along: its cover, and the lock of its papers."""

from typing import Any

from pse.export import Cover, seal_papers
from pse.words import phrase_of

from .case import Cases, answered, refused
from .ops_primitives import given_chance
from .scene import HOME, WORDS

_SALT = bytes(range(16, 32))
_NONCE = bytes(range(24))
_TEXT = b'{"day":20400}'


def cases() -> Cases:
    """All of them."""
    return [*_covers(), *_locked(), *_opened()]


def _covers() -> Cases:
    return [
        answered("the cover", "export.manifest", home=HOME, salt=_SALT),
        refused("a short home", "export.manifest", home=HOME[:15], salt=_SALT),
        refused("a long salt", "export.manifest", home=HOME, salt=_SALT + b"x"),
    ]


def _given(**changed: Any) -> dict[str, Any]:
    return {"home": HOME, "salt": _SALT, "words": WORDS["ada"], **changed}


def _locked() -> Cases:
    sealing = {"nonce": _NONCE, "text": _TEXT}
    return [
        answered("sealed", "export.seal", **_given(**sealing)),
        answered(
            "sealed, typed in capitals", "export.seal", **_given(**sealing, words=_loud())
        ),
        answered("nothing in it", "export.seal", **_given(nonce=_NONCE, text=b"")),
        refused("four words", "export.seal", **_given(**sealing, words="acorn about above")),
    ]


def _opened() -> Cases:
    box = seal_papers(
        Cover(HOME, _SALT), phrase_of(WORDS["ada"]), _TEXT, chance=given_chance(_NONCE)
    )
    bad: list[tuple[str, dict[str, Any]]] = [
        ("other words", {"words": WORDS["ben"]}),
        ("another salt", {"salt": bytes(16)}),
        ("another home", {"home": bytes(16)}),
        ("another suite", {"box": b"\x02" + box[1:]}),
        ("another nonce", {"box": box[:1] + bytes(24) + box[25:]}),
        ("a changed byte", {"box": box[:-1] + bytes([box[-1] ^ 1])}),
        ("cut short", {"box": box[:72]}),
    ]
    return [
        answered("opened", "export.open", **_given(box=box)),
        *[
            refused(name, "export.open", **_given(**{"box": box, **given}))
            for name, given in bad
        ],
    ]


def _loud() -> str:
    return WORDS["ada"].upper().replace(" ", "-")
