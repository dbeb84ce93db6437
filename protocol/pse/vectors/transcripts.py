"""Vectors for whole conversations, as the wire brings them to one reader."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from pse import frames, wire
from pse.entry import Target, entry_hashes, seal_entry
from pse.epoch import Member, epoch_bytes
from pse.holder import Person
from pse.key_record import kr_hash_of
from pse.promise import agreement_hash, kept_months
from pse.remembered import Mark
from pse.signing import sign
from pse.talking import (
    change_line,
    leave,
    react,
    start_again,
    take_back,
    turn,
    write_line,
)

from .case import Case, Cases, answered
from .scene import DAY, NOON, Ledger, Room, Scene, asked

Frames = Sequence[frames.FromRelay]


def cases() -> Cases:
    """All of them."""
    return [*_whole(), *_authors(), *_servers(), *_forgotten(), *_again(), *_changed()]


@cache
def story() -> tuple[Scene, Room, Room]:
    """Hello, four lines, a new epoch by each, and a line written late."""
    here = asked(chance_name="story")
    ada, ben = (here.room(person).read(here.ledger) for person in (here.ada, here.ben))
    _say(here, ben, ada, "Hello Ada. I read you.", NOON + 60_000)
    _say(here, ada, ben, "Thank you.", NOON + 120_000)
    _turn(here, ada, ben, 30)
    _say(here, ben, ada, "Is tonight better?", NOON + 30 * 86_400_000)
    _late(here, ada, ben)
    _turn(here, ben, ada, 61)
    _say(here, ada, ben, "A little. \U0001f642", NOON + 61 * 86_400_000)
    return here, ada, ben


def _say(here: Scene, writer: Room, other: Room, text: str, ts: int) -> None:
    here.ledger.store(write_line(writer.person, writer.conversation, text, ts=ts))
    writer.take(here.ledger)
    other.take(here.ledger)


def _late(here: Scene, writer: Room, other: Room) -> None:
    """The writer seals first; the other's line is stored before it arrives."""
    at = NOON + 30 * 86_400_000 - 200_000
    sealed = write_line(writer.person, writer.conversation, "Are you there?", ts=at)
    _say(here, other, writer, "I have time now.", NOON + 30 * 86_400_000 + 1_000)
    here.ledger.store(sealed)
    writer.take(here.ledger)
    other.take(here.ledger)


def _turn(here: Scene, writer: Room, other: Room, days: int) -> None:
    conversation = writer.conversation
    here.ledger.store(turn(writer.person, conversation, records=here.records, day=DAY + days))
    writer.take(here.ledger)
    other.take(here.ledger)


def asked_of(here: Scene, reader: Person, answer: Frames, **more: Any) -> dict[str, Any]:
    """What a conversation vector asks."""
    seeds = [
        {"kr_hash": kr_hash_of(record), "seed": reader.secrets.ek[record.gen]}
        for record in reader.records
        if record.gen in reader.secrets.ek
    ]
    return {
        "conv": here.begun.conv,
        "rand": here.begun.rand,
        "agreement_hash": agreement_hash(here.sentences),
        "kept": kept_months(here.sentences),
        "reader": {"account_id": reader.account_id, "ek_seeds": seeds},
        "people": [list(here.ada.records), list(here.ben.records)],
        "today": DAY + 61,
        "frames": [wire.encode(frame) for frame in answer],
        **more,
    }


def _case(name: str, here: Scene, reader: Person, answer: Frames, **more: Any) -> Case:
    return answered(name, "conversation", **asked_of(here, reader, answer, **more))


def _whole() -> Cases:
    here, ada, _ = story()
    ledger, ada_id = here.ledger, here.ada.account_id
    counts = tuple(counted(ledger, 5).get(row.account_id, 0) for row in _members(here))
    pin = replace(ada.conversation.mark(), n=5, h=ledger.hashes[5], counts=counts)
    first = here.begun.frame.header
    second = ada.conversation.headers.numbered(1)
    epoch = replace(pin, epoch=1, eh=second.eh_hash if second else b"")
    middle = ledger.follow(ada_id, after=5)
    return [
        _case("as the client", here, here.ada, ledger.follow(ada_id)),
        _case("as the specialist", here, here.ben, ledger.follow(here.ben.account_id)),
        _case("from the last visit on", here, here.ada, middle, pin=epoch),
        _case("only the hello so far", here, here.ada, _hello_only(here, first.owner_id)),
    ]


def _members(here: Scene) -> tuple[Member, ...]:
    return here.begun.frame.header.members


