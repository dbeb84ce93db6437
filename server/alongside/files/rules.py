"""How large a file may be, how many a person may send, and how long an unnamed one waits."""

from pse.file import SEALED_PIECE
from pse.file import SIZES as SIZES
from pse.refusal import Malformed

# 64 MiB a day and 512 MiB in all for each person: a thousand pictures, hours of voice notes.
MOST_A_DAY = 1_024
MOST_IN_ALL = 8_192
DAYS_UNNAMED = 2


def check_piece(raw: bytes, *, i: int, pieces: int) -> None:
    """Return if this can be one of so many pieces; Malformed else."""
    if len(raw) != SEALED_PIECE or not 0 <= i < pieces:
        raise Malformed("a piece of another size, or beyond the last")


def check_size(pieces: int) -> None:
    """Return if a file may have so many pieces; Malformed else."""
    if pieces not in SIZES:
        raise Malformed("a file is padded to one of four sizes")


def is_too_much_today(pieces: int, *, before: int) -> bool:
    """Say whether so many pieces are too many after those of today."""
    return before + pieces > MOST_A_DAY


def is_too_much(pieces: int, *, before: int) -> bool:
    """Say whether so many pieces are too many beside those that are kept."""
    return before + pieces > MOST_IN_ALL


def last_day_unnamed(*, today: int) -> int:
    """Give the newest day on which a file was begun that waited long enough for its line."""
    return today - DAYS_UNNAMED - 1
