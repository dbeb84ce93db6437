"""A circle in memory: who is in it, its honest ledger, and a room for each of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from pse import frames
from pse.chance import repeatable_chance
from pse.circle import begin_circle, circle_of, let_in, row_of
from pse.conversation import Conversation
from pse.endorsement import CLIENT, SPECIALIST
from pse.epoch import Epoch, Member, eh_hash_of, make_epoch
from pse.holder import Person
from pse.key_record import KeyRecord
from pse.person import make_person
from pse.remembered import Mark
from pse.signing import verify_key_of
from pse.talking import leave, write_line

from .scene import DAY, HOME, LOG_SEED, NOON, ROSTER_SEED, Ledger

NAMES = {
    "ada": "otter-river-0042", "ben": "heron-meadow-7310", "cem": "willow-island-2201",
    "finn": "badger-harbour-0007", "lea": "swallow-valley-0311",
}  # fmt: skip
HOSTS, ALL = ("ben", "cem"), tuple(NAMES)
ROLE = {"ada": CLIENT, "finn": CLIENT, "ben": SPECIALIST, "cem": SPECIALIST, "lea": SPECIALIST}


@cache
def member(who: str) -> Person:
    """Ben and Cem lead; Ada and Finn come as clients, Lea is a specialist."""
    chance = repeatable_chance(f"circle/{who}")
    return make_person(
        NAMES[who],
        home=HOME,
        day=DAY,
        roster_seed=ROSTER_SEED,
        log=verify_key_of(LOG_SEED),
        chance=chance,
    ).person


def people_of(name: str) -> dict[str, Person]:
    """Everybody, each with chance of their own for one story."""
    return {who: replace(member(who), chance=repeatable_chance(f"{name}/{who}")) for who in ALL}


@dataclass
class Circle:
    """What the relay holds of a circle, and what each member's room has read of it."""

    people: dict[str, Person]
    ledger: Ledger
    rand: bytes
    rooms: dict[str, Conversation] = field(default_factory=dict)
    endorsed: Sequence[str] = ("ben", "cem", "lea")

    @property
    def records(self) -> dict[bytes, KeyRecord]:
        """The newest key record of everybody."""
        return {one.account_id: one.record for one in self.people.values()}

    def room(self, who: str, *, pin: Mark | None = None, today: int = DAY) -> Conversation:
        """A fresh view of the circle that has read nothing."""
        stood_behind = {self.people[name].account_id for name in self.endorsed}
        return circle_of(
            self.people[who],
            conv=self.ledger.conv,
            rand=self.rand,
            people={one: [record] for one, record in self.records.items()},
            today=today,
            pin=pin,
            behind=lambda row, day: row.account_id in stood_behind,
        )

    def opens(self, who: str) -> Conversation:
        """Somebody opens the circle and reads all that is theirs."""
        room = self.rooms[who] = self.room(who)
        for frame in self.answer(who):
            room.take(frame)
        return room

    def answer(self, who: str) -> list[frames.FromRelay]:
        """What FOLLOW answers to somebody: from the header on that let them in."""
        me = self.people[who].account_id
        begins, was_in = 0, False
        for head in self.ledger.heads():
            is_in = head.header.member(me) is not None
            if is_in and not was_in:
                begins = head.header.closed_n
            was_in = is_in
        return self.ledger.follow(me, after=begins)

    def post(self, sent: frames.Send | frames.Header) -> None:
        """The relay stores it, and everybody who reads on is handed it."""
        self.ledger.store(sent)
        frame = self.ledger.log[-1]
        for who, room in self.rooms.items():
            me = self.people[who].account_id
            if isinstance(frame, frames.Head):
                frame = self.ledger.head(frame, me)
            if room.headers.newest.header.member(me):
                room.take(frame)

    def says(self, who: str, words: str) -> None:
        """A line of somebody's."""
        self.post(write_line(self.people[who], self.rooms[who], words, ts=NOON))

    def leaves(self, who: str) -> None:
        """Somebody says that they leave."""
        self.post(leave(self.people[who], self.rooms[who], day=DAY))

    def lets_in(self, who: str, *others: str) -> None:
        """A host lets these in, and they open the circle."""
        rows = [row_of(self.people[other].record, ROLE[other]) for other in others]
        self.post(
            let_in(self.people[who], self.rooms[who], rows, records=self.records, day=DAY)
        )
        for other in others:
            self.opens(other)

    def forged(
        self, author: str, reason: int, rows: Sequence[Member], **change: object
    ) -> frames.Header:
        """A header that somebody makes and signs, whether they may or not."""
        known = self.rooms[author].headers.newest.header
        draft = replace(
            known,
            epoch=known.epoch + 1,
            prev_eh_hash=eh_hash_of(known),
            closed_n=self.ledger.n,
            closed_h=self.ledger.hashes[-1],
            author_id=self.people[author].account_id,
            members=tuple(sorted(rows, key=lambda row: row.account_id)),
            reason=reason,
        )
        return signed(self.people[author], replace(draft, **change), self.records)  # type: ignore[arg-type]

    def rows(self, *, without: str = "", beside: Sequence[Member] = ()) -> list[Member]:
        """The members as the newest header names them, less one, plus some."""
        gone = self.people[without].account_id if without else b""
        heads = self.ledger.heads()
        return [row for row in heads[-1].header.members if row.account_id != gone] + [*beside]


def signed(person: Person, draft: Epoch, records: dict[bytes, KeyRecord]) -> frames.Header:
    """The header with its wraps, signed by somebody."""
    header, sig, wraps = make_epoch(
        draft,
        epoch_key=person.chance(32),
        records=records,
        ik_seed=person.ik_seed,
        chance=person.chance,
    )
    return frames.Header(header, sig, wraps, None)


def begun(name: str = "circle") -> Circle:
    """Ben began a circle with Cem, and both have it open."""
    people = people_of(name)
    made = begin_circle(people["ben"], [people["cem"].record], retention=12, day=DAY)
    circle = Circle(people, Ledger(made.conv), made.rand)
    circle.ledger.store(made.frame)
    for who in HOSTS:
        circle.opens(who)
    return circle


def four(name: str = "four") -> Circle:
    """Ada and Finn were let in, and everybody said something."""
    circle = begun(name)
    circle.says("ben", "Welcome. We begin at seven.")
    circle.lets_in("ben", "ada")
    circle.lets_in("cem", "finn")
    for who in ("ada", "finn", "cem"):
        circle.says(who, f"Here I am, says {who}.")
    return circle
