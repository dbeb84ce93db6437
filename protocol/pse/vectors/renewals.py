"""Vectors for a conversation in which the specialist's keys were renewed."""

from dataclasses import replace

from pse import frames
from pse.bundle import Secrets
from pse.epoch import Epoch
from pse.epoch_rules import KEY_CHANGED
from pse.holder import Person
from pse.key_record import KeyRecord
from pse.talking import turn, write_line

from .case import Cases, answered
from .people import NEW_EK, NEW_IK, second
from .scene import DAY, NOON, Room, Scene, asked
from .transcripts import asked_of


def cases() -> Cases:
    """All of them."""
    here = renewed()
    ada, ben = (here.ledger.follow(who.account_id) for who in (here.ada, here.ben))
    old_keys = asked_of(here, here.ada, ada)
    old_keys["people"] = [list(here.ada.records), [here.ben.records[0]]]
    return [
        answered("new keys, as the client", "conversation", **asked_of(here, here.ada, ada)),
        answered("new keys, as their owner", "conversation", **asked_of(here, here.ben, ben)),
        answered("new keys that nobody vouched for", "conversation", **old_keys),
        answered(
            "back to older keys",
            "conversation",
            **asked_of(here, here.ada, [*ada, _back(here)]),
        ),
    ]


def renewed() -> Scene:
    """Ben's keys become generation 1; he posts the header himself, and both write on."""
    before = asked(chance_name="renewals")
    here = replace(before, ben=_with_new_keys(before.ben))
    ada, ben = (here.room(person).read(here.ledger) for person in (here.ada, here.ben))
    posted = _posted(here, ben, here.records)
    here.ledger.store(posted)
    for room in (ada, ben):
        room.take(here.ledger)
    for writer in (ben, ada):
        line = write_line(writer.person, writer.conversation, "Still me.", ts=NOON)
        here.ledger.store(line)
        for room in (ada, ben):
            room.take(here.ledger)
    return here


def _with_new_keys(ben: Person) -> Person:
    secrets = Secrets(NEW_IK, {**ben.secrets.ek, 1: NEW_EK}, ben.secrets.rand, ben.secrets.vk)
    return replace(ben, secrets=secrets, records=(*ben.records, second()))


def _posted(here: Scene, room: Room, records: dict[bytes, KeyRecord]) -> frames.Header:
    return turn(room.person, room.conversation, records=records, day=DAY + 3)


def _back(here: Scene) -> frames.Head:
    room = here.room(here.ada).read(here.ledger)
    records = {**here.records, here.ben.account_id: here.ben.records[0]}
    posted = _posted(here, room, records)
    header: Epoch = posted.header
    if header.reason != KEY_CHANGED:
        raise AssertionError("the keys did not change")
    wrap = posted.wraps[here.ada.account_id]
    return frames.Head(here.begun.conv, header.n, header, posted.eh_sig, wrap)
