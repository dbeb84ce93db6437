"""Stores what came over the wire into the ledger's rows, one by one, as the relay would."""

from alongside.conversations.models import Conversation, Entry, Epoch, Head, Place, Wrap
from alongside.ground import clock
from alongside.people.models import Account
from pse import frames
from pse.chain import chain_next, chain_start, h_aad, h_box
from pse.entry import HEADER, eh_msg_id, entry_hashes
from pse.entry import Entry as Sealed
from pse.epoch import eh_hash_of, epoch_bytes


def store(frame: frames.Header | frames.Send) -> None:
    """Number and keep a header with its first entry, or one entry."""
    if isinstance(frame, frames.Header):
        _store_header(frame)
        if frame.first is not None:
            _store_entry(frame.first)
    else:
        _store_entry(frame.entry)


def _store_header(frame: frames.Header) -> None:
    header = frame.header
    conversation = Conversation.objects.get(ref=header.conv)
    eh, eh_hash = epoch_bytes(header), eh_hash_of(header)
    n, h = _next(conversation, HEADER, h_aad(eh), h_box(frame.eh_sig))
    Epoch.objects.create(
        conversation=conversation,
        epoch=header.epoch,
        n=n,
        eh=eh,
        eh_sig=frame.eh_sig,
        eh_hash=eh_hash,
        day=header.day,
        retention=header.retention,
    )
    for ref, wrap in frame.wraps.items():
        Wrap.objects.create(
            conversation=conversation,
            epoch=header.epoch,
            account=Account.objects.get(ref=ref),
            wrap=wrap,
        )
    Entry.objects.create(
        conversation=conversation,
        n=n,
        kind=HEADER,
        epoch=header.epoch,
        sender=header.author_id,
        sseq=0,
        msg_id=eh_msg_id(eh_hash),
        box=frame.eh_sig,
        h=h,
    )
    Head.objects.update_or_create(
        conversation=conversation,
        defaults={
            "n": n,
            "h": h,
            "epoch": header.epoch,
            "eh_hash": eh_hash,
            "epoch_n": n,
            "epoch_day": header.day,
            "readers": b"".join(row.account_id for row in header.members),
        },
    )


def _store_entry(entry: Sealed) -> None:
    conversation = Conversation.objects.get(ref=entry.conv)
    n, h = _next(conversation, entry.kind, *entry_hashes(entry))
    Entry.objects.create(
        conversation=conversation,
        n=n,
        kind=entry.kind,
        epoch=entry.epoch,
        sender=entry.sender,
        sseq=entry.sseq,
        msg_id=entry.msg_id,
        seen_n=entry.seen_n,
        seen_h=entry.seen_h,
        fc=entry.fc,
        box=entry.box,
        h=h,
    )
    sender = Account.objects.get(ref=entry.sender)
    head = Head.objects.get(conversation=conversation)
    waits = sender.pk == conversation.owner_id
    since = (head.waiting_since or clock.today()) if waits else None
    Head.objects.filter(conversation=conversation).update(n=n, h=h, waiting_since=since)
    place = {"sseq": entry.sseq, "seen_n": entry.seen_n}
    kept = Place.objects.filter(conversation=conversation, account=sender)
    if not kept.update(**place):
        Place.objects.create(conversation=conversation, account=sender, **place)


def _next(
    conversation: Conversation, kind: int, aad_hash: bytes, box_hash: bytes
) -> tuple[int, bytes]:
    head = Head.objects.filter(conversation=conversation).first()
    n = head.n + 1 if head else 1
    before = head.h if head else chain_start(conversation.ref)
    h = chain_next(
        before, conv=conversation.ref, n=n, kind=kind, h_aad=aad_hash, h_box=box_hash
    )
    return n, h
