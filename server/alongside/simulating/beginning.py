"""The first key of made-up conversations, written into the tables as the relay would."""

from collections.abc import Sequence

from django.db import transaction

from alongside.conversations.models import Entry, Epoch, Head, Wrap
from alongside.simulating.pairs import RETENTION, Seeded, header_of
from alongside.simulating.seeding import AT_ONCE
from pse import frames
from pse.chain import chain_next, h_aad, h_box
from pse.entry import HEADER, eh_msg_id
from pse.epoch import eh_hash_of, epoch_bytes


@transaction.atomic
def begin(pairs: Sequence[Seeded]) -> list[bytes]:
    """Store everybody's header; gives H_1 of each, in their order."""
    headers = [header_of(each) for each in pairs]
    hashes = [_h(each, header) for each, header in zip(pairs, headers, strict=True)]
    rows = list(zip(pairs, headers, hashes, strict=True))
    Epoch.objects.bulk_create([_epoch(*row) for row in rows], batch_size=AT_ONCE)
    Wrap.objects.bulk_create(
        [
            Wrap(
                conversation_id=each.row,
                epoch=0,
                account_id=side.account,
                wrap=header.wraps[side.ref],
            )
            for each, header, _ in rows
            for side in (each.client, each.specialist)
        ],
        batch_size=AT_ONCE,
    )
    Entry.objects.bulk_create([_entry(*row) for row in rows], batch_size=AT_ONCE)
    Head.objects.bulk_create([_head(*row) for row in rows], batch_size=AT_ONCE)
    return hashes


def _h(each: Seeded, header: frames.Header) -> bytes:
    eh = epoch_bytes(header.header)
    return chain_next(
        header.header.closed_h,
        conv=each.conv,
        n=1,
        kind=HEADER,
        h_aad=h_aad(eh),
        h_box=h_box(header.eh_sig),
    )


def _epoch(each: Seeded, header: frames.Header, _: bytes) -> Epoch:
    return Epoch(
        conversation_id=each.row,
        epoch=0,
        n=1,
        eh=epoch_bytes(header.header),
        eh_sig=header.eh_sig,
        eh_hash=eh_hash_of(header.header),
        day=header.header.day,
        retention=RETENTION,
    )


def _entry(each: Seeded, header: frames.Header, h: bytes) -> Entry:
    return Entry(
        conversation_id=each.row,
        n=1,
        kind=HEADER,
        epoch=0,
        sender=each.client.ref,
        sseq=0,
        msg_id=eh_msg_id(eh_hash_of(header.header)),
        box=header.eh_sig,
        h=h,
    )


def _head(each: Seeded, header: frames.Header, h: bytes) -> Head:
    return Head(
        conversation_id=each.row,
        n=1,
        h=h,
        epoch=0,
        eh_hash=eh_hash_of(header.header),
        epoch_n=1,
        epoch_day=header.header.day,
    )
