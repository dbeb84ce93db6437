"""Vectors for circles: what each reader makes of a whole story, and of who attacks it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pse import frames, wire
from pse.body import Text, write_body
from pse.circle import add_host, go_on_without, remove_host, row_of, take_away
from pse.circle_rules import HOST, HOST_ADDED, LET_IN, WENT
from pse.endorsement import SPECIALIST
from pse.entry import seal_entry
from pse.epoch import Member, epoch_bytes, wraps_hash_of
from pse.epoch_rules import AGE
from pse.key_record import kr_hash_of
from pse.remembered import Mark
from pse.signing import sign
from pse.talking import leave, turn, write_line

from . import circle_earlier, circle_headers, circle_letters
from .case import Cases, answered
from .change import flip
from .circle_scene import Circle, four
from .scene import DAY, NOON

Answer = Sequence[frames.FromRelay]


def cases() -> Cases:
    """All of them."""
    return [
        *circle_headers.cases(), *circle_letters.cases(),
        *circle_earlier.cases(), *_stories(), *_ghosts(),
        *_words_ended(), *_leaves(),
        *_forgers(), *_pinned(), *_put_out_unseen(),
    ]  # fmt: skip


def _stories() -> Cases:
    """One evening, as those who were there from the beginning and those who came see it."""
    circle = four("story")
    people, rooms, records = circle.people, circle.rooms, circle.records
    circle.leaves("finn")
    circle.post(_goes_on(circle, "ada"))
    circle.says("ada", "Finn has gone. We go on.")
    lea, ben = people["lea"].record, people["ben"].account_id
    circle.post(add_host(people["cem"], rooms["cem"], lea, records=records, day=DAY))
    circle.opens("lea")
    circle.says("lea", "I lead with you.")
    circle.post(remove_host(people["cem"], rooms["cem"], ben, records=records, day=DAY))
    circle.says("ben", "And I rest from leading.")
    circle.post(_taken_away(circle, "lea", "ada"))
    circle.post(turn(people["ben"], rooms["ben"], records=records, day=DAY + 30))
    circle.says("ben", "A month later.")
    return [
        _told(f"a whole circle, read by {who}", circle, who, circle.answer(who))
        for who in ("ben", "cem", "lea")
    ]


def _ghosts() -> Cases:
    """Attack 12: nobody reads whom no host let in."""
    return [
        *[
            _ghost(f"12: Lea let in by {who}", who, LET_IN, as_host=False)
            for who in ("ada", "finn", "lea")
        ],
        _ghost("12: Lea made a host by Ada", "ada", HOST_ADDED, as_host=True),
        _own_lead(),
        _unendorsed(),
        _signed_by_another(),
    ]


def _ghost(name: str, author: str, reason: int, *, as_host: bool) -> dict[str, Any]:
    circle = four(name)
    circle.rooms["lea"] = circle.rooms["ada"]
    made = circle.forged(author, reason, circle.rows(beside=[_lea(circle, as_host=as_host)]))
    return _posted(name, circle, made)


def _own_lead() -> dict[str, Any]:
    circle = four("own lead")
    ada = circle.people["ada"].account_id
    rows = [replace(one, role=HOST) if one.account_id == ada else one for one in circle.rows()]
    return _posted(
        "12: Ada makes herself a host", circle, circle.forged("ada", HOST_ADDED, rows)
    )


def _posted(
    name: str,
    circle: Circle,
    sent: frames.Header | frames.Send,
    *,
    reads: str = "ben",
    **more: Any,
) -> dict[str, Any]:
    """The server stores whatever it likes; then somebody comes and reads."""
    circle.rooms.clear()
    circle.post(sent)
    return _told(name, circle, reads, circle.answer(reads), **more)


def _unendorsed() -> dict[str, Any]:
    """A host who conspires with the server: nobody stands behind this specialist."""
    circle = four("nobody behind")
    made = circle.forged("cem", LET_IN, circle.rows(beside=[_lea(circle)]))
    name = "12: a specialist behind whom nobody stands"
    return _posted(name, circle, made, behind=("ben", "cem"))


def _words_ended() -> Cases:
    """The programme's word for Lea has run out: she leads no more, and nobody stops at that."""
    circle = four("word ended")
    people, rooms, records = circle.people, circle.rooms, circle.records
    lea, cem = people["lea"], people["cem"]
    circle.post(add_host(cem, rooms["cem"], lea.record, records=records, day=DAY))
    circle.opens("lea")
    ended = {"lea": DAY + 1}
    circle.post(remove_host(cem, rooms["cem"], lea.account_id, records=records, day=DAY + 5))
    circle.says("ben", "Lea leads no more, and stays.")
    told = _told(
        "a host without the programme's word gives up the lead",
        circle, "ben", circle.answer("ben"), ended=ended,
    )  # fmt: skip
    again = add_host(cem, rooms["cem"], lea.record, records=records, day=DAY + 6)
    return [told, _posted("12: Lea leads again without a word", circle, again, ended=ended)]


