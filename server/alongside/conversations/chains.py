"""Proves a log: every hash is computed anew, from the first header to the head."""

from alongside.conversations.as_sealed import NoContext, as_sealed
from alongside.conversations.models import Conversation, Entry, Epoch, Head
from alongside.ground.refusal import Refused
from pse.chain import chain_next, chain_start, h_aad, h_box
from pse.entry import HEADER, entry_hashes

AT_ONCE = 200


class BrokenChain(Refused):
    """A log is not what its writers wrote."""

    code = "broken-chain"
    words = "A conversation is not whole: a line was changed or is missing."


def check_chain(conversation: Conversation) -> int:
    """Walk a log and give how many lines it holds; BrokenChain where it does not hold."""
    headers = {one.epoch: one for one in Epoch.objects.filter(conversation=conversation)}
    h, n, lines = chain_start(conversation.ref), 0, 0
    found = Entry.objects.filter(conversation=conversation).order_by("n")
    for entry in found.iterator(chunk_size=AT_ONCE):
        n += 1
        aad, box = hashes_of(entry, conversation.ref, headers.get(entry.epoch))
        h = chain_next(h, conv=conversation.ref, n=n, kind=entry.kind, h_aad=aad, h_box=box)
        if (entry.n, entry.h) != (n, h):
            raise BrokenChain
        lines += entry.kind != HEADER
    head = Head.objects.filter(conversation=conversation).first()
    if (n, h) != ((head.n, head.h) if head else (0, h)):
        raise BrokenChain
    return lines


def hashes_of(entry: Entry, conv: bytes, header: Epoch | None) -> tuple[bytes, bytes]:
    """Give (h_aad, h_box) of a stored line, whether its box is there or not; BrokenChain."""
    if header is None:
        raise BrokenChain
    if entry.kind == HEADER:
        return h_aad(header.eh), h_box(header.eh_sig)
    if entry.h_aad is not None and entry.h_box is not None:
        return entry.h_aad, entry.h_box
    try:
        return entry_hashes(as_sealed(entry, conv=conv, eh_hash=header.eh_hash))
    except NoContext as missing:
        raise BrokenChain from missing
