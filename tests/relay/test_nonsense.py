"""Whatever bytes come, the relay answers or says goodbye, and goes on serving the others."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside_relay.codes import Bye
from alongside_relay.headers import header_of
from pse import frames
from pse.epoch import epoch_bytes
from pse.refusal import Refused
from pse.wire import decode, encode

from .voice import Voice

# One cast serves all examples: nothing of what is sent here is ever stored.
FEW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
ANY_BYTES = st.binary(max_size=300) | st.builds(
    lambda kind, rest: bytes([kind]) + rest, st.integers(0, 0x20), st.binary(max_size=200)
)
ANY_INTEGER = st.integers(0, 2**53 - 1)


def is_frame(raw):
    try:
        decode(raw)
    except Refused:
        return False
    return True


@FEW
@given(raw=ANY_BYTES.filter(lambda raw: not is_frame(raw)))
def test_bytes_that_are_no_frame_end_that_connection_and_no_other(wire, ada, raw):
    with wire.room(ada) as other, wire.room(ada) as room:
        room.send(raw)
        assert room.goodbye() == Bye.MALFORMED
        other.send(frames.Follow(bytes(16), 0))
        other.expect(frames.Refusal)


@FEW
@given(data=st.data())
def test_a_frame_cut_short_or_grown_ends_the_connection(wire, ada, active, data):
    whole = encode(active.begun.frame)
    cut = data.draw(st.integers(0, len(whole) - 1))
    grown = data.draw(st.binary(min_size=1, max_size=9))
    with wire.room(ada) as room:
        room.send(data.draw(st.sampled_from([whole[:cut], whole + grown])))
        assert room.goodbye() == Bye.MALFORMED


@pytest.mark.parametrize(
    "frame",
    [
        frames.Opened(1, 0),
        frames.Goodbye(1),
        frames.Gate(bytes(16), 2),
        frames.Open(1, bytes(72)),
        frames.Page(bytes(16), 5, 0),
        frames.Page(bytes(16), 5, 201),
    ],
)
def test_frames_that_are_not_a_rooms_to_send_end_the_connection(wire, ada, frame):
    with wire.room(ada) as room:
        room.send(frame)
        assert room.goodbye() == Bye.MALFORMED


def test_text_instead_of_bytes_ends_the_connection(wire, ada):
    with wire.room(ada) as room:
        room.socket.send("hello")
        assert room.goodbye() == Bye.MALFORMED


@FEW
@given(
    fields=st.fixed_dictionaries(
        {},
        optional={
            "kind": ANY_INTEGER,
            "epoch": ANY_INTEGER,
            "sseq": ANY_INTEGER,
            "seen_n": ANY_INTEGER,
            "seen_h": st.binary(min_size=32, max_size=32),
            "eh_hash": st.binary(min_size=32, max_size=32),
            "box": st.binary(max_size=100),
        },
    ).filter(bool)
)
def test_a_line_with_any_other_field_is_refused_or_is_the_line(wire, ada, active, fields):
    with Voice(wire, ada, active) as ada_s:
        send = ada_s.line()
        broken = frames.Send(replace(send.entry, **fields))
        if broken != send:
            code, _ = ada_s.refused(broken)
            assert code in range(1, 11)


@FEW
@given(
    fields=st.fixed_dictionaries(
        {},
        optional={
            "epoch": ANY_INTEGER,
            "closed_n": ANY_INTEGER,
            "retention": ANY_INTEGER,
            "log_size": ANY_INTEGER,
            "day": ANY_INTEGER,
            "reason": st.integers(9, 2**53 - 1),
            "kind": ANY_INTEGER,
            "kc": st.just(bytes(32)),
        },
    ).filter(bool)
)
def test_a_header_with_any_other_field_is_refused_and_nothing_is_stored(
    wire, ada, active, fields
):
    with Voice(wire, ada, active) as ada_s:
        frame = ada_s.turn(day=wire.clock.today)
        header = replace(frame.header, **fields)
        if header in (frame.header, replace(frame.header, kc=header.kc)):
            return
        ada_s.refused(replace(frame, header=header))


def test_a_stored_header_reads_back_as_it_was(active):
    header = active.begun.frame.header
    assert header_of(epoch_bytes(header)) == header


@given(raw=st.binary(max_size=400))
def test_bytes_that_are_no_stored_header_are_refused(raw):
    with pytest.raises(Refused):
        header_of(raw)
