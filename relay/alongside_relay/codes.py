"""The small integers of the wire and of the rows behind it (protocol/ledger.md).

Plain integers: what is hashed or written takes no other kind of number.
"""

from typing import Final

# A member's role in a conversation (protocol/envelope.md).
CLIENT: Final = 1
SPECIALIST: Final = 2
# A role in a circle alone.
HOST: Final = 6
# A kind of conversation.
CIRCLE: Final = 2


class Mode:
    """What a conversation takes."""

    ASKED: Final = 1
    ACTIVE: Final = 2
    PAUSED: Final = 3
    CLOSED: Final = 4
    GONE: Final = 5


class Kind:
    """What an entry is."""

    HEADER: Final = 1
    HELLO: Final = 2
    MESSAGE: Final = 3
    LEAVE: Final = 4
    ERASE: Final = 5


class No:
    """Why a frame was refused."""

    EPOCH: Final = 1
    COUNTER: Final = 2
    NOT_YOURS: Final = 3
    NOT_YET: Final = 4
    CLOSED: Final = 5
    SIZE: Final = 6
    SEEN: Final = 7
    BUSY: Final = 8
    MALFORMED: Final = 9
    ROTATE: Final = 10


class Bye:
    """Why a connection ends."""

    SIGNED_OUT: Final = 1
    SESSION_OVER: Final = 2
    GOING_DOWN: Final = 3
    TOO_SLOW: Final = 4
    TOO_MANY: Final = 5
    CROWDED: Final = 6
    VERSION: Final = 8
    MALFORMED: Final = 9