def _signed_by_another() -> dict[str, Any]:
    circle = four("another signs")
    made = circle.forged("ada", LET_IN, circle.rows(beside=[_lea(circle)]))
    header = replace(made.header, author_id=circle.people["cem"].account_id)
    return _posted("12: in a host's name, signed by Ada", circle, replace(made, header=header))


def _leaves() -> Cases:
    """Attack 14: who left or was removed says nothing more, and nobody leaves who did not."""
    return [
        _removed(), *[_after_a_leave(name) for name in _AFTER], _said_to_have_left(),
        _left_by_a_forged_hand(), _two_leave(), _removed_by_host_instead(),
    ]  # fmt: skip


def _removed() -> dict[str, Any]:
    circle = four("removed")
    last = write_line(circle.people["finn"], circle.rooms["finn"], "One more.", ts=NOON)
    circle.post(_taken_away(circle, "ben", "finn"))
    return _posted("14: a line of who was removed", circle, last, reads="ada")


_AFTER = ("a line of who left", "a line before the key without them", "it keeps who left",
          "it is without another", "it lets in first")  # fmt: skip


def _after_a_leave(name: str) -> dict[str, Any]:
    circle = four(name)
    held = write_line(circle.people["finn"], circle.rooms["finn"], "Still here.", ts=NOON)
    early = write_line(circle.people["ada"], circle.rooms["ada"], "To whom?", ts=NOON)
    circle.leaves("finn")
    sent: dict[str, frames.Send | frames.Header] = {
        _AFTER[0]: held,
        _AFTER[1]: early,
        _AFTER[2]: circle.forged("ben", AGE, circle.rows()),
        _AFTER[3]: circle.forged("ben", WENT, circle.rows(without="ada")),
        _AFTER[4]: circle.forged("ben", LET_IN, circle.rows(beside=[_lea(circle)])),
    }
    return _posted(f"14: after a leave, {name}", circle, sent[name], reads="cem")


def _said_to_have_left() -> dict[str, Any]:
    """A member and the server together put somebody out who said nothing."""
    circle = four("nobody left")
    made = circle.forged("ada", WENT, circle.rows(without="finn"))
    return _posted("14: said to have left", circle, made, reads="cem")


def _left_by_a_forged_hand() -> dict[str, Any]:
    circle = four("forged hand")
    sent = leave(circle.people["finn"], circle.rooms["finn"], day=DAY)
    box = flip(sent.entry.box, 20)
    circle.post(replace(sent, entry=replace(sent.entry, box=box)))
    made = circle.forged("ada", WENT, circle.rows(without="finn"))
    return _posted("14: left by a forged hand", circle, made, reads="cem")


def _taken_away(circle: Circle, by: str, who: str) -> frames.Header:
    gone, host = circle.people[who].account_id, circle.people[by]
    return take_away(host, circle.rooms[by], gone, records=circle.records, day=DAY)


def _goes_on(circle: Circle, by: str) -> frames.Header:
    return go_on_without(circle.people[by], circle.rooms[by], records=circle.records, day=DAY)


def _lea(circle: Circle, *, as_host: bool = False) -> Member:
    return row_of(circle.people["lea"].record, HOST if as_host else SPECIALIST)


def _two_leave() -> dict[str, Any]:
    circle = four("two leave")
    circle.leaves("finn")
    circle.leaves("ada")
    circle.post(_goes_on(circle, "cem"))
    circle.says("cem", "The two of us.")
    return _told("two leave, then one key without both", circle, "ben", circle.answer("ben"))


def _removed_by_host_instead() -> dict[str, Any]:
    circle = four("host goes on")
    circle.leaves("finn")
    circle.post(_taken_away(circle, "ben", "finn"))
    circle.says("ada", "On we go.")
    return _told("a host goes on without who left", circle, "cem", circle.answer("cem"))