def counted(ledger: Ledger, upto: int) -> dict[bytes, int]:
    """The newest counter of each sender up to a number."""
    return {f.entry.sender: f.entry.sseq for f in ledger.stored() if f.n <= upto}


def _hello_only(here: Scene, reader: bytes) -> Frames:
    ledger = Ledger(here.begun.conv)
    ledger.store(here.begun.frame)
    return ledger.follow(reader, mode=1)


def _authors() -> Cases:
    """An author's fault is one line that cannot be opened; the conversation goes on."""
    here = asked(chance_name="authors")
    ada, ben = (here.room(person).read(here.ledger) for person in (here.ada, here.ben))
    good = write_line(here.ben, ben.conversation, "one", ts=NOON).entry
    here.ledger.store(frames.Send(replace(good, box=good.box[:-1] + b"\x00")))
    ben.take(here.ledger)
    ada.take(here.ledger)
    _store_body(here, ben, ada, b'{"t":"Poke"}')
    _store_body(here, ben, ada, b'{"t":"edit","x":1}')
    _say(here, ben, ada, "four", NOON)
    here.ledger.store(leave(here.ada, ada.conversation, day=DAY))
    answer = here.ledger.follow(here.ada.account_id)
    late = turn(here.ben, ben.conversation, records=here.records, day=DAY)
    return [
        _case("what an author did wrong", here, here.ada, answer),
        _case("a new key after somebody left", here, here.ada, [*answer, _after(late, here)]),
    ]


def _after(posted: frames.Header, here: Scene) -> frames.Head:
    """A header that closes the chain as it stands, signed again for that place."""
    n, h = here.ledger.n, here.ledger.hashes[-1]
    header = replace(posted.header, closed_n=n, closed_h=h)
    sig = sign(here.ben.ik_seed, epoch_bytes(header))
    return frames.Head(here.begun.conv, n + 1, header, sig, b"")


def _store_body(here: Scene, writer: Room, other: Room, body: bytes) -> None:
    draft = writer.conversation.draft(kind=3, msg_id=writer.person.chance(16))
    key = writer.conversation.headers.newest.epoch_key or b""
    person = writer.person
    entry = seal_entry(draft, body, epoch_key=key, ik_seed=person.ik_seed, chance=person.chance)
    here.ledger.store(frames.Send(entry))
    writer.take(here.ledger)
    other.take(here.ledger)


def lies(answer: list[frames.FromRelay]) -> list[tuple[str, list[frames.FromRelay]]]:
    """What a lying server could answer instead; each has to end in trouble."""
    base = next(i for i, frame in enumerate(answer) if isinstance(frame, frames.Base))
    one, two = base + 2, base + 3
    first, last = answer[one], answer[-1]
    if not isinstance(first, frames.Stored) or not isinstance(last, frames.Upto):
        raise AssertionError("the answer is not in the order expected")
    changed = {
        "another sender": replace(first.entry, sender=b"s" * 16),
        "another epoch": replace(first.entry, epoch=1),
        "another header": replace(first.entry, eh_hash=bytes(32)),
        "another conversation": replace(first.entry, conv=bytes(16)),
        "another seen hash": replace(first.entry, seen_h=bytes(32)),
        "it saw what comes later": replace(first.entry, seen_n=first.n),
        "it saw less than the header": replace(first.entry, seen_n=0),
        "another count": replace(first.entry, sseq=first.entry.sseq + 1),
        "one bit of a box": replace(first.entry, box=first.entry.box[:-1] + b"!"),
        "a hello later on": replace(first.entry, kind=2),
    }
    rewritten = [
        (name, [*answer[:one], frames.Stored(first.n, entry), *answer[one + 1 :]])
        for name, entry in changed.items()
    ]
    return [
        ("one entry dropped", [*answer[:one], *answer[two:]]),
        ("two exchanged", [*answer[:one], answer[two], answer[one], *answer[two + 1 :]]),
        ("one twice", [*answer[: one + 1], *answer[one:]]),
        ("the newest held back", [*answer[:-2], last]),
        ("a header less", [answer[0], *answer[2:]]),
        ("headers exchanged", [answer[1], answer[0], *answer[2:]]),
        ("the first header twice", [answer[0], *answer]),
        ("another beginning", [*answer[:base], _base(answer[base]), *answer[base + 1 :]]),
        ("no header at all", answer[base:]),
        ("no beginning", [*answer[:base], *answer[base + 1 :]]),
        ("another end", [*answer[:-1], replace(last, h=bytes(32))]),
        ("one's own lines counted differently", [*answer[:-1], replace(last, sseq=9)]),
        ("one said to be gone", [*answer[:one], _gone(first), *answer[two:]]),
        *rewritten,
    ]


