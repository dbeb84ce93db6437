"""The short ways give the very bytes of the long ones, whatever the values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside_relay import layout
from pse import frames
from pse.chain import chain_next
from pse.entry import Entry, entry_hashes
from pse.receipt import leaf_of
from pse.refusal import Refused
from pse.wire import decode, encode

INTEGERS = st.integers(0, 2**53 - 1)
IDS = st.binary(min_size=16, max_size=16)
HASHES = st.binary(min_size=32, max_size=32)
MESSAGES = st.builds(
    Entry,
    kind=st.sampled_from([2, 3]),
    conv=IDS,
    epoch=INTEGERS,
    eh_hash=HASHES,
    sender=IDS,
    msg_id=IDS,
    sseq=INTEGERS,
    seen_n=INTEGERS,
    seen_h=HASHES,
    fc=HASHES,
    box=st.binary(max_size=200),
)
LEAVES = st.builds(
    Entry,
    kind=st.just(4),
    conv=IDS,
    epoch=INTEGERS,
    eh_hash=HASHES,
    sender=IDS,
    msg_id=IDS,
    sseq=INTEGERS,
    seen_n=INTEGERS,
    seen_h=HASHES,
    fc=st.just(b""),
    box=st.builds(lambda sig: bytes(8) + sig, st.binary(min_size=64, max_size=64)),
)


@given(entry=MESSAGES)
def test_a_message_is_read_as_it_was_sent(entry):
    assert layout.sent_entry(encode(frames.Send(entry))) == entry


@given(entry=LEAVES)
def test_a_leave_is_left_to_the_long_way(entry):
    assert layout.sent_entry(encode(frames.Send(entry))) is None


@given(entry=MESSAGES, data=st.data())
def test_the_short_way_never_reads_what_the_long_way_refuses(entry, data):
    raw = bytearray(encode(frames.Send(entry)))
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    cut = bytes(raw[: data.draw(st.sampled_from([len(raw), at]))])
    read = layout.sent_entry(cut)
    if read is None:
        return
    assert decode(cut) == frames.Send(read)


def test_a_number_beyond_the_largest_is_refused():
    raw = bytearray(encode(frames.Send(Entry(3, bytes(16), 0, bytes(32), bytes(16), bytes(16),
                                             0, 0, bytes(32), bytes(32), b""))))  # fmt: skip
    raw[12] = 0xFF
    assert layout.sent_entry(bytes(raw)) is None
    with pytest.raises(Refused):
        decode(bytes(raw))


@given(entry=MESSAGES | LEAVES, n=INTEGERS)
def test_an_entry_goes_out_as_the_long_way_writes_it(entry, n):
    assert layout.entry_frame(n, entry) == encode(frames.Stored(n, entry))


@given(entry=MESSAGES | LEAVES)
def test_an_entry_is_hashed_as_the_long_way_hashes_it(entry):
    assert layout.hashes_of(entry) == entry_hashes(entry)


@given(before=HASHES, conv=IDS, n=INTEGERS, kind=st.integers(1, 4), a=HASHES, b=HASHES)
def test_the_chain_is_the_chain(before, conv, n, kind, a, b):
    long = chain_next(before, conv=conv, n=n, kind=kind, h_aad=a, h_box=b)
    assert layout.chained(before, conv, n, kind, a, b) == long
    assert layout.leaf(conv, n, a) == leaf_of(conv, n, a)


@given(id_=IDS, conv=IDS, n=INTEGERS, h=HASHES, index=INTEGERS, size=INTEGERS,
       path=st.lists(HASHES, max_size=8).map(tuple))  # fmt: skip
def test_an_acknowledgement_goes_out_as_the_long_way_writes_it(
    id_, conv, n, h, index, size, path
):
    sig = bytes(range(64))
    short = layout.ack_frame(id_, conv, n, h, index=index, size=size, path=path, sig=sig)
    assert short == encode(frames.Ack(id_, conv, n, h, index, size, path, sig))
