"""Ops over the lock of what somebody takes along."""

from collections.abc import Mapping
from typing import Any

from pse.export import Cover, cover_bytes, open_papers, seal_papers
from pse.words import phrase_of

from .ops_primitives import given_chance

In = Mapping[str, Any]


def _cover(given: In) -> Cover:
    return Cover(given["home"], given["salt"])


def _manifest(given: In) -> bytes:
    return cover_bytes(_cover(given))


def _seal(given: In) -> bytes:
    phrase, chance = phrase_of(given["words"]), given_chance(given["nonce"])
    return seal_papers(_cover(given), phrase, given["text"], chance=chance)


def _open(given: In) -> bytes:
    return open_papers(_cover(given), phrase_of(given["words"]), given["box"])


OPS = {"export.manifest": _manifest, "export.seal": _seal, "export.open": _open}
