"""Batch receipts: one signed tree per commit, and each sender's path in it (section 10)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .pae import h, labelled, pae
from .refusal import Malformed
from .signing import sign, verify

Level = list[bytes]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a sender gets: place `index` of `size` leaves and the path up to the signed root."""

    conv: bytes
    n: int
    h: bytes
    index: int
    size: int
    path: tuple[bytes, ...]
    sig: bytes


def leaf_of(conv: bytes, n: int, h_n: bytes) -> bytes:
    """The leaf for one stored entry."""
    return h("pse1/rleaf", conv, n, h_n)


def levels_of(leaves: Sequence[bytes]) -> list[Level]:
    """All levels of the tree, leaves first, root last; Malformed without a leaf."""
    if not leaves:
        raise Malformed("a receipt needs at least one leaf")
    levels = [list(leaves)]
    while len(levels[-1]) > 1:
        levels.append(_parents(levels[-1]))
    return levels


def path_of(levels: Sequence[Level], index: int) -> tuple[bytes, ...]:
    """The siblings from leaf to root, existing ones only."""
    path = []
    for level in levels[:-1]:
        sibling = index ^ 1
        if sibling < len(level):
            path.append(level[sibling])
        index //= 2
    return tuple(path)


def root_from(leaf: bytes, *, index: int, size: int, path: Sequence[bytes]) -> bytes:
    """The root that a leaf and its path lead to; Malformed if the path does not fit."""
    if not 0 <= index < size:
        raise Malformed("a leaf outside its tree")
    siblings = iter(path)
    node = leaf
    while size > 1:
        node = _step(node, index, size, siblings)
        index, size = index // 2, (size + 1) // 2
    if next(siblings, None) is not None:
        raise Malformed("a path longer than its tree")
    return node


def receipt_bytes(home: bytes, size: int, root: bytes) -> bytes:
    """What the log key signs for one commit."""
    return labelled("pse1/receipt", home, size, root)


def sign_batch(seed: bytes, home: bytes, leaves: Sequence[bytes]) -> tuple[list[Level], bytes]:
    """Sign one commit: the tree's levels (for `path_of`) and the signature."""
    levels = levels_of(leaves)
    return levels, sign(seed, receipt_bytes(home, len(leaves), levels[-1][0]))


def verify_receipt(receipt: Receipt, *, home: bytes, log_key: bytes) -> None:
    """Return if the log key signed a tree that holds this entry; Refused else."""
    leaf = leaf_of(receipt.conv, receipt.n, receipt.h)
    root = root_from(leaf, index=receipt.index, size=receipt.size, path=receipt.path)
    verify(log_key, receipt_bytes(home, receipt.size, root), receipt.sig)


def closed_bytes(home: bytes, account_id: bytes, day: int, slots: int, wraps: int) -> bytes:
    """What the log key signs when a place is closed, with the numbers destroyed."""
    return labelled("pse1/closed", home, account_id, day, slots, wraps)


def ended_bytes(home: bytes, day: int, destroyed: Sequence[tuple[str, int]]) -> bytes:
    """What the log key signs when a programme ends: what was destroyed, and how much of it."""
    counts = [pae(name.encode(), count) for name, count in destroyed]
    return labelled("pse1/ended", home, day, *counts)


def backup_bytes(manifest: bytes) -> bytes:
    """What the log key signs of a backup: its manifest, which hashes all the rest."""
    return labelled("pse1/backup", manifest)


def _parents(level: Level) -> Level:
    pairs = [
        h("pse1/rnode", left, right)
        for left, right in zip(level[::2], level[1::2], strict=False)
    ]
    return pairs + level[len(pairs) * 2 :]


def _step(node: bytes, index: int, size: int, siblings: Iterator[bytes]) -> bytes:
    if index ^ 1 >= size:
        return node
    sibling = next(siblings, None)
    if sibling is None:
        raise Malformed("a path shorter than its tree")
    return h("pse1/rnode", *((sibling, node) if index & 1 else (node, sibling)))
