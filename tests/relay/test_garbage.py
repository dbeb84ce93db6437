"""Bytes that are no WebSocket at all, or a torn one: that socket ends, and no other."""

import os
import socket
import struct
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside_relay.headers import header_of
from alongside_relay.socket import LETS_GO_AFTER
from bench.faults.fuzz import one_of_each
from pse import frames
from pse.refusal import Refused
from pse.wire import decode, encode

from .room import ORIGIN, WAIT

FEW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
HELLO = (
    "GET /wire HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Protocol: pse1\r\nOrigin: {origin}\r\n\r\n"
)
MASK = bytes(4)


def frame(first, payload, *, is_masked=True, size=None):
    """A WebSocket frame, right or wrong."""
    length = len(payload) if size is None else size
    masked = 0x80 if is_masked else 0
    if length < 126:
        head = struct.pack("!BB", first, masked | length)
    elif length < 65_536:
        head = struct.pack("!BBH", first, masked | 126, length)
    else:
        head = struct.pack("!BBQ", first, masked | 127, length)
    return head + (MASK if is_masked else b"") + payload


TORN = {
    "a reserved kind": frame(0x83, b"x"),
    "reserved bits": frame(0xF2, b"x"),
    "no mask": frame(0x82, b"x" * 40, is_masked=False),
    "the rest of nothing": frame(0x80, b"x"),
    "a ping in two parts": frame(0x09, b"x"),
    "a ping that is too long": frame(0x89, b"x" * 126),
    "more than a frame may hold": frame(0x82, b"x" * 50, size=2**40),
    "two beginnings": frame(0x02, b"x") + frame(0x02, b"y"),
    "a close of one byte": frame(0x88, b"x"),
    "text that is none": frame(0x81, b"\xff\xfe"),
}


def knock(wire):
    """A bare socket after the handshake."""
    where = urlsplit(wire.address)
    bare = socket.create_connection((where.hostname, where.port), timeout=WAIT)
    bare.sendall(HELLO.format(host=where.netloc, origin=ORIGIN).encode())
    assert bare.recv(12) == b"HTTP/1.1 101"
    return bare


def read_out(bare):
    """Read until the other side has hung up."""
    while bare.recv(65_536):
        pass


def is_closed(bare):
    """Say whether the other side hangs up: at once, or when it has waited for our goodbye."""
    bare.settimeout(LETS_GO_AFTER + WAIT)
    try:
        read_out(bare)
    except ConnectionResetError:
        return True
    except TimeoutError:
        return False
    return True


def serves(room):
    """Say whether somebody else is served as ever."""
    room.send(frames.Follow(bytes(16), 0))
    room.expect(frames.Refusal)
    return True


def test_a_torn_frame_ends_its_own_socket(wire, ada):
    """All at once: the relay waits some seconds for each one's goodbye, which never comes."""
    with wire.room(ada) as other, ExitStack() as all_of_them:
        bare = {name: all_of_them.enter_context(knock(wire)) for name in TORN}
        for name, raw in TORN.items():
            bare[name].sendall(raw)
            assert serves(other), name
        assert [name for name in TORN if not is_closed(bare[name])] == []
        assert serves(other)


def test_a_socket_with_nothing_torn_stays_open(wire):
    with knock(wire) as bare:
        bare.settimeout(0.3)
        with pytest.raises(TimeoutError):
            read_out(bare)


@FEW
@given(raw=st.binary(min_size=1, max_size=400))
def test_noise_after_the_handshake_harms_nobody(wire, ada, raw):
    with wire.room(ada) as other, knock(wire) as bare:
        bare.sendall(raw)
        bare.shutdown(socket.SHUT_WR)
        assert is_closed(bare)
        assert serves(other)


@FEW
@given(raw=st.binary(min_size=1, max_size=400))
def test_noise_instead_of_a_handshake_harms_nobody(wire, ada, raw):
    where = urlsplit(wire.address)
    with wire.room(ada) as other:
        with socket.create_connection((where.hostname, where.port), timeout=WAIT) as bare:
            bare.sendall(raw)
            bare.shutdown(socket.SHUT_WR)
            assert is_closed(bare)
        assert serves(other)


@pytest.mark.parametrize("frame", one_of_each(), ids=lambda frame: type(frame).__name__)
@pytest.mark.parametrize("extra", [bytes(4), b"\x01\0\0\0x", b"\x01\0\0\0x" * 2])
def test_a_frame_of_any_kind_with_a_field_too_many_is_refused(frame, extra):
    """A fuzzer found that the reference read an ENTRY with one."""
    raw = encode(frame)
    assert decode(raw) == frame
    with pytest.raises(Refused):
        decode(raw + extra)


@pytest.mark.parametrize("raw", [bytes(8), (1).to_bytes(8, "little") + bytes(8)])
def test_an_empty_row_is_no_stored_header(raw):
    with pytest.raises(Refused):
        header_of(raw)


@pytest.mark.proof
@settings(FEW, max_examples=1_500)
@given(raw=st.binary(min_size=1, max_size=2_000))
def test_a_long_noise_harms_nobody_either(wire, ada, raw):
    with wire.room(ada) as other, knock(wire) as bare:
        bare.sendall(raw + os.urandom(2_000))
        bare.shutdown(socket.SHUT_WR)
        assert is_closed(bare)
        assert serves(other)
