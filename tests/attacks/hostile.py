"""A server and a relay that hold all a real one holds, and answer what they like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pse import as_json, frames
from pse.account import Slot
from pse.base64url import to_text
from pse.conversation import Conversation
from pse.entry import Entry
from pse.epoch import Epoch, Member, epoch_bytes, make_epoch
from pse.holder import Person
from pse.key_record import KeyRecord
from pse.person import Newcomer, come_back
from pse.refusal import Trouble
from pse.signing import sign
from pse.vectors.scene import HOME, Ledger, Scene
from pse.walk import Line


@dataclass
class HostileServer:
    """What a server keeps of one account; `me` and `slot` are what it will answer."""

    me: dict[str, Any]
    slot: dict[str, Any]

    def answers(self, **lies: Any) -> "HostileServer":
        """Lie about some fields of `me`."""
        return HostileServer({**self.me, **lies}, self.slot)

    def hands_out(self, slot: Slot) -> "HostileServer":
        """Hand out another slot."""
        return HostileServer(self.me, as_json.slot_json(slot))

    def answer(self) -> dict[str, Any]:
        """What signing in answers."""
        return {"slot": self.slot, "me": self.me}


def server_of(newcomer: Newcomer, *, way: int = 0) -> HostileServer:
    """The server that keeps this newcomer's place, honest so far."""
    person = newcomer.person
    me = {
        "account_id": to_text(person.account_id),
        "username": person.username,
        "key_records": [as_json.key_record_json(record) for record in person.records],
        "slots": [as_json.slot_summary(slot) for slot in newcomer.slots],
        "bundle": as_json.bundle_json(person.bundle),
        "state": as_json.state_json(person.state),
    }
    return HostileServer(me, as_json.slot_json(newcomer.slots[way]))


def sign_in(newcomer: Newcomer, server: HostileServer, *, way: int = 0) -> Person:
    """Come back with one's own words (0) or spare code (1), whatever the server answers."""
    name = newcomer.person.username
    return come_back(newcomer.locks[way], server.answer(), home=HOME, username=name)


def chained_anew(conv: bytes, pieces: Sequence[frames.Send | frames.Header]) -> Ledger:
    """A ledger of these pieces in this order: a relay needs no key to number and to chain."""
    ledger = Ledger(conv)
    for piece in pieces:
        ledger.store(piece)
    return ledger


def pieces_of(ledger: Ledger) -> list[frames.Send | frames.Header]:
    """What rooms sent, one piece for each number."""
    return [_piece(ledger, frame) for frame in ledger.log]


def _piece(ledger: Ledger, frame: frames.Head | frames.Stored) -> frames.Send | frames.Header:
    if isinstance(frame, frames.Stored):
        return frames.Send(frame.entry)
    return frames.Header(frame.header, frame.eh_sig, ledger.wraps[frame.n], None)


def told(conversation: Conversation, answer: Sequence[frames.FromRelay]) -> list[Line]:
    """The lines a reader shows of an answer; Trouble where it stops."""
    return [line for frame in answer for line in conversation.take(frame)]


def shown_before_trouble(
    conversation: Conversation, answer: Sequence[frames.FromRelay]
) -> list[Line] | None:
    """The lines shown until it stopped; None if it never did."""
    lines: list[Line] = []
    for frame in answer:
        try:
            lines += conversation.take(frame)
        except Trouble:
            return lines
    return None


def forged(
    header: Epoch,
    *,
    by: Person,
    records: Mapping[bytes, KeyRecord],
    epoch_key: bytes = b"k" * 32,
    **change: Any,
) -> frames.Header:
    """A header with fields changed, keyed for its members and signed by somebody."""
    draft = replace(header, **change)
    made, sig, wraps = make_epoch(
        draft, epoch_key=epoch_key, records=records, ik_seed=by.ik_seed
    )
    return frames.Header(made, sig, wraps, None)


def resigned(header: Epoch, *, by: Person, **change: Any) -> tuple[Epoch, bytes]:
    """A header with any fields changed, signed by somebody, its wraps left as they were."""
    made = replace(header, **change)
    return made, sign(by.ik_seed, epoch_bytes(made))


def row(person: Person, record_hash: bytes, role: int) -> Member:
    """A member's row."""
    return Member(person.account_id, record_hash, role)


def answer_with(
    scene: Scene, reader: Person, place: int, entry: Entry
) -> list[frames.FromRelay]:
    """An honest answer in which the entry at one place of the log was exchanged."""
    answer = scene.ledger.follow(reader.account_id)
    stored = [i for i, frame in enumerate(answer) if isinstance(frame, frames.Stored)]
    at = stored[place]
    frame = answer[at]
    if not isinstance(frame, frames.Stored):
        raise AssertionError("not an entry")
    return [*answer[:at], replace(frame, entry=entry), *answer[at + 1 :]]
