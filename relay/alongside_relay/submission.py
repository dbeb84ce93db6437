"""What goes into the ledger and what comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pse.entry import eh_msg_id
from pse.epoch import eh_hash_of
from pse.frames import Header, Send

Source = TypeVar("Source")


@dataclass(frozen=True, slots=True)
class Submission(Generic[Source]):
    """One frame of one signed-in connection, waiting to be stored."""

    source: Source
    account: int
    account_ref: bytes
    token: int
    frame: Send | Header

    @property
    def conv(self) -> bytes:
        """The conversation it belongs to."""
        frame = self.frame
        return frame.entry.conv if isinstance(frame, Send) else frame.header.conv

    @property
    def size(self) -> int:
        """About how many bytes it holds in memory; a header is small."""
        return len(self.frame.entry.box) if isinstance(self.frame, Send) else 4096

    @property
    def ids(self) -> list[bytes]:
        """What its answers are called: a header's own id, then that of its first entry."""
        frame = self.frame
        if isinstance(frame, Send):
            return [frame.entry.msg_id]
        first = [] if frame.first is None else [frame.first.msg_id]
        return [eh_msg_id(eh_hash_of(frame.header)), *first]


@dataclass(slots=True)
class Kept:
    """One entry that is stored: freshly, or by an earlier sending of the same bytes."""

    id: bytes
    conv: bytes
    n: int
    h: bytes
    mode: int
    members: tuple[int, ...]
    is_fresh: bool
    entry_frame: bytes = b""
    head_frames: Mapping[int, bytes] | None = None
    ack: bytes = b""

    def frame_for(self, account: int) -> bytes:
        """What a connection of this account is sent: a header carries only its own wrap."""
        return self.entry_frame if self.head_frames is None else self.head_frames[account]


@dataclass(frozen=True, slots=True)
class NotKept:
    """A frame that was refused, with its answers.

    In doubt: the database was in trouble, and may have kept it without saying so.
    """

    refusals: tuple[bytes, ...]
    is_in_doubt: bool = False


@dataclass(frozen=True, slots=True)
class SignedOut:
    """A frame whose sign-in is over."""

    code: int


Outcome = list[Kept] | NotKept | SignedOut
