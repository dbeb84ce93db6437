"""A stored line as its writer sealed it, to compute its two hashes from."""

from alongside.conversations.models import Entry
from pse.entry import NO_FC
from pse.entry import Entry as SealedEntry


class NoContext(ValueError):
    """A line stands there without what it was sealed with."""


def as_sealed(entry: Entry, *, conv: bytes, eh_hash: bytes) -> SealedEntry:
    """Give a line that still has its box with the context it was sealed in; NoContext."""
    if entry.msg_id is None or entry.seen_n is None or entry.seen_h is None:
        raise NoContext
    return SealedEntry(
        kind=entry.kind,
        conv=conv,
        epoch=entry.epoch,
        eh_hash=eh_hash,
        sender=entry.sender,
        msg_id=entry.msg_id,
        sseq=entry.sseq,
        seen_n=entry.seen_n,
        seen_h=entry.seen_h,
        fc=entry.fc or NO_FC,
        box=entry.box or b"",
    )
