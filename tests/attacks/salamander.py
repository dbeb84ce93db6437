"""One ciphertext that plain XChaCha20-Poly1305 opens under two keys.

Poly1305 is linear in each block: with all blocks but one chosen, the last is solved so that
both keys give the same tag. This is why `seal` commits to its key.
"""

import struct

_PRIME = 2**130 - 5
_CLAMP = 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
_CONSTANTS = struct.unpack("<4I", b"expand 32-byte k")
_QUARTERS = (
    (0, 4, 8, 12),
    (1, 5, 9, 13),
    (2, 6, 10, 14),
    (3, 7, 11, 15),
    (0, 5, 10, 15),
    (1, 6, 11, 12),
    (2, 7, 8, 13),
    (3, 4, 9, 14),
)


def two_faced(one: bytes, two: bytes, nonce: bytes, aad: bytes) -> bytes | None:
    """32 bytes and a tag that open under both keys; None: try another nonce."""
    (r1, s1), (r2, s2) = _once(one, nonce), _once(two, nonce)
    for second in range(64):
        tail = second.to_bytes(16, "little")
        a1, a2 = (_known(aad, tail, r) for r in (r1, r2))
        at = (pow(r1, 3, _PRIME) - pow(r2, 3, _PRIME)) % _PRIME
        block = ((s2 - s1) - (a1 - a2)) * pow(at, -1, _PRIME) % _PRIME - 2**128
        if not 0 <= block < 2**128:
            continue
        whole = block + 2**128
        tags = {
            ((a + whole * pow(r, 3, _PRIME)) % _PRIME + s) % 2**128
            for a, r, s in ((a1, r1, s1), (a2, r2, s2))
        }
        if len(tags) == 1:
            return block.to_bytes(16, "little") + tail + tags.pop().to_bytes(16, "little")
    return None


def _known(aad: bytes, tail: bytes, r: int) -> int:
    """Poly1305 of everything but the first ciphertext block, which counts r cubed."""
    padded = aad + bytes(-len(aad) % 16)
    blocks = [padded[at : at + 16] for at in range(0, len(padded), 16)]
    lengths = struct.pack("<QQ", len(aad), 32)
    total = 0
    for block in [*blocks, None, tail, lengths]:
        total = (total + (0 if block is None else _number(block) + 2**128)) * r % _PRIME
    return total


def _once(key: bytes, nonce: bytes) -> tuple[int, int]:
    sub = _words(_CONSTANTS, key, nonce[:16])
    _rounds(sub)
    inner = struct.pack("<8I", *sub[:4], *sub[12:])
    start = _words(_CONSTANTS, inner, bytes(8) + nonce[16:])
    state = list(start)
    _rounds(state)
    mixed = [(a + b) & 0xFFFFFFFF for a, b in zip(state, start, strict=True)]
    raw = struct.pack("<8I", *mixed[:8])
    return _number(raw[:16]) & _CLAMP, _number(raw[16:])


def _words(constants: tuple[int, ...], key: bytes, last: bytes) -> list[int]:
    return [*constants, *struct.unpack("<8I", key), *struct.unpack("<4I", last)]


def _rounds(state: list[int]) -> None:
    for _ in range(10):
        for a, b, c, d in _QUARTERS:
            for x, y, z, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
                state[x] = (state[x] + state[y]) & 0xFFFFFFFF
                mixed = state[z] ^ state[x]
                state[z] = (mixed << turn | mixed >> (32 - turn)) & 0xFFFFFFFF


def _number(raw: bytes) -> int:
    return int.from_bytes(raw, "little")
