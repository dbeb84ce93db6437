"""A server that may tell each device another story, and a judge of what every device shows.

The server needs no key: it numbers and chains whatever it likes. The judge knows what was truly
written, and shares no code with the reader it judges.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pse import frames
from pse.body import Hello, Text
from pse.chain import h_aad, h_box
from pse.chance import repeatable_chance
from pse.conversation import Conversation
from pse.entry import Entry, aad_of, carried_of
from pse.holder import Person
from pse.refusal import Refused
from pse.remembered import Mark
from pse.state import Saved, State, check_not_rolled_back
from pse.strict_json import Json
from pse.talking import turn, write_line
from pse.vectors.scene import NOON, Ledger, Scene
from pse.walk import Line

HELLO = "Hello Ben. Nights are long."


@dataclass(frozen=True)
class Told:
    """One piece of what the server tells a device; a hidden one is told as forgotten."""

    piece: frames.Send | frames.Header
    is_hidden: bool = False


@dataclass(frozen=True)
class Written:
    """What somebody truly wrote, and how much of the conversation they saw when they did."""

    account: bytes
    text: str
    seen_n: int
    seen_h: bytes


@dataclass(frozen=True)
class Memory:
    """One edition of an account's sealed state, its mark, and what was shown up to there."""

    state: State
    values: dict[int, Json]
    mark: Mark | None = None
    past: dict[int, bytes] = field(default_factory=dict)
    lines: dict[bytes, int] = field(default_factory=dict)


@dataclass
class Device:
    """One device in somebody's hand: a reference client, and what it was told and showed."""

    name: str
    person: Person
    conversation: Conversation
    story: list[Told]
    stopped: str | None = None
    waiting: bytes | None = None
    is_kept_behind: bool = False
    begins_at: int | None = None
    told: dict[int, Entry] = field(default_factory=dict)
    past: dict[int, bytes] = field(default_factory=dict)
    lines: dict[bytes, int] = field(default_factory=dict)
    counts: dict[bytes, int] = field(default_factory=dict)
    own: list[Saved] = field(default_factory=list)

    @property
    def n(self) -> int:
        """How far this device has read; -1 before it read anything."""
        walk = self.conversation._walk
        return -1 if walk is None else walk.n

    @property
    def may_write(self) -> bool:
        """A room writes once it has the hello, and a line of its own is not on its way."""
        return self.stopped is None and self.waiting is None and self.n >= 2


