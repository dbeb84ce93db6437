"""What follows a concern: sealed letters about a report, and about a measure.

Each is about one report or one measure, from one person, to exactly the readers it names
(section 19).
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
_FIELDS: Mapping[str, type] = {"b": str, "day": int, "t": str}
_MEASURED: Mapping[str, type] = {**_FIELDS, "days": int, "does": int, "on": str, "rule": str}
_TYPE, _MEASURE_TYPE = "concern-letter", "measure-letter"
# What a letter of each sort may do: a measure's kind, a yes or no, nothing, an outcome.
DOES: Mapping[int, range] = {
    MEASURE: range(1, 6), SECOND: range(1, 3), APPEAL: range(1), DECISION: range(1, 4),
}  # fmt: skip
MOST_DAYS, LONGEST_RULE = 90, 400


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
class Envelope:
    """What a server sees of a letter: of which report, its own random id, from whom, to whom.

    `report` is the id of the report, or of the measure. Who writes reads it too, so that their
    other devices show what they wrote.
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
    measured: Measured | None = None,
    chance: Chance = system_chance,
) -> Letter:
    """Seal a letter to these records, which the envelope names; Refused for a bad form."""
    of, key = letter_context(envelope), chance(KEY)
    named = tuple(Officer(one.account_id, kr_hash_of(one)) for one in readers)
    if named != envelope.readers:
        raise BadReport("sealed to others than it names")
    body = write(_fields(envelope, b, day, measured))
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
) -> tuple[str, int, Measured | None]:
    """The words, their day, and what it says of a measure.

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
    is_of_measure = envelope.sort in OF_MEASURES
    fields: dict[str, Any] = fields_of(parse(body), _MEASURED if is_of_measure else _FIELDS)
    measured = None
    if is_of_measure:
        on = sized(from_text(fields["on"]), ID, "an account id")
        measured = Measured(on, fields["does"], fields["days"], fields["rule"])
    if fields != _fields(envelope, fields["b"], fields["day"], measured):
        raise Unknown("another thing than a letter of this sort")
    return fields["b"], fields["day"], measured


def _fields(envelope: Envelope, b: str, day: int, measured: Measured | None) -> dict[str, Any]:
    """Give the fields of a body; Refused for what no letter of this sort says."""
    sort = envelope.sort
    text_within(b, LONGEST_WORDS, shortest=1)
    if (measured is not None) != (sort in OF_MEASURES):
        raise BadReport("a letter about a measure says which, and no other does")
    if measured is None:
        return {"b": b, "day": day, "t": _TYPE}
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
    if envelope.sort not in (*OF_REPORTS, *OF_MEASURES):
        raise Unknown("a sort of letter that the page does not name")
    if (envelope.sort == OWN) != (len(ids) == 1):
        raise BadReport("one's own words are for oneself, and every other letter is not")
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
