"""No bytes make the wire stumble, and every receipt leads to its root."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pse import frames, wire
from pse.entry import Entry
from pse.receipt import leaf_of, levels_of, path_of, root_from
from pse.refusal import Refused

numbers = st.integers(0, 2**53 - 1)
keys = st.binary(min_size=32, max_size=32)
ids = st.binary(min_size=16, max_size=16)


@given(st.lists(ids, min_size=1, max_size=40), st.data())
def test_every_leaf_leads_to_the_signed_root(convs, data):
    made = [leaf_of(conv, n, bytes(32)) for n, conv in enumerate(convs)]
    levels = levels_of(made)
    index = data.draw(st.integers(0, len(made) - 1))
    path = path_of(levels, index)
    assert root_from(made[index], index=index, size=len(made), path=path) == levels[-1][0]


entries = st.builds(
    Entry,
    kind=numbers,
    conv=ids,
    epoch=numbers,
    eh_hash=keys,
    sender=ids,
    msg_id=ids,
    sseq=numbers,
    seen_n=numbers,
    seen_h=keys,
    fc=st.one_of(keys, st.just(b"")),
    box=st.binary(max_size=2_000),
)


@given(st.one_of(entries.map(frames.Send), st.builds(frames.Stored, n=numbers, entry=entries)))
def test_a_frame_is_read_as_it_was_written(frame):
    assert wire.decode(wire.encode(frame)) == frame


@settings(max_examples=300)
@given(st.binary(max_size=300))
def test_no_bytes_make_the_wire_stumble(raw):
    try:
        frame = wire.decode(raw)
    except Refused:
        return
    assert wire.encode(frame) == raw


@settings(max_examples=300)
@given(st.integers(0, 30), st.lists(st.binary(max_size=70), max_size=20))
def test_no_fields_make_the_wire_stumble(code, fields):
    raw = bytes([code]) + b"".join(len(f).to_bytes(4, "little") + f for f in fields)
    try:
        frame = wire.decode(raw)
    except Refused:
        return
    assert wire.encode(frame) == raw