@dataclass
class World:
    """Everything that was ever sealed, and every device that reads."""

    scene: Scene
    devices: dict[str, Device]
    memories: dict[bytes, list[Memory]]
    written: dict[bytes, Written]
    sealed: list[frames.Send | frames.Header]
    clock: int = 0

    @classmethod
    def of(cls, scene: Scene) -> "World":
        """Ada with a phone and a tablet, Ben with one device; the hello is there."""
        hello = scene.begun.frame
        hands = {"ada": scene.ada, "ada's tablet": scene.ada, "ben": scene.ben}
        memories = {
            person.account_id: [Memory(person.state, dict(person.values))]
            for person in (scene.ada, scene.ben)
        }
        devices = {
            name: Device(
                name, twin(person, name), scene.room(person).conversation, [Told(hello)]
            )
            for name, person in hands.items()
        }
        first = hello.first
        assert first is not None
        written = {first.msg_id: Written(first.sender, HELLO, first.seen_n, first.seen_h)}
        return cls(scene, devices, memories, written, [hello])

    def write(self, device: Device) -> frames.Send:
        """Seal one more line on a device that may write."""
        self.clock += 1
        text = f"{device.name} {self.clock}"
        ts = NOON + self.clock
        sent = write_line(device.person, device.conversation, text, ts=ts)
        entry = sent.entry
        device.waiting = entry.msg_id
        self.written[entry.msg_id] = Written(entry.sender, text, entry.seen_n, entry.seen_h)
        self.sealed.append(sent)
        return sent

    def turn(self, device: Device) -> frames.Header:
        """Seal the next key for the same readers."""
        day = device.conversation.headers.newest.header.day
        sent = turn(device.person, device.conversation, records=self.scene.records, day=day)
        self.sealed.append(sent)
        return sent

    def deliver(self, device: Device) -> None:
        """Hand a device all of its story that it has not read, and judge what it shows."""
        if device.stopped is None:
            for frame in self._answer(device):
                self._tell(device, frame)
        if device.stopped is None:
            self._check_memory(device)

    def push(self, device: Device, sent: frames.Send) -> None:
        """Tell a line as the next one, whatever the story was so far."""
        self._tell(device, frames.Stored(device.n + 1, sent.entry))

    def restart(self, device: Device, *, edition: int | None = None) -> None:
        """Lock, and open again with the newest state, or with an older edition."""
        if device.stopped:
            return
        memories = self.memories[device.person.account_id]
        if device.n >= 2 and not device.is_kept_behind and device.conversation.is_confirmed:
            self._save(device, memories)
        if device.stopped:
            return
        memory = memories[-1 if edition is None else edition]
        device.is_kept_behind = memory is not memories[-1]
        device.person.state, device.person.values = memory.state, dict(memory.values)
        device.conversation = self.scene.room(device.person, pin=memory.mark).conversation
        device.waiting, device.own, device.begins_at = None, [], None
        device.past, device.lines = dict(memory.past), dict(memory.lines)
        device.counts, device.told = {}, {}

    def _tell(self, device: Device, frame: frames.FromRelay) -> None:
        if device.stopped:
            return
        if isinstance(frame, frames.Stored):
            device.told[frame.n] = frame.entry
        try:
            lines = device.conversation.take(frame)
        except Refused as refusal:
            device.stopped = str(refusal)
            return
        if device.conversation.is_confirmed:
            self._judge_past(device)
        for line in lines:
            if line.n in device.told:
                self._judge(device, line, device.told[line.n])

    def _answer(self, device: Device) -> Iterator[frames.FromRelay]:
        conv, reader = self.scene.begun.conv, device.person.account_id
        ledger, hidden = chained(conv, device.story)
        if device.n < 0:
            pin = device.conversation._pin
            asked = pin.n if pin else 0
            begins_at = asked if device.begins_at is None else device.begins_at
            answer = ledger.follow(reader, after=min(begins_at, ledger.n))
        else:
            answer = [news(ledger, frame, reader) for frame in ledger.log if frame.n > device.n]
        for frame in answer:
            is_hidden = isinstance(frame, frames.Stored) and frame.n in hidden
            yield forgotten(frame) if is_hidden else frame

    def _save(self, device: Device, memories: list[Memory]) -> None:
        """As a room does: what the newest edition pins has to lie on what was read here."""
        mark, newest = device.conversation.mark(), memories[-1]
        if newest.mark is not None and newest.mark.n > mark.n:
            return
        if newest.mark is not None:
            passed = device.conversation.walk.hash_at(newest.mark.n)
            if passed is not None and passed != newest.mark.h:
                device.stopped = "two devices saw two different conversations"
                return
        person = device.person
        person.state, person.values = newest.state, dict(newest.values)
        person.remember(marks=[mark])
        shown = dict(device.past), dict(device.lines)
        memories.append(Memory(person.state, dict(person.values), mark, *shown))

    def _check_memory(self, device: Device) -> None:
        """A higher counter may be another device's: a room asks for the state once more."""
        newest = self.memories[device.person.account_id][-1].state
        handed_out = device.person.state if device.is_kept_behind else newest
        try:
            check_not_rolled_back(handed_out, device.own)
        except Refused as refusal:
            device.stopped = str(refusal)

    def _judge_past(self, device: Device) -> None:
        """What is confirmed is one past, from where the answer began to where it stands."""
        walk = device.conversation.walk
        for n in range(walk.base, walk.n + 1):
            h = walk.hash_at(n)
            before = device.past.setdefault(n, h)
            assert before == h, f"{device.name} was shown two pasts and nobody said so"

    def _judge(self, device: Device, line: Line, entry: Entry) -> None:
        last = device.counts.get(entry.sender, entry.sseq - 1)
        assert entry.sseq == last + 1, f"{device.name} was shown a gap and nobody said so"
        device.counts[entry.sender] = entry.sseq
        if not isinstance(line.body, Hello | Text):
            return
        before = device.lines.setdefault(entry.msg_id, line.n)
        assert before == line.n, f"{device.name} was shown a line twice"
        truth = self.written[entry.msg_id]
        assert (line.sender, line.body.b) == (truth.account, truth.text), "nobody wrote this"
        seen = device.past.get(truth.seen_n, truth.seen_h)
        assert seen == truth.seen_h, f"{device.name} reads on beside what the writer saw"
        if line.sender == device.person.account_id:
            device.own.append(line.body.sc)
        if entry.msg_id == device.waiting:
            device.waiting = None


def agree(one: Device, other: Device) -> bool:
    """Whether one has read the beginning of what the other has read."""
    n = min(one.n, other.n)
    if n < 0:
        return True
    return one.past.get(n, b"") == other.past.get(n, b"")


def twin(person: Person, name: str) -> Person:
    """The same account, opened on another device."""
    return replace(person, values=dict(person.values), chance=repeatable_chance(name))


def chained(conv: bytes, story: list[Told]) -> tuple[Ledger, set[int]]:
    """A story numbered and chained from its beginning, and the numbers held back in it."""
    ledger, hidden = Ledger(conv), set()
    for told in story:
        ledger.store(told.piece)
        if told.is_hidden:
            hidden.add(ledger.n)
    return ledger, hidden


def news(ledger: Ledger, frame: frames.Head | frames.Stored, reader: bytes) -> frames.FromRelay:
    """A stored piece as it comes to somebody who listens."""
    return ledger.head(frame, reader) if isinstance(frame, frames.Head) else frame


def forgotten(frame: frames.FromRelay) -> frames.Gone:
    """A line told as if its time had run out."""
    assert isinstance(frame, frames.Stored)
    entry = frame.entry
    hashes = h_aad(aad_of(entry)), h_box(carried_of(entry))
    return frames.Gone(entry.conv, frame.n, entry.kind, entry.sender, entry.sseq, *hashes)
