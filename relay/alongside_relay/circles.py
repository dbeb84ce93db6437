"""What is judged in a circle alone, signatures too: pure rules over what was read.

In a talk a bad header ends a talk of two, and a new one begins. In a circle one member would
end it for fifty. So nothing is numbered here at which a reader would stop (decision 0128).
"""

from collections.abc import Iterable, Mapping

from pse.circle_rules import HOST, WENT, who_went
from pse.endorsement import CLIENT
from pse.entry import Entry, verify_leave
from pse.epoch import Epoch, Member, epoch_bytes
from pse.frames import Header
from pse.ids import conv_id_of
from pse.merkle import NOTHING
from pse.refusal import Refused
from pse.signing import verify

from .admit import NotTaken
from .codes import CIRCLE, No
from .rows import PublicKeys, Word

Keys = Mapping[bytes, PublicKeys]


def hashes_in(header: Epoch, before: Epoch | None) -> set[bytes]:
    """The key records by which a header is judged, and those that they follow."""
    rows = [*header.members, *(before.members if before else ())]
    return {row.kr_hash for row in rows}


def check_bound(header: Epoch, rand: bytes) -> None:
    """The circle's id is made from the very keys with which its owner begins it."""
    owner = header.member(header.owner_id)
    if owner is None or header.conv != conv_id_of(CIRCLE, header.owner_id, owner.kr_hash, rand):
        raise NotTaken(No.MALFORMED)


def check_leaving(header: Epoch, before: Epoch, left_by: frozenset[bytes]) -> None:
    """Whoever left is in no header from here on; nobody else is said to have left."""
    gone = who_went(header, before)
    if not left_by <= gone or (header.reason == WENT and gone != left_by):
        raise NotTaken(No.MALFORMED)


def check_log(header: Epoch, root: bytes | None) -> None:
    """The author read the key log that there is; `root` is its root at their size."""
    if header.log_root != (NOTHING.root if header.log_size == 0 else root):
        raise NotTaken(No.MALFORMED)


def check_signed(frame: Header, before: Epoch | None, keys: Keys) -> None:
    """Keys that are new here are their owner's and go on from theirs; the author signed."""
    header = frame.header
    for row in header.members:
        _check_keys(row, before.member(row.account_id) if before else None, keys)
    author = header.member(header.author_id)
    if author is None:
        raise NotTaken(No.MALFORMED)
    try:
        verify(_keys_of(author, keys).ik, epoch_bytes(header), frame.eh_sig)
    except Refused:
        raise NotTaken(No.MALFORMED) from None


def needing_a_word(header: Epoch, before: Epoch | None) -> list[Member]:
    """Who comes as specialist or host, or comes to lead: the programme has to stand behind."""
    then = {row.account_id: row.role for row in (before.members if before else ())}
    return [
        row
        for row in header.members
        if row.role != CLIENT
        and (row.account_id not in then or (row.role == HOST and then[row.account_id] != HOST))
    ]


def check_words(rows: Iterable[Member], words: Iterable[Word], keys: Keys, *, day: int) -> None:
    """For the lock of each of them a word is in force on the header's day."""
    standing = {(word.ref, word.ik) for word in words if word.from_day <= day <= word.to_day}
    if any((row.account_id, _keys_of(row, keys).ik) not in standing for row in rows):
        raise NotTaken(No.MALFORMED)


def check_leave(entry: Entry, header: Epoch, keys: Keys) -> None:
    """Whoever leaves says so by their own hand, as the header in force names their keys."""
    row = header.member(entry.sender)
    if row is None:
        raise NotTaken(No.MALFORMED)
    try:
        verify_leave(entry, ik=_keys_of(row, keys).ik)
    except Refused:
        raise NotTaken(No.MALFORMED) from None


def _check_keys(row: Member, then: Member | None, keys: Keys) -> None:
    if then is None:
        _keys_of(row, keys)
    elif then.kr_hash != row.kr_hash and _keys_of(row, keys).gen <= _keys_of(then, keys).gen:
        raise NotTaken(No.MALFORMED)


def _keys_of(row: Member, keys: Keys) -> PublicKeys:
    found = keys.get(row.kr_hash)
    if found is None or found.ref != row.account_id:
        raise NotTaken(No.MALFORMED)
    return found