def _forgers() -> Cases:
    """Attack 17: everybody holds the key, and still nobody speaks as another. 13: one key."""
    hello = four("hello")
    made = write_line(hello.people["ada"], hello.rooms["ada"], "Hello?", ts=NOON)
    sent = frames.Send(replace(made.entry, kind=2))
    return [_spoken_as_finn(), _posted("a hello in a circle", hello, sent), *_split()]


def _spoken_as_finn() -> dict[str, Any]:
    circle = four("forger")
    ada, theirs = circle.people["ada"], circle.rooms["finn"]
    draft = write_line(circle.people["finn"], theirs, "It is me.", ts=NOON).entry
    forged = seal_entry(
        replace(draft, msg_id=ada.chance(16)),
        write_body(Text("I am Finn.", ada.saved, NOON)),
        epoch_key=circle.rooms["ada"].headers.newest.epoch_key or b"",
        ik_seed=ada.ik_seed,
        chance=ada.chance,
    )
    return _posted("17: Ada in Finn's name", circle, frames.Send(forged), reads="cem")


def _split() -> Cases:
    """Attack 13: Cem seals one key to Ada and another to everybody else, under one header."""
    circle = four("split")
    made, other = (circle.forged("cem", AGE, circle.rows()) for _ in range(2))
    ada = circle.people["ada"].account_id
    wraps = {**made.wraps, ada: other.wraps[ada]}
    header = replace(made.header, wraps_hash=wraps_hash_of(wraps))
    sig = sign(circle.people["cem"].ik_seed, epoch_bytes(header))
    circle.post(frames.Header(header, sig, wraps, None))
    circle.says("ben", "Half of you hear me.")
    return [
        _told(f"13: two keys under one header, read by {who}", circle, who, circle.answer(who))
        for who in ("ada", "finn")
    ]


def _pinned() -> Cases:
    """Who comes back from a mark sees the leave and the header; a forked mark stops."""
    circle = four("pinned")
    mark = circle.rooms["cem"].mark()
    circle.leaves("finn")
    circle.post(_goes_on(circle, "ada"))
    circle.says("ada", "We go on.")
    me = circle.people["cem"].account_id
    answer = circle.ledger.follow(me, after=mark.n)
    forked = replace(mark, h=flip(mark.h, 3))
    other = replace(mark, counts=tuple(count + 1 for count in mark.counts))
    return [
        _told("from a mark", circle, "cem", answer, pin=mark),
        _told("from a forked mark", circle, "cem", answer, pin=forked),
        _told("lines counted otherwise at the mark", circle, "cem", answer, pin=other),
    ]


def _put_out_unseen() -> Cases:
    """Attack 14 while Cem is away, who was here last in the midst of the epoch."""
    circle = four("put out unseen")
    mark, cem = circle.rooms["cem"].mark(), circle.people["cem"].account_id
    made = circle.forged("ada", WENT, circle.rows(without="finn"))
    circle.rooms.clear()
    circle.post(made)
    return [
        _told(
            f"14: said to have left, seen from {where} in the epoch",
            circle, "cem", circle.ledger.follow(cem, after=mark.n - back), pin=mark,
        )
        for where, back in (("a mark", 0), ("before a mark", 2))
    ]  # fmt: skip


def _told(
    name: str,
    circle: Circle,
    who: str,
    answer: Answer,
    *,
    pin: Mark | None = None,
    behind: Sequence[str] | None = None,
    ended: Mapping[str, int] | None = None,
) -> dict[str, Any]:
    reader = circle.people[who]
    seeds = [{"kr_hash": kr_hash_of(reader.record), "seed": reader.secrets.ek[0]}]
    given: dict[str, Any] = {
        "conv": circle.ledger.conv,
        "rand": circle.rand,
        "reader": {"account_id": reader.account_id, "ek_seeds": seeds},
        "people": [list(one.records) for one in circle.people.values()],
        "behind": [circle.people[one].account_id for one in behind or circle.endorsed],
        "today": DAY + 30,
        "frames": [wire.encode(frame) for frame in answer],
    }
    more: dict[str, Any] = {} if pin is None else {"pin": pin}
    if ended is not None:
        more["ended"] = [
            {"who": circle.people[one].account_id, "day": day} for one, day in ended.items()
        ]
    return answered(f"circle: {name}", "circle", **given, **more)
