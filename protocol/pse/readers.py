"""Another promise, other readers: the headers that bring them into force (section 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from . import frames
from .conversation import Conversation
from .endorsement import SPECIALIST
from .epoch import Epoch, Member, make_epoch, next_epoch
from .epoch_rules import ADDED, PROMISED, REMOVED
from .holder import Person
from .key_record import KeyRecord, kr_hash_of
from .promise import Sentence, agreement_hash, kept_months


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
