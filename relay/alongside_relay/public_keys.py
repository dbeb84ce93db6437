"""What the server keeps of public keys, endorsements and the key log: read, never written."""

from collections.abc import Collection

from .driver import Driver
from .rows import PublicKeys, Word

_KEYS = """
{w} SELECT k.kr_hash, p.ref, k.gen, k.ik
FROM w, keys_keyrecord k, people_account p WHERE k.kr_hash = w.a AND p.id = k.account_id
"""
_WORDS = """
{w} SELECT p.ref, k.ik, d.from_day, d.to_day
FROM w, people_account p, keys_endorsement d, keys_keyrecord k
WHERE p.ref = w.a AND d.account_id = p.id AND NOT d.revoked AND k.kr_hash = d.kr_hash
"""
_ROOTS = """
{w} SELECT l.root FROM w, keys_logline l WHERE l.place = w.a
"""
_RAND = """
{w} SELECT c.rand FROM w, conversations_conversation c WHERE c.id = w.a
"""


def named(db: Driver, hashes: Collection[bytes]) -> dict[bytes, PublicKeys]:
    """Key records by their hash; those that are not there are left out."""
    rows = db.match(_KEYS, "b", [(hash_,) for hash_ in sorted(hashes)])
    return {kr_hash: PublicKeys(*rest) for kr_hash, *rest in rows}


def words(db: Driver, refs: Collection[bytes]) -> list[Word]:
    """By which the programme stands behind these accounts, unless it was taken back."""
    return [Word(*row) for row in db.match(_WORDS, "b", [(ref,) for ref in sorted(refs)])]


def log_root(db: Driver, size: int) -> bytes | None:
    """The root of the key log when it had so many lines; None if it never had."""
    for (root,) in db.match(_ROOTS, "i", [(size - 1,)]):
        return bytes(root)
    return None


def rand_of(db: Driver, conversation: int) -> bytes:
    """What a conversation's id is made from, beside its owner's keys."""
    for (rand,) in db.match(_RAND, "i", [(conversation,)]):
        return bytes(rand)
    return b""
