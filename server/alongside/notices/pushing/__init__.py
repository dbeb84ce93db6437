"""Short notes to a device of one's own: sealed for it alone, handed to its push service."""

from alongside.notices.pushing.delivering import Gone, NotTaken, Unreached, push
from alongside.notices.pushing.endpoints import is_switched_on, may_push_to
from alongside.notices.pushing.proving import public_key
from alongside.notices.pushing.sealing import is_public_key

__all__ = [
    "Gone",
    "NotTaken",
    "Unreached",
    "is_public_key",
    "is_switched_on",
    "may_push_to",
    "public_key",
    "push",
]
