"""The frames and hashes of nearly all traffic, in one step each instead of one for each field.

A message always has the same layout, so its bytes can be packed and unpacked at once. They are
those of pse.wire, pse.entry and pse.chain: tests/relay/test_layout.py holds them to it.
"""

import struct
from hashlib import blake2b

from pse.entry import ERASE, LEAVE, Entry, entry_hashes
from pse.frames import Stored
from pse.pae import LARGEST
from pse.wire import encode

_SEND = struct.Struct("<BIQI16sIQI32sI16sI16sIQIQI32sI32sI")
_SEND_SIZES = (8, 16, 8, 32, 16, 16, 8, 8, 32, 32)
_ENTRY = struct.Struct("<BI16sIQIQIQI32sI16sI16sIQIQI32sI32sI")
_ACK = struct.Struct("<BI16sI16sIQI32sIQIQI")
_SIG = struct.Struct("<I64s")
# PAE("pse1/aad", PAE("pse1/msg", kind, conv, epoch, eh_hash, sender, msg_id, sseq, seen_n,
# seen_H, fc)); every length is known.
_AAD = struct.Struct("<QQ8sQQQ8sQQQ16sQQQ32sQ16sQ16sQQQQQ32sQ32s")
_MSG_BYTES = 8 + 11 * 8 + 8 + 8 + 16 + 8 + 32 + 16 + 16 + 8 + 8 + 32 + 32
_BOX = struct.Struct("<QQ8sQ")
_CHAIN = struct.Struct("<QQ10sQ32sQ16sQQQQQ32sQ32s")
_LEAF = struct.Struct("<QQ10sQ16sQQQ32s")
_NODE = struct.pack("<QQ10s", 3, 10, b"pse1/rnode")
_32 = struct.pack("<Q", 32)


def sent_entry(raw: bytes) -> Entry | None:
    """The entry in a SEND of the usual layout; None for another, which pse.wire judges."""
    if len(raw) < _SEND.size or raw[0] != 0x03:
        return None
    (_, a, kind, b, conv, c, epoch, d, eh_hash, e, sender, f, msg_id, g, sseq, h, seen_n,
     i, seen_h, j, fc, box) = _SEND.unpack_from(raw)  # fmt: skip
    if (a, b, c, d, e, f, g, h, i, j) != _SEND_SIZES or box != len(raw) - _SEND.size:
        return None
    if max(kind, epoch, sseq, seen_n) > LARGEST:
        return None
    return Entry(
        kind, conv, epoch, eh_hash, sender, msg_id, sseq, seen_n, seen_h, fc,
        raw[_SEND.size :],
    )  # fmt: skip


def entry_frame(n: int, entry: Entry) -> bytes:
    """ENTRY for a numbered entry."""
    if len(entry.fc) != 32:
        return encode(Stored(n, entry))
    head = _ENTRY.pack(
        0x12, 16, entry.conv, 8, n, 8, entry.kind, 8, entry.epoch, 32, entry.eh_hash,
        16, entry.sender, 16, entry.msg_id, 8, entry.sseq, 8, entry.seen_n,
        32, entry.seen_h, 32, entry.fc, len(entry.box),
    )  # fmt: skip
    return head + entry.box


def ack_frame(
    id_: bytes, conv: bytes, n: int, h: bytes, *, index: int, size: int,
    path: tuple[bytes, ...], sig: bytes,
) -> bytes:  # fmt: skip
    """ACK for one entry of a commit."""
    head = _ACK.pack(
        0x13, 16, id_, 16, conv, 8, n, 32, h, 8, index, 8, size, 32 * len(path)
    )  # fmt: skip
    return head + b"".join(path) + _SIG.pack(64, sig)


def hashes_of(entry: Entry) -> tuple[bytes, bytes]:
    """(h_aad, h_box) of an entry that was checked."""
    if entry.kind in (LEAVE, ERASE):
        return entry_hashes(entry)
    aad = _AAD.pack(
        2, 8, b"pse1/aad", _MSG_BYTES, 11, 8, b"pse1/msg", 8, entry.kind, 16, entry.conv,
        8, entry.epoch, 32, entry.eh_hash, 16, entry.sender, 16, entry.msg_id,
        8, entry.sseq, 8, entry.seen_n, 32, entry.seen_h, 32, entry.fc,
    )  # fmt: skip
    box = blake2b(_BOX.pack(2, 8, b"pse1/box", len(entry.box)), digest_size=32)
    box.update(entry.box)
    return blake2b(aad, digest_size=32).digest(), box.digest()


def chained(before: bytes, conv: bytes, n: int, kind: int, h_aad: bytes, h_box: bytes) -> bytes:
    """H_n."""
    raw = _CHAIN.pack(
        7, 10, b"pse1/chain", 32, before, 16, conv, 8, n, 8, kind, 32, h_aad, 32, h_box
    )
    return blake2b(raw, digest_size=32).digest()


def leaf(conv: bytes, n: int, h: bytes) -> bytes:
    """A receipt's leaf."""
    raw = _LEAF.pack(4, 10, b"pse1/rleaf", 16, conv, 8, n, 32, h)
    return blake2b(raw, digest_size=32).digest()


def levels_of(leaves: list[bytes]) -> list[list[bytes]]:
    """All levels of a commit's tree, leaves first, root last."""
    levels = [leaves]
    while len(level := levels[-1]) > 1:
        pairs = len(level) // 2
        above = [
            blake2b(
                _NODE + _32 + level[2 * at] + _32 + level[2 * at + 1], digest_size=32
            ).digest()
            for at in range(pairs)
        ]
        levels.append(above + level[2 * pairs :])
    return levels
