"""What the house can check of something that it cannot open, and when it lets go."""

from collections.abc import Mapping

from pse.emergency import Emergency
from pse.package import BOXES, LINK_BOX, NO_DOOR, WRAP, Package
from pse.refusal import Malformed

MOST_OPEN = 20
# Who signs for anybody younger is decided place by place (42 CFR 2.14), and not here.
GROWN = 18
# The account is kept for six years (practice of 45 CFR 164.528; 42 CFR 2.25 asks for three).
YEARS_KEPT = 6
SIX_YEARS = YEARS_KEPT * 366
_SIZES = (1_097, 4_169, 16_457, 65_609)


def check_boxes(
    package: Package,
    *,
    told: bytes,
    consent: bytes,
    wraps: Mapping[tuple[bytes, int], bytes],
    link_box: bytes,
) -> None:
    """Return if every reader has a key to both boxes and nobody else has; Malformed else."""
    readers = {(one.account_id, box) for one in package.readers for box in BOXES}
    if set(wraps) != readers or any(len(wrap) != WRAP for wrap in wraps.values()):
        raise Malformed("a wrap for each reader and box, and none besides")
    if not (is_sealed(told) and is_sealed(consent)):
        raise Malformed("not sealed, or of another size")
    has_door = package.door != NO_DOOR
    if (len(link_box) == LINK_BOX and link_box[:1] == b"\x01") != has_door:
        raise Malformed("a box for a link, exactly where there is a door")
    if not has_door and link_box:
        raise Malformed("a box for a link, exactly where there is a door")


def check_words(entry: Emergency, *, words: bytes, wraps: Mapping[bytes, bytes]) -> None:
    """Return if every reader of an entry has its key and nobody else has; Malformed else."""
    readers = {one.account_id for one in entry.readers}
    if set(wraps) != readers or any(len(wrap) != WRAP for wrap in wraps.values()):
        raise Malformed("a wrap for each reader, and none besides")
    if not is_sealed(words):
        raise Malformed("not sealed, or of another size")


def is_sealed(box: bytes) -> bool:
    """Say whether a box is of this suite and of a size that is padded to."""
    return len(box) in _SIZES and box[0] == 1


def is_dated(day: int, *, today: int) -> bool:
    """Say whether something was signed today, somewhere on earth."""
    return abs(day - today) <= 1


def is_open_on(from_day: int, until_day: int, *, today: int) -> bool:
    """Say whether something may be read today: its last day is included."""
    return from_day <= today <= until_day


def is_left(look_on: int, *, today: int) -> bool:
    """Say whether the day to look again went by, and the desk may do it."""
    return look_on < today


def last_day_to_forget(today: int) -> int:
    """Give the newest day whose account is kept no longer."""
    return today - SIX_YEARS - 1
