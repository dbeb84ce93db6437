"""What a person does in a conversation: ask, say yes, write, turn to a new key, start again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from . import frames
from .as_json import agreement_json
from .base64url import to_text
from .body import Att, Continues, Edit, Hello, React, Text, Written, write_body
from .chain import chain_next, chain_start, h_aad, h_box
from .conversation import Conversation
from .endorsement import CLIENT, SPECIALIST
from .entry import (
    ERASE,
    HEADER,
    HELLO,
    LEAVE,
    MESSAGE,
    NO_FC,
    Entry,
    Target,
    seal_entry,
    sign_erase,
    sign_leave,
)
from .epoch import Epoch, Member, eh_hash_of, epoch_bytes, first_epoch, make_epoch, next_epoch
from .epoch_rules import AGE, BEGIN, CONTINUES, KEY_CHANGED, ONE_TO_ONE
from .file import Papers
from .headers import Behind, Headers
from .holder import Person
from .ids import ID, conv_id_of
from .key_log import EMPTY, KeyLog
from .key_record import KeyRecord, kr_hash_of
from .merkle import NOTHING, LogAt
from .promise import Sentence, agreement_hash, kept_months, promise_json, sign_agree
from .proven import Proven
from .refusal import BadHeader, Trouble
from .remembered import Mark


@dataclass(frozen=True)
class Begun:
    """A conversation somebody opened: what the API gets and what the wire gets."""

    conv: bytes
    rand: bytes
    payload: dict[str, Any]
    frame: frames.Header


def ask(
    person: Person,
    specialist: KeyRecord,
    *,
    sentences: Sequence[Sentence],
    retention: int,
    hello: str,
    name: str,
    day: int,
    ts: int,
    log: LogAt = NOTHING,
) -> Begun:
    """Ask a specialist: `payload` for `POST /api/asks`, `frame` with the hello for the wire."""
    rand, conv = _new_conv(person)
    promise = agreement_hash(sentences)
    signed = sign_agree(
        person.ik_seed,
        home=person.home,
        conv=conv,
        promise=promise,
        account_id=person.account_id,
        role=CLIENT,
        day=day,
    )
    body = write_body(Hello(hello, name, person.saved, ts))
    frame = _begin(person, specialist, conv, promise, retention, day, BEGIN, HELLO, body, log)
    payload = {
        "specialist": to_text(specialist.account_id),
        "conv": to_text(conv),
        "rand": to_text(rand),
        "promise": promise_json(sentences),
        **agreement_json(signed),
    }
    return Begun(conv, rand, payload, frame)


def say_yes(
    person: Person, *, conv: bytes, sentences: Sequence[Sentence], day: int
) -> dict[str, Any]:
    """A specialist's yes: what `POST /api/relationships/{id}/accept` takes."""
    signed = sign_agree(
        person.ik_seed,
        home=person.home,
        conv=conv,
        promise=agreement_hash(sentences),
        account_id=person.account_id,
        role=SPECIALIST,
        day=day,
    )
    return agreement_json(signed)


def conversation_of(
    person: Person,
    *,
    conv: bytes,
    rand: bytes,
    sentences: Sequence[Sentence],
    people: Mapping[bytes, Sequence[KeyRecord]],
    today: int,
    pin: Mark | None = None,
    log: KeyLog = EMPTY,
    proven: Mapping[bytes, Proven] | None = None,
    behind: Behind | None = None,
) -> Conversation:
    """A reader's check for one conversation; `people` maps ids to verified key records."""
    headers = Headers(
        conv=conv,
        rand=rand,
        agreement_hash=agreement_hash(sentences),
        reader=person.reader(),
        people=people,
        kept=kept_months(sentences),
        log=log,
        proven=proven,
        behind=behind,
    )
    return Conversation(headers, today=today, pin=pin)


def write_line(
    person: Person, conversation: Conversation, text: str, *, ts: int, re: bytes | None = None
) -> frames.Send:
    """Seal a line as the next entry of one's own; `re` is the id of the line it answers."""
    return _sealed(person, conversation, Text(text, person.saved, ts, re))


def change_line(
    person: Person, conversation: Conversation, to: bytes, text: str, *, ts: int
) -> frames.Send:
    """Give a line of one's own other words."""
    return _sealed(person, conversation, Edit(text, to, person.saved, ts))


def react(
    person: Person, conversation: Conversation, to: bytes, sign: int, *, ts: int
) -> frames.Send:
    """Put a small sign (1 to 5) on a line; 0 takes it away."""
    return _sealed(person, conversation, React(sign, to, person.saved, ts))


def write_line_with_file(
    person: Person,
    conversation: Conversation,
    msg_id: bytes,
    papers: Papers,
    about: str,
    *,
    ts: int,
) -> frames.Send:
    """The line of a file that was sealed for `msg_id` and whose pieces are there."""
    body = Att(about, papers, person.saved, ts)
    return _sealed(person, conversation, body, msg_id=msg_id)


