"""The people and the honest ledger that vectors, tests and attacks begin from."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pse import frames
from pse.chain import chain_next, chain_start, h_aad, h_box
from pse.chance import repeatable_chance
from pse.conversation import Conversation
from pse.entry import HEADER, Entry, entry_hashes
from pse.epoch import epoch_bytes
from pse.holder import Person
from pse.key_log import EMPTY, KeyLog
from pse.key_record import KeyRecord
from pse.merkle import NOTHING, LogAt
from pse.person import Newcomer, make_person
from pse.promise import Sentence, agreement_hash, kept_sentence
from pse.remembered import Mark
from pse.signing import verify_key_of
from pse.talking import Begun, ask, conversation_of

HOME = bytes.fromhex("00112233445566778899aabbccddeeff")
DAY = 20_400
NOON = DAY * 86_400_000 + 43_200_000
ROSTER_SEED = bytes(range(32))
LOG_SEED = bytes(range(32, 64))


def sentences_kept(months: int) -> tuple[Sentence, ...]:
    """A short promise, kept for so many months."""
    name, values = kept_sentence(months)
    return (("two-read", ("Harbour",)), (name, tuple(values)), ("answers", ()))


SENTENCES = sentences_kept(12)
PROMISE = agreement_hash(SENTENCES)
NAMES = {"ada": "otter-river-0042", "ben": "heron-meadow-7310", "finn": "badger-harbour-0007"}
WORDS = {
    "ada": "acorn about above accent acrobat",
    "ben": "acrobat accent above about acorn",
    "finn": "about about acorn acorn above",
}


@cache
def newcomer(who: str) -> Newcomer:
    """Ada, a client; Ben, her specialist; Finn, a stranger: always with the same keys."""
    return make_person(
        NAMES[who],
        home=HOME,
        day=DAY,
        words=WORDS[who],
        roster_seed=ROSTER_SEED,
        log=verify_key_of(LOG_SEED),
        name=who.title(),
        chance=repeatable_chance(who),
    )


def profile_fields(name: str = "Ben") -> dict[str, Any]:
    """A profile with every field."""
    return {
        "about": "I found my feet again after a hard decade. Ask me anything.",
        "facts": ["alcohol", "evenings", "humour"],
        "langs": ["en", "es"],
        "line": "Slow and steady, with tea.",
        "name": name,
        "reply": {
            "days": [0, 1, 2, 3, 4],
            "from": 540,
            "to": 1080,
            "tz": "Europe/Madrid",
            "within": 24,
        },
        "waiting": "Thank you for writing. I read every line.",
    }


@dataclass
class Ledger:
    """An honest relay of one conversation, in memory: it numbers, chains and answers."""

    conv: bytes
    log: list[frames.Head | frames.Stored] = field(default_factory=list)
    wraps: dict[int, dict[bytes, bytes]] = field(default_factory=dict)
    hashes: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.hashes = self.hashes or [chain_start(self.conv)]

    @property
    def n(self) -> int:
        """The newest number."""
        return len(self.hashes) - 1

    def store(self, sent: frames.Send | frames.Header) -> None:
        """Number and chain what a room sent."""
        if isinstance(sent, frames.Send):
            self._add(sent.entry.kind, *entry_hashes(sent.entry))
            self.log.append(frames.Stored(self.n, sent.entry))
            return
        eh = epoch_bytes(sent.header)
        self._add(HEADER, h_aad(eh), h_box(sent.eh_sig))
        self.wraps[self.n] = sent.wraps
        self.log.append(frames.Head(self.conv, self.n, sent.header, sent.eh_sig, b""))
        if sent.first is not None:
            self.store(frames.Send(sent.first))

    def follow(self, reader: bytes, *, after: int = 0, mode: int = 2) -> list[frames.FromRelay]:
        """What FOLLOW answers: all headers, BASE, the entries after a number, UPTO."""
        heads: list[frames.FromRelay] = [self.head(frame, reader) for frame in self.heads()]
        base = frames.Base(self.conv, after, self.hashes[after])
        own = [entry.sseq for entry in self.entries() if entry.sender == reader]
        seen = [entry.seen_n for entry in self.entries() if entry.sender == reader]
        upto = frames.Upto(
            self.conv, self.n, self.hashes[-1], max(own, default=0), max(seen, default=0), mode
        )
        return [*heads, base, *self.stored(after), upto]

    def heads(self) -> list[frames.Head]:
        """The headers, without wraps."""
        return [frame for frame in self.log if isinstance(frame, frames.Head)]

    def head(self, head: frames.Head, reader: bytes) -> frames.Head:
        """A header with one reader's wrap."""
        wrap = self.wraps[head.n].get(reader, b"")
        return frames.Head(self.conv, head.n, head.header, head.eh_sig, wrap)

    def stored(self, after: int = 0) -> list[frames.Stored]:
        """The entries after a number."""
        return [
            frame for frame in self.log if isinstance(frame, frames.Stored) and frame.n > after
        ]

    def entries(self) -> list[Entry]:
        """All entries."""
        return [frame.entry for frame in self.stored()]

    def _add(self, kind: int, aad_hash: bytes, box_hash: bytes) -> None:
        made = chain_next(
            self.hashes[-1],
            conv=self.conv,
            n=self.n + 1,
            kind=kind,
            h_aad=aad_hash,
            h_box=box_hash,
        )
        self.hashes.append(made)


