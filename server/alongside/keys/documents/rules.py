"""What a sealed document must look like to be taken, and how much is kept. Nothing opens."""

from alongside.keys.rules import is_sealed
from pse.document import LOCK_BOX, NOTHING_BEFORE, VERSIONS_KEPT, Version, document_hash_of
from pse.document_list import MOST_DOCUMENTS
from pse.note_kept import MOST_YEARS, last_day_of, year_of
from pse.refusal import Malformed

# As many as a room lists; and as many bytes as no notebook fills.
MOST = MOST_DOCUMENTS
MOST_BYTES = 32 * 1024 * 1024


def check_version(version: Version) -> None:
    """Return if lock and words are sealed and of a size that is padded to; Malformed else."""
    if len(version.lock) != LOCK_BOX or version.lock[0] != 1 or not is_sealed(version.box):
        raise Malformed("not sealed, or of another size")
    if version.ver < 1:
        raise Malformed("versions count from one")


def check_last_day(last: int | None, before: int | None, *, is_new: bool, today: int) -> None:
    """Return if a document may end on that day; it is said with the first version for all.

    It is the end of a year that is not over, so that nobody reads out of it when two met.
    """
    if not is_new:
        if last != before:
            raise Malformed("another last day than the version before")
        return
    if last is None:
        return
    year = year_of(today)
    if last not in {last_day_of(year + more) for more in range(MOST_YEARS + 1)}:
        raise Malformed("no last day of a year that it could be kept until")


def follows(version: Version, newest: Version | None) -> bool:
    """Say whether a version is the next one after the newest that is kept."""
    if newest is None:
        return (version.ver, version.prev) == (1, NOTHING_BEFORE)
    return (version.ver, version.prev) == (newest.ver + 1, document_hash_of(newest))


def oldest_kept(newest: int) -> int:
    """Give the number of the oldest version that is still kept beside the newest."""
    return max(1, newest - VERSIONS_KEPT + 1)
