"""What people do in a circle: begin it, let in, take away, leave, lead (section 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from . import circle_rules, frames
from .chain import chain_start
from .circle_rules import (
    CIRCLE_BEGUN,
    HOST,
    HOST_ADDED,
    HOST_REMOVED,
    LET_IN,
    NO_PROMISE,
    TAKEN_AWAY,
    WENT,
)
from .conversation import Conversation
from .endorsement import CLIENT, SPECIALIST
from .epoch import NO_HEADER, Epoch, Member, make_epoch, next_epoch
from .epoch_rules import CIRCLE
from .headers import Behind, Headers
from .holder import Person
from .ids import HASH, ID, conv_id_of
from .key_log import EMPTY, KeyLog
from .key_record import KeyRecord, kr_hash_of
from .merkle import NOTHING, LogAt
from .refusal import Left
from .remembered import Mark


@dataclass(frozen=True)
class CircleBegun:
    """A circle somebody began: what the API gets and what the wire gets."""

    conv: bytes
    rand: bytes
    frame: frames.Header


def begin_circle(
    person: Person,
    hosts: Sequence[KeyRecord],
    *,
    retention: int,
    day: int,
    log: LogAt = NOTHING,
) -> CircleBegun:
    """Begin a circle with the other hosts; its owner is the first of them."""
    rand = person.chance(ID)
    conv = conv_id_of(CIRCLE, person.account_id, kr_hash_of(person.record), rand)
    records = {one.account_id: one for one in (person.record, *hosts)}
    draft = Epoch(
        conv=conv,
        kind=CIRCLE,
        epoch=0,
        prev_eh_hash=NO_HEADER,
        closed_n=0,
        closed_h=chain_start(conv),
        owner_id=person.account_id,
        author_id=person.account_id,
        retention=retention,
        agreement_hash=NO_PROMISE,
        members=_ascending([row_of(one, HOST) for one in records.values()]),
        kc=bytes(HASH),
        wraps_hash=bytes(HASH),
        log_size=log.size,
        log_root=log.root,
        day=day,
        reason=CIRCLE_BEGUN,
    )
    return CircleBegun(conv, rand, _made(person, draft, records))


def circle_of(
    person: Person,
    *,
    conv: bytes,
    rand: bytes,
    people: Mapping[bytes, Sequence[KeyRecord]],
    today: int,
    pin: Mark | None = None,
    log: KeyLog = EMPTY,
    behind: Behind | None = None,
) -> Conversation:
    """A reader's check for one circle; `people` maps ids to verified key records."""
    headers = Headers(
        conv=conv,
        rand=rand,
        agreement_hash=NO_PROMISE,
        reader=person.reader(),
        people=people,
        log=log,
        behind=behind,
        rules=circle_rules,
    )
    return Conversation(headers, today=today, pin=pin)


def row_of(record: KeyRecord, role: int = CLIENT) -> Member:
    """A member's row in a header."""
    return Member(record.account_id, kr_hash_of(record), role)


def let_in(
    person: Person,
    circle: Conversation,
    rows: Sequence[Member],
    *,
    records: Mapping[bytes, KeyRecord],
    day: int,
) -> frames.Header:
    """A host lets people read from here on."""
    return _turned(person, circle, LET_IN, (*_rows(circle), *rows), records, day)


def take_away(
    person: Person,
    circle: Conversation,
    who: bytes,
    *,
    records: Mapping[bytes, KeyRecord],
    day: int,
) -> frames.Header:
    """A host lets somebody who is no host read no further."""
    return _turned(person, circle, TAKEN_AWAY, _without(circle, {who}), records, day)


def go_on_without(
    person: Person, circle: Conversation, *, records: Mapping[bytes, KeyRecord], day: int
) -> frames.Header:
    """Any member makes the key without those who said that they leave."""
    leaving = circle.walk.leaving
    if person.account_id in leaving:
        raise Left("whoever left makes no key for the others")
    return _turned(person, circle, WENT, _without(circle, leaving), records, day)


def add_host(
    person: Person,
    circle: Conversation,
    host: KeyRecord,
    *,
    records: Mapping[bytes, KeyRecord],
    day: int,
) -> frames.Header:
    """A host shares the lead with a specialist, who may be here already."""
    known = circle.headers.newest.header.member(host.account_id)
    row = row_of(host, HOST) if known is None else replace(known, role=HOST)
    others = _without(circle, {host.account_id})
    return _turned(person, circle, HOST_ADDED, (*others, row), records, day)


def remove_host(
    person: Person,
    circle: Conversation,
    who: bytes,
    *,
    records: Mapping[bytes, KeyRecord],
    day: int,
    stays: bool = True,
) -> frames.Header:
    """A host gives up a lead, their own or another's; who led stays as a specialist or goes."""
    led = circle.headers.newest.header.member(who)
    row = [replace(led, role=SPECIALIST)] if led is not None and stays else []
    others = _without(circle, {who})
    return _turned(person, circle, HOST_REMOVED, (*others, *row), records, day)


def _rows(circle: Conversation) -> tuple[Member, ...]:
    return circle.headers.newest.header.members


def _without(circle: Conversation, who: set[bytes]) -> tuple[Member, ...]:
    return tuple(row for row in _rows(circle) if row.account_id not in who)


def _turned(
    person: Person,
    circle: Conversation,
    reason: int,
    rows: Sequence[Member],
    records: Mapping[bytes, KeyRecord],
    day: int,
) -> frames.Header:
    walk, seen = circle.walk, circle.headers.log_at
    draft = next_epoch(
        circle.headers.newest.header,
        author_id=person.account_id,
        closed_n=walk.n,
        closed_h=walk.h,
        day=day,
        reason=reason,
        log=seen if seen.size else None,
    )
    return _made(person, replace(draft, members=_ascending(rows)), records)


def _made(person: Person, draft: Epoch, records: Mapping[bytes, KeyRecord]) -> frames.Header:
    header, sig, wraps = make_epoch(
        draft,
        epoch_key=person.chance(32),
        records=records,
        ik_seed=person.ik_seed,
        chance=person.chance,
    )
    return frames.Header(header, sig, wraps, None)


def _ascending(rows: Sequence[Member]) -> tuple[Member, ...]:
    return tuple(sorted(rows, key=lambda row: row.account_id))