@dataclass
class Room:
    """One person's view of one conversation."""

    person: Person
    conversation: Conversation

    def read(self, ledger: Ledger, *, after: int = 0) -> "Room":
        """Take everything the ledger has."""
        for frame in ledger.follow(self.person.account_id, after=after):
            self.conversation.take(frame)
        return self

    def take(self, ledger: Ledger) -> "Room":
        """Take the newest entry or header, live."""
        frame = ledger.log[-1]
        if isinstance(frame, frames.Head):
            frame = ledger.head(frame, self.person.account_id)
        self.conversation.take(frame)
        return self


@dataclass
class Scene:
    """Ada asked Ben: both persons, the beginning and the ledger that holds it."""

    ada: Person
    ben: Person
    begun: Begun
    ledger: Ledger
    sentences: tuple[Sentence, ...] = SENTENCES

    @property
    def people(self) -> dict[bytes, list[KeyRecord]]:
        """The key records of both."""
        return {person.account_id: list(person.records) for person in (self.ada, self.ben)}

    @property
    def records(self) -> dict[bytes, KeyRecord]:
        """The newest key record of both."""
        return {person.account_id: person.record for person in (self.ada, self.ben)}

    def room(
        self, person: Person, *, today: int = DAY, pin: Mark | None = None, log: KeyLog = EMPTY
    ) -> Room:
        """A fresh view of the conversation."""
        conversation = conversation_of(
            person,
            conv=self.begun.conv,
            rand=self.begun.rand,
            sentences=self.sentences,
            people=self.people,
            today=today,
            pin=pin,
            log=log,
        )
        return Room(person, conversation)


def asked(
    *,
    retention: int = 12,
    promised: int | None = None,
    chance_name: str = "scene",
    log: LogAt = NOTHING,
) -> Scene:
    """Ada's hello to Ben stands in the ledger; `promised` is for a header that lies."""
    sentences = sentences_kept(retention if promised is None else promised)
    ada, ben = _fresh("ada", chance_name), _fresh("ben", chance_name)
    begun = ask(
        ada,
        ben.record,
        sentences=sentences,
        retention=retention,
        hello="Hello Ben. Nights are long.",
        name="Ada",
        day=DAY,
        ts=NOON,
        log=log,
    )
    ledger = Ledger(begun.conv)
    ledger.store(begun.frame)
    return Scene(ada, ben, begun, ledger, sentences)


def _fresh(who: str, chance_name: str) -> Person:
    person = newcomer(who).person
    return Person(
        **{**vars(person), "chance": repeatable_chance(f"{chance_name}/{who}")},
    )