def take_back(
    person: Person, conversation: Conversation, targets: Sequence[Target]
) -> frames.Send:
    """Take lines of one's own back."""
    draft = conversation.draft(kind=ERASE, msg_id=person.chance(ID))
    return frames.Send(sign_erase(draft, ik_seed=person.ik_seed, targets=targets))


def _sealed(
    person: Person,
    conversation: Conversation,
    body: Written,
    *,
    msg_id: bytes | None = None,
) -> frames.Send:
    draft = conversation.draft(kind=MESSAGE, msg_id=msg_id or person.chance(ID))
    key = conversation.headers.newest.epoch_key
    if key is None:
        raise Trouble("no key to this epoch reached this writer")
    return frames.Send(
        seal_entry(
            draft, write_body(body), epoch_key=key, ik_seed=person.ik_seed, chance=person.chance
        )
    )


def leave(person: Person, conversation: Conversation, *, day: int) -> frames.Send:
    """Leave a conversation."""
    draft = conversation.draft(kind=LEAVE, msg_id=person.chance(ID))
    return frames.Send(sign_leave(draft, ik_seed=person.ik_seed, day=day))


def turn(
    person: Person,
    conversation: Conversation,
    *,
    records: Mapping[bytes, KeyRecord],
    day: int,
    reason: int = AGE,
) -> frames.Header:
    """Begin the next epoch with the same members, their newest records and a fresh key."""
    walk, before = conversation.walk, conversation.headers.newest.header
    members = tuple(
        replace(row, kr_hash=kr_hash_of(records[row.account_id])) for row in before.members
    )
    draft = next_epoch(
        before,
        author_id=person.account_id,
        closed_n=walk.n,
        closed_h=walk.h,
        day=day,
        reason=reason if members == before.members else KEY_CHANGED,
        log=conversation.headers.log_at if conversation.headers.log_at.size else None,
    )
    header, sig, wraps = make_epoch(
        replace(draft, members=members),
        epoch_key=person.chance(32),
        records=records,
        ik_seed=person.ik_seed,
        chance=person.chance,
    )
    return frames.Header(header, sig, wraps, None)


def start_again(
    person: Person, old: Conversation, specialist: KeyRecord, *, day: int, ts: int
) -> Begun:
    """The owner's way out of trouble: a new conversation that continues the last good line."""
    first = old.headers.first
    if first.owner_id != person.account_id:
        raise BadHeader("only the owner starts again")
    rand, conv = _new_conv(person)
    walk = old.walk
    body = write_body(Continues(old.headers.conv, walk.h, walk.n, person.saved, ts))
    frame = _begin(
        person,
        specialist,
        conv,
        first.agreement_hash,
        first.retention,
        day,
        CONTINUES,
        MESSAGE,
        body,
        old.headers.log_at,
    )
    return Begun(conv, rand, {"conv": to_text(conv), "rand": to_text(rand)}, frame)


def _new_conv(person: Person) -> tuple[bytes, bytes]:
    rand = person.chance(ID)
    return rand, conv_id_of(ONE_TO_ONE, person.account_id, kr_hash_of(person.record), rand)


def _begin(
    person: Person,
    specialist: KeyRecord,
    conv: bytes,
    promise: bytes,
    retention: int,
    day: int,
    reason: int,
    kind: int,
    body: bytes,
    log: LogAt,
) -> frames.Header:
    records = {person.account_id: person.record, specialist.account_id: specialist}
    draft = first_epoch(
        conv=conv,
        owner=Member(person.account_id, kr_hash_of(person.record), CLIENT),
        other=Member(specialist.account_id, kr_hash_of(specialist), SPECIALIST),
        retention=retention,
        agreement_hash=promise,
        day=day,
        reason=reason,
        log=log,
    )
    epoch_key = person.chance(32)
    header, sig, wraps = make_epoch(
        draft,
        epoch_key=epoch_key,
        records=records,
        ik_seed=person.ik_seed,
        chance=person.chance,
    )
    first = seal_entry(
        _first_entry(person, header, sig, kind),
        body,
        epoch_key=epoch_key,
        ik_seed=person.ik_seed,
        chance=person.chance,
    )
    return frames.Header(header, sig, wraps, first)


def _first_entry(person: Person, header: Epoch, eh_sig: bytes, kind: int) -> Entry:
    seen_h = chain_next(
        chain_start(header.conv),
        conv=header.conv,
        n=1,
        kind=HEADER,
        h_aad=h_aad(epoch_bytes(header)),
        h_box=h_box(eh_sig),
    )
    return Entry(
        kind=kind,
        conv=header.conv,
        epoch=0,
        eh_hash=eh_hash_of(header),
        sender=person.account_id,
        msg_id=person.chance(ID),
        sseq=1,
        seen_n=1,
        seen_h=seen_h,
        fc=NO_FC,
        box=b"",
    )
