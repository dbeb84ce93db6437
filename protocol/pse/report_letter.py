"""Sealed letters: about a report, about a measure, and about a time to think together.

Each is about one of these, from one person, to exactly the readers it names (section 19).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .base64url import from_text, to_text
from .chance import Chance, system_chance
from .ids import HASH, ID
from .key_record import KeyRecord, kr_hash_of
from .padding import pad, unpad
from .pae import h, labelled, sized
from .refusal import BadReport, NotOpened, Unknown
from .report import KEY, LONGEST_WORDS, MOST_READERS, WRAP, Officer, readers_row
from .seal import open_sealed, seal
from .signing import SIGNATURE, sign, verify
from .strict_json import fields_of, parse, text_within, write
from .wrapping import unwrap, wrap

OWN, ADDED, ANSWER, NOTE = OF_REPORTS = (1, 2, 3, 4)
MEASURE, SECOND, APPEAL, DECISION = OF_MEASURES = (5, 6, 7, 8)
REFLECTION = 9
_FIELDS: Mapping[str, type] = {"b": str, "day": int, "t": str}
_MEASURED: Mapping[str, type] = {**_FIELDS, "days": int, "does": int, "on": str, "rule": str}
_REFLECTED: Mapping[str, type] = {**_FIELDS, "minutes": int, "topics": list}
_TYPE, _MEASURE_TYPE, _REFLECTION_TYPE = "concern-letter", "measure-letter", "reflection-letter"
# What a letter of each sort may do: a measure's kind, a yes or no, nothing, an outcome.
DOES: Mapping[int, range] = {
    MEASURE: range(1, 6), SECOND: range(1, 3), APPEAL: range(1), DECISION: range(1, 4),
}  # fmt: skip
MOST_DAYS, LONGEST_RULE = 90, 400
MOST_TOPICS, MOST_MINUTES = 12, 480


@dataclass(frozen=True, slots=True)
class Measured:
    """What a letter about a measure says beside its words, so that its writer signs it.

    `on`: whom the measure is for. `does`: `DOES` says. `days`: how long, 0 where it has no end
    or none is said. `rule`: the words of the rule it rests on, or "".
    """

    on: bytes
    does: int
    days: int = 0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reflected:
    """What a specialist and whoever supports them think about, and for how long they did.

    `topics`: numbers of the twelve values, ascending. `minutes`: 0 where none are said.
    """

    topics: tuple[int, ...]
    minutes: int = 0


Said = Measured | Reflected | None


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a server sees of a letter: of which report, its own random id, from whom, to whom.

    `report` is the id of the report, of the measure, or of the time to think together. Who
    writes reads it too, so that their other devices show what they wrote.
    """

    home: bytes
    report: bytes
    id: bytes
    sort: int
    from_id: bytes
    readers: tuple[Officer, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it travels."""

    envelope: Envelope
    box: bytes
    wraps: dict[bytes, bytes]


def seal_letter(
    envelope: Envelope,
    b: str,
    *,
    day: int,
    ik_seed: bytes,
    readers: Sequence[KeyRecord],
    said: Said = None,
    chance: Chance = system_chance,
) -> Letter:
    """Seal a letter to these records, which the envelope names; Refused for a bad form."""
    of, key = letter_context(envelope), chance(KEY)
    named = tuple(Officer(one.account_id, kr_hash_of(one)) for one in readers)
    if named != envelope.readers:
        raise BadReport("sealed to others than it names")
    body = write(_fields(envelope, b, day, said))
    sig = sign(ik_seed, labelled("pse1/report-letter-sig", of, body))
    box = seal(key, labelled("pse1/report-letter-box", of), pad(sig + body), chance=chance)
    wraps = {
        one.account_id: wrap(
            one.ek, _bound(one.account_id, kr_hash_of(one), of) + key, chance=chance
        )
        for one in readers
    }
    return Letter(envelope, box, wraps)


def open_letter(
    envelope: Envelope,
    box: bytes,
    wrapped: bytes,
    *,
    me: bytes,
    ek_seeds: Mapping[bytes, bytes],
    sender: KeyRecord,
) -> tuple[str, int, Said]:
    """The words, their day, and what it says beside them.

    Refused unless the sender signed exactly this letter.
    """
    of = letter_context(envelope)
    mine = next((one for one in envelope.readers if one.account_id == me), None)
    if mine is None or mine.kr_hash not in ek_seeds or sender.account_id != envelope.from_id:
        raise NotOpened("a letter to others, or by somebody else")
    text = unwrap(ek_seeds[mine.kr_hash], wrapped)
    if len(wrapped) != WRAP or text[:HASH] != _bound(mine.account_id, mine.kr_hash, of):
        raise NotOpened("the wrap of another letter")
    whole = unpad(open_sealed(text[HASH:], labelled("pse1/report-letter-box", of), box))
    sig, body = whole[:SIGNATURE], whole[SIGNATURE:]
    verify(sender.ik, labelled("pse1/report-letter-sig", of, body), sig)
    fields: dict[str, Any] = fields_of(parse(body), _fields_of_sort(envelope.sort))
    said = _said(envelope.sort, fields)
    if fields != _fields(envelope, fields["b"], fields["day"], said):
        raise Unknown("another thing than a letter of this sort")
    return fields["b"], fields["day"], said


def _fields_of_sort(sort: int) -> Mapping[str, type]:
    if sort == REFLECTION:
        return _REFLECTED
    return _MEASURED if sort in OF_MEASURES else _FIELDS


def _said(sort: int, fields: Mapping[str, Any]) -> Said:
    if sort == REFLECTION:
        return Reflected(tuple(fields["topics"]), fields["minutes"])
    if sort not in OF_MEASURES:
        return None
    on = sized(from_text(fields["on"]), ID, "an account id")
    return Measured(on, fields["does"], fields["days"], fields["rule"])


def _fields(envelope: Envelope, b: str, day: int, said: Said) -> dict[str, Any]:
    """Give the fields of a body; Refused for what no letter of this sort says."""
    sort = envelope.sort
    if (sort == REFLECTION) != isinstance(said, Reflected):
        raise BadReport("a time to think together says about what, and no other letter does")
    if (sort in OF_MEASURES) != isinstance(said, Measured):
        raise BadReport("a letter about a measure says which, and no other does")
    if isinstance(said, Reflected):
        return _reflection(b, day, said)
    text_within(b, LONGEST_WORDS, shortest=1)
    if said is None:
        return {"b": b, "day": day, "t": _TYPE}
    return _measure(envelope, b, day, said)


def _reflection(b: str, day: int, said: Reflected) -> dict[str, Any]:
    topics = list(said.topics)
    text_within(b, LONGEST_WORDS, shortest=0 if topics else 1)
    if any(type(one) is not int or not 1 <= one <= MOST_TOPICS for one in topics):
        raise BadReport("a topic is one of the twelve")
    if topics != sorted(set(topics)) or not 0 <= said.minutes <= MOST_MINUTES:
        raise BadReport("topics ascend, none twice, and minutes fit into a day's work")
    return {
        "b": b, "day": day, "minutes": said.minutes, "t": _REFLECTION_TYPE, "topics": topics,
    }  # fmt: skip


def _measure(envelope: Envelope, b: str, day: int, measured: Measured) -> dict[str, Any]:
    sort = envelope.sort
    text_within(measured.rule, LONGEST_RULE)
    if measured.does not in DOES[sort] or not 0 <= measured.days <= MOST_DAYS:
        raise BadReport("no letter of this sort does that")
    if measured.rule and sort != MEASURE:
        raise BadReport("a rule is named once, with the measure")
    is_theirs = measured.on == envelope.from_id
    reads = any(one.account_id == measured.on for one in envelope.readers)
    if is_theirs != (sort == APPEAL) or (sort in (MEASURE, DECISION) and not reads):
        raise BadReport("a measure is for somebody else, who reads it and may appeal")
    return {
        "b": b, "day": day, "days": measured.days, "does": measured.does,
        "on": to_text(measured.on), "rule": measured.rule, "t": _MEASURE_TYPE,
    }  # fmt: skip


def letter_context(envelope: Envelope) -> bytes:
    """The hash that box, wraps and signature are bound to; BadReport for a bad form."""
    ids = [one.account_id for one in envelope.readers]
    if ids != sorted(set(ids)) or len(ids) > MOST_READERS + 1:
        raise BadReport("readers ascend, none twice, nine at most")
    if envelope.from_id not in ids:
        raise BadReport("who writes a letter reads it too")
    if envelope.sort not in (*OF_REPORTS, *OF_MEASURES, REFLECTION):
        raise Unknown("a sort of letter that the page does not name")
    if (envelope.sort == OWN) != (len(ids) == 1):
        raise BadReport("one's own words are for oneself, and every other letter is not")
    if envelope.sort == REFLECTION and len(ids) != 2:
        raise BadReport("two think together, and nobody else reads")
    return h(
        "pse1/report-letter",
        sized(envelope.home, ID, "home"),
        sized(envelope.report, ID, "a report's id"),
        sized(envelope.id, ID, "an id"),
        envelope.sort,
        sized(envelope.from_id, ID, "an account id"),
        readers_row(envelope.readers),
    )


def _bound(account_id: bytes, kr_hash: bytes, of: bytes) -> bytes:
    return h("pse1/wrap", "report-letter", account_id, kr_hash, of)
