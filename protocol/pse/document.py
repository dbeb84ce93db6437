"""Documents: what a person keeps for themselves, version by version (section 12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .chance import Chance, system_chance
from .ids import HASH, ID
from .padding import pad, unpad
from .pae import h, labelled, sized
from .refusal import RolledBack, Unknown
from .seal import open_sealed, seal

NOTEBOOK, KEPT_LINE, BROUGHT_LINE, CHECK_SHEET = 1, 2, 3, 4
UNSAID = 5
PATH, PLAN, DIARY = 6, 7, 8
TRAINING, STORY = 10, 11
WELLBEING = 16
NOTES_KEPT = 18
OWN = (PATH, PLAN, DIARY, TRAINING, STORY, WELLBEING, NOTES_KEPT)
KINDS = (NOTEBOOK, KEPT_LINE, BROUGHT_LINE, CHECK_SHEET, UNSAID, *OWN)
KEY = 32
LOCK_BOX = 73 + KEY
VERSIONS_KEPT = 20
NOTHING_BEFORE = bytes(HASH)


@dataclass(frozen=True, slots=True)
class Version:
    """One version as the server keeps it: its key under the vault key, and its words."""

    ver: int
    prev: bytes
    lock: bytes
    box: bytes


@dataclass(frozen=True, slots=True)
class Whose:
    """Which document of whom: what every box of it is bound to."""

    account_id: bytes
    doc_id: bytes
    kind: int


def seal_version(
    vault_key: bytes,
    whose: Whose,
    content: bytes,
    *,
    doc_key: bytes,
    before: Version | None = None,
    chance: Chance = system_chance,
) -> Version:
    """Seal the next version (1 without `before`); `doc_key` is usually that of the last one."""
    ver = 1 if before is None else before.ver + 1
    prev = NOTHING_BEFORE if before is None else document_hash_of(before)
    lock = seal(
        vault_key, _lock_aad(whose, ver), sized(doc_key, KEY, "a document's key"), chance=chance
    )
    box = seal(doc_key, _box_aad(whose, ver, prev), pad(content), chance=chance)
    return Version(ver, prev, lock, box)


def open_version(vault_key: bytes, whose: Whose, version: Version) -> tuple[bytes, bytes]:
    """(the document's key, the content); NotOpened for any other owner, document or place."""
    lock = open_sealed(vault_key, _lock_aad(whose, version.ver), version.lock)
    doc_key = sized(lock, KEY, "a document's key")
    box = open_sealed(doc_key, _box_aad(whose, version.ver, version.prev), version.box)
    return doc_key, unpad(box)


def document_hash_of(version: Version) -> bytes:
    """The hash (32 bytes) by which state, and the next version, name this one."""
    return h("pse1/doc-hash", version.lock, version.box)


def open_chain(
    vault_key: bytes,
    whose: Whose,
    versions: Sequence[Version],
    *,
    known: tuple[int, bytes] | None = None,
) -> list[bytes]:
    """The contents of all versions kept, oldest first; `known` is (ver, hash) from state.

    RolledBack where one is missing, exchanged, of another chain, or older than what is known.
    """
    if not versions:
        raise RolledBack("a document is missing")
    last = versions[-1].ver
    first = max(1, last - VERSIONS_KEPT + 1)
    if [version.ver for version in versions] != list(range(first, last + 1)):
        raise RolledBack("a version is missing")
    for before, version in pairwise(versions):
        if version.prev != document_hash_of(before):
            raise RolledBack("a version that does not follow the one before")
    _check_known(versions, known)
    return [open_version(vault_key, whose, version)[1] for version in versions]


def _check_known(versions: Sequence[Version], known: tuple[int, bytes] | None) -> None:
    if known is None:
        return
    found = {version.ver: document_hash_of(version) for version in versions}
    if found.get(known[0]) != known[1]:
        raise RolledBack("another document than the one remembered")


def _lock_aad(whose: Whose, ver: int) -> bytes:
    return labelled("pse1/doc-key", *_named(whose), ver)


def _box_aad(whose: Whose, ver: int, prev: bytes) -> bytes:
    return labelled("pse1/doc", *_named(whose), ver, sized(prev, HASH, "prev"))


def _named(whose: Whose) -> tuple[bytes, bytes, int]:
    if whose.kind not in KINDS:
        raise Unknown("a kind of document that the page does not name")
    account = sized(whose.account_id, ID, "an account id")
    return account, sized(whose.doc_id, ID, "a document's id"), whose.kind