def _base(base: frames.FromRelay) -> frames.Base:
    if not isinstance(base, frames.Base):
        raise AssertionError("not a base")
    return replace(base, h=bytes(32))


def _gone(stored: frames.Stored) -> frames.Gone:
    entry = stored.entry
    hashes = entry_hashes(entry)
    return frames.Gone(entry.conv, stored.n, entry.kind, entry.sender, entry.sseq, *hashes)


def _servers() -> Cases:
    here, ada, _ = story()
    answer = here.ledger.follow(here.ada.account_id)
    mark = ada.conversation.mark()
    pins: list[tuple[str, Mark]] = [
        ("rolled back below the last visit", replace(mark, n=mark.n + 1)),
        ("another past than at the last visit", replace(mark, n=4, h=bytes(32))),
        ("lines counted otherwise at the last visit", replace(mark, counts=(9, 9))),
        ("more members than at the last visit", replace(mark, counts=(*mark.counts, 0))),
        ("other keys than at the last visit", replace(mark, eh=bytes(32))),
    ]
    return [
        *[_case(name, here, here.ada, frames) for name, frames in lies(answer)],
        *[_case(name, here, here.ada, answer, pin=pin) for name, pin in pins],
        _again_after_the_last_visit(),
        *_beginnings(here, mark),
    ]


def _beginnings(here: Scene, mark: Mark) -> Cases:
    """Answers that begin where nobody asked, beyond a mark or with nothing that is known."""
    ledger, ada = here.ledger, here.ada
    pin = replace(mark, n=4, h=ledger.hashes[4])
    short = asked(chance_name="unconfirmed")
    ben = short.room(short.ben).read(short.ledger)
    short.ledger.store(write_line(short.ben, ben.conversation, "Tuesday?", ts=NOON))
    middle = short.ledger.follow(short.ada.account_id, after=2)
    return [
        _case(
            "begun after the last visit",
            here,
            ada,
            ledger.follow(ada.account_id, after=5),
            pin=pin,
        ),
        _case("begun where nothing known confirms it", short, short.ada, middle),
    ]


def _again_after_the_last_visit() -> Case:
    here, pin, answer = again_after_the_last_visit()
    return _case("an old line again, after the last visit", here, here.ada, answer, pin=pin)


def again_after_the_last_visit() -> tuple[Scene, Mark, Frames]:
    """A line from before the base comes once more, chained anew: only the counts can tell."""
    here = asked(chance_name="again")
    ada, ben = (here.room(one).read(here.ledger) for one in (here.ada, here.ben))
    old = write_line(here.ben, ben.conversation, "Tuesday at ten?", ts=NOON)
    here.ledger.store(old)
    ada.take(here.ledger)
    pin = ada.conversation.mark()
    here.ledger.store(old)
    return here, pin, here.ledger.follow(here.ada.account_id, after=pin.n)


def _forgotten() -> Cases:
    here = asked(chance_name="forgotten", retention=1)
    ada, ben = (here.room(person).read(here.ledger) for person in (here.ada, here.ben))
    _say(here, ben, ada, "one", NOON)
    _say(here, ada, ben, "two", NOON)
    _turn(here, ada, ben, 31)
    _say(here, ada, ben, "three", NOON + 31 * 86_400_000)
    answer: list[frames.FromRelay] = [
        _gone(frame) if isinstance(frame, frames.Stored) and frame.n < 5 else frame
        for frame in here.ledger.follow(here.ada.account_id)
    ]
    in_time, too_early = DAY + 63, DAY + 62
    return [
        _case("forgotten as promised", here, here.ada, answer, today=in_time),
        _case("forgotten a day too early", here, here.ada, answer, today=too_early),
        _case("forgotten elsewhere", here, here.ada, _elsewhere(answer), today=in_time),
        *[_lied(*months) for months in ((24, 12), (1, 12), (0, 12), (12, 0), (2, 1))],
    ]


def _lied(retention: int, promised: int) -> Case:
    """A header whose signed time of keeping is another than the signed promise's."""
    here = asked(chance_name="lied", retention=retention, promised=promised)
    answer = here.ledger.follow(here.ben.account_id)
    return _case(f"kept {retention}, promised {promised}", here, here.ben, answer)


def _elsewhere(answer: list[frames.FromRelay]) -> list[frames.FromRelay]:
    return [
        replace(frame, conv=bytes(16)) if isinstance(frame, frames.Gone) else frame
        for frame in answer
    ]


