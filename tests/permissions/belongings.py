"""What everybody at a door has: a file on its way, a device, a fresh spare code."""

from typing import Any

from alongside.conversations.models import Conversation
from alongside.files.actions import shelf_name
from alongside.files.models import File, Piece
from alongside.files.storage import storage
from alongside.keys.actions.coming_in import keep_slot
from alongside.keys.models import WayChange
from pse.account import Slot
from pse.file import SEALED_PIECE
from pse.person import renew_ways_in

OWN = b"a phone that is."
FILE_ID = b"a file of Ada's."


def give_file(member: Any, asked: Any) -> None:
    """A file of one piece on its way, as if the yes had been there for a moment."""
    conversation = Conversation.objects.get(ref=asked.conv)
    file = File.objects.create(
        conversation=conversation, ref=FILE_ID, sender=member.account, pieces=1, begun_on=0
    )
    Piece.objects.create(file=file, i=0)
    storage().put(shelf_name(file, 0), bytes(SEALED_PIECE))


def give_device(member: Any) -> None:
    """One device that is a way in, and a wish that it goes, which waited long enough."""
    paper = Slot(OWN, 3, 0, 0, bytes(16), bytes(105))
    keep_slot(member.account, paper, bytes(32))
    WayChange.objects.create(account=member.account, kind=2, due_on=0, slot_id=OWN, type=3)


def spare_papers(member: Any) -> Any:
    """A fresh spare code, with words that are not theirs."""
    renewed = renew_ways_in(member.person).payload
    return {**renewed["spare"], "words_auth": "A" * 43, "state": renewed["state"]}
