"""Another promise, other readers: the headers that bring them into force (section 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from . import frames
from .conversation import Conversation
from .endorsement import SPECIALIST
from .epoch import Epoch, Member, make_epoch, next_epoch
from .epoch_rules import ADDED, PROMISED, REMOVED
from .grant import Grant, sign_grant, wrap_granted
from .granted import granted_of
from .holder import Person
from .key_record import KeyRecord, kr_hash_of
from .promise import Sentence, agreement_hash, kept_months
from .talking import write_body_of


def change_promise(
    person: Person,
    conversation: Conversation,
    *,
    sentences: Sequence[Sentence],
    records: Mapping[bytes, KeyRecord],
    day: int,
) -> frames.Header:
    """Bring a promise that all members have signed into force; by any of them."""
    draft = _draft(person, conversation, day=day, reason=PROMISED)
    kept = kept_months(sentences)
    changed = replace(
        draft,
        agreement_hash=agreement_hash(sentences),
        retention=draft.retention if kept is None else kept,
    )
    return _made(person, changed, records)


def bring_in(
    person: Person,
    conversation: Conversation,
    specialist: KeyRecord,
    *,
    records: Mapping[bytes, KeyRecord],
    day: int,
    instead_of: bytes | None = None,
) -> frames.Header:
    """The owner lets one more specialist read from here on, beside or instead of another."""
    reason = ADDED if instead_of is None else REMOVED
    draft = _draft(person, conversation, day=day, reason=reason)
    joins = Member(specialist.account_id, kr_hash_of(specialist), SPECIALIST)
    stay = [row for row in draft.members if row.account_id != instead_of]
    known = {**records, specialist.account_id: specialist}
    return _made(person, replace(draft, members=_ascending([*stay, joins])), known)


def let_go(
    person: Person,
    conversation: Conversation,
    who: bytes,
    *,
    records: Mapping[bytes, KeyRecord],
    day: int,
) -> frames.Header:
    """The owner lets a specialist read no further."""
    draft = _draft(person, conversation, day=day, reason=REMOVED)
    stay = [row for row in draft.members if row.account_id != who]
    return _made(person, replace(draft, members=_ascending(stay)), records)


def grant_history(
    person: Person,
    conversation: Conversation,
    to: KeyRecord,
    epochs: Sequence[int],
    *,
    ts: int,
) -> tuple[frames.Send, dict[int, bytes]]:
    """The owner lets a member read earlier epochs: the entry, and a wrap for each of them."""
    known = [conversation.headers.numbered(epoch) for epoch in epochs]
    chosen = [(one, one.epoch_key) for one in known if one and one.epoch_key]
    grant = sign_grant(
        person.ik_seed,
        Grant(
            conversation.headers.conv,
            conversation.headers.newest.eh_hash,
            to.account_id,
            kr_hash_of(to),
            tuple((one.header.epoch, one.eh_hash) for one, _ in chosen),
        ),
    )
    wraps = {
        one.header.epoch: wrap_granted(grant, one.header, key, record=to, chance=person.chance)
        for one, key in chosen
    }
    return write_body_of(person, conversation, granted_of(grant, sc=person.saved, ts=ts)), wraps


def _draft(person: Person, conversation: Conversation, *, day: int, reason: int) -> Epoch:
    walk, seen = conversation.walk, conversation.headers.log_at
    return next_epoch(
        conversation.headers.newest.header,
        author_id=person.account_id,
        closed_n=walk.n,
        closed_h=walk.h,
        day=day,
        reason=reason,
        log=seen if seen.size else None,
    )


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
