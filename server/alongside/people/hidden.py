"""What the server must recognise and must not know: keyed hashes under its own key."""

import hashlib

from alongside.ground.secrets import server_key
from pse.pae import Piece, pae


def hidden(purpose: bytes, *pieces: Piece) -> bytes:
    """Give 32 bytes that only this server can compute; a purpose has at most 16 bytes."""
    return hashlib.blake2b(
        pae(*pieces), key=server_key(), digest_size=32, person=purpose
    ).digest()