def _again() -> Cases:
    """Start again from here: the same people and promise, and where the old one was good."""
    here, ada, _ = story()
    person = replace(here.ada, chance=asked(chance_name="again").ada.chance)
    begun = start_again(person, ada.conversation, here.ben.record, day=DAY + 61, ts=NOON)
    ledger = Ledger(begun.conv)
    ledger.store(begun.frame)
    anew = replace(here, begun=begun, ledger=ledger)
    return [_case("start again", anew, here.ben, ledger.follow(here.ben.account_id))]


@cache
def changed() -> tuple[Scene, Room, Room]:
    """An answer, other words, small signs, and lines taken back, aimed rightly and wrongly."""
    here = asked(chance_name="changed")
    ada, ben = (here.room(person).read(here.ledger) for person in (here.ada, here.ben))
    _say(here, ben, ada, "How was it?", NOON)
    asked_id = _id(here, 3)
    _send(here, ada, ben, write_line(here.ada, ada.conversation, "Godo", ts=NOON, re=asked_id))
    said = _id(here, 4)
    _send(here, ada, ben, change_line(here.ada, ada.conversation, said, "Good", ts=NOON))
    _send(here, ben, ada, change_line(here.ben, ben.conversation, said, "Bad", ts=NOON))
    _send(here, ben, ada, react(here.ben, ben.conversation, said, 3, ts=NOON))
    _send(here, ben, ada, react(here.ben, ben.conversation, said, 1, ts=NOON))
    _send(here, ada, ben, react(here.ada, ada.conversation, asked_id, 2, ts=NOON))
    _send(here, ada, ben, react(here.ada, ada.conversation, asked_id, 0, ts=NOON))
    _send(here, ada, ben, change_line(here.ada, ada.conversation, b"?" * 16, "x", ts=NOON))
    _send(here, ada, ben, change_line(here.ada, ada.conversation, _id(here, 2), "x", ts=NOON))
    _send(here, ben, ada, react(here.ben, ben.conversation, _id(here, 2), 4, ts=NOON))
    _say(here, ada, ben, "My sister's name is", NOON)
    _send(here, ada, ben, take_back(here.ada, ada.conversation, _targets(here, 14)))
    _say(here, ben, ada, "Ben's own", NOON)
    _send(here, ada, ben, take_back(here.ada, ada.conversation, _targets(here, 16)))
    return here, ada, ben


def _send(here: Scene, writer: Room, other: Room, sent: frames.Send) -> None:
    here.ledger.store(sent)
    writer.take(here.ledger)
    other.take(here.ledger)


def _id(here: Scene, n: int) -> bytes:
    return here.ledger.stored(n - 1)[0].entry.msg_id


def _targets(here: Scene, *numbers: int) -> list[Target]:
    entries = {n: here.ledger.stored(n - 1)[0].entry for n in numbers}
    return [Target(n, one.msg_id, entry_hashes(one)[1]) for n, one in entries.items()]


def _changed() -> Cases:
    here, _, _ = changed()
    answer = here.ledger.follow(here.ada.account_id)
    return [
        _case("words that changed, as the client", here, here.ada, answer),
        _case("words that changed, as the other", here, here.ben, _follow(here, here.ben)),
        _case("a line taken back is gone later", here, here.ben, _without(here, here.ben, 14)),
        _case(
            "a line that nobody took back is gone", here, here.ben, _without(here, here.ben, 4)
        ),
        _case(
            "a line gone that another took back", here, here.ada, _without(here, here.ada, 16)
        ),
        _case("taking back itself is gone", here, here.ada, _without(here, here.ada, 15)),
        _case("gone in the middle of talking", here, here.ada, _gone_live(here, answer)),
    ]


def _follow(here: Scene, reader: Person) -> list[frames.FromRelay]:
    return here.ledger.follow(reader.account_id)


def _without(here: Scene, reader: Person, n: int) -> list[frames.FromRelay]:
    return [
        _gone(frame) if isinstance(frame, frames.Stored) and frame.n == n else frame
        for frame in _follow(here, reader)
    ]


def _gone_live(here: Scene, answer: list[frames.FromRelay]) -> list[frames.FromRelay]:
    """After UPTO a line is said to be gone before anything names it."""
    sent = write_line(
        here.ben, here.room(here.ben).read(here.ledger).conversation, "x", ts=NOON
    )
    stored = frames.Stored(here.ledger.n + 1, sent.entry)
    return [*answer, _gone(stored)]
