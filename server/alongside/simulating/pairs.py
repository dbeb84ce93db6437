"""A made-up pair: two people who talk, and the header their talk begins with. No Django."""

from dataclasses import dataclass, replace

from alongside.ground import clock
from pse import frames
from pse.epoch import Member, first_epoch, wraps_hash_of

AGREEMENT = b"a" * 32
RETENTION = 12


@dataclass(frozen=True)
class Side:
    """One account of a pair: its row, its id, its sign-in's row, and the sign-in itself."""

    account: int
    ref: bytes
    token: int
    raw: bytes = b""


@dataclass(frozen=True)
class Seeded:
    """Two accounts, their conversation, and its row."""

    conv: bytes
    client: Side
    specialist: Side
    row: int = 0


def kr_hash_of(ref: bytes) -> bytes:
    """Stands for the hash of somebody's key record; the relay never sees one."""
    return ref * 2


def header_of(seeded: Seeded) -> frames.Header:
    """Epoch 0 as the relay wants it; what only rooms check is left open. Always the same."""
    client, specialist = seeded.client.ref, seeded.specialist.ref
    wraps = {client: client * 7, specialist: specialist * 7}
    draft = first_epoch(
        conv=seeded.conv,
        owner=Member(client, kr_hash_of(client), 1),
        other=Member(specialist, kr_hash_of(specialist), 2),
        retention=RETENTION,
        agreement_hash=AGREEMENT,
        day=clock.today(),
    )
    header = replace(draft, wraps_hash=wraps_hash_of(wraps))
    return frames.Header(header, bytes(64), wraps, None)
