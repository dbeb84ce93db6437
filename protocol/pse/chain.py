"""The chain over a conversation's entries (envelope.md, section 9)."""

from .pae import h


def h_aad(aad: bytes) -> bytes:
    """Hash of an entry's context: the aad of a message, the bytes of a header or a leave."""
    return h("pse1/aad", aad)


def h_box(box: bytes) -> bytes:
    """Hash of what an entry carries: a message's box, a header's or a leave's signature."""
    return h("pse1/box", box)


def chain_start(conv: bytes) -> bytes:
    """H_0 of a conversation."""
    return h("pse1/chain0", conv)


def chain_next(
    before: bytes, *, conv: bytes, n: int, kind: int, h_aad: bytes, h_box: bytes
) -> bytes:
    """H_n from H_(n-1) and the entry numbered n."""
    return h("pse1/chain", before, conv, n, kind, h_aad, h_box)
