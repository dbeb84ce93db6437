"""The promise both people sign, free of language (envelope.md, section 6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .ids import HASH, ID
from .key_record import KeyRecord
from .pae import h, labelled, sized
from .refusal import BadPromise
from .signing import sign, verify
from .strict_json import Json, fields_of

VERSION = 1
LONGEST_KEEPING = 24
LONGEST_WAIT = 14
Sentence = tuple[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One person's signature under one promise for one conversation."""

    account_id: bytes
    role: int
    day: int
    sig: bytes


def promise_bytes(sentences: Sequence[Sentence], *, version: int = VERSION) -> bytes:
    """The promise itself: each sentence an id and its parameters, all text."""
    made = [labelled("pse1/sentence", name, *_texts(values)) for name, values in sentences]
    return labelled("pse1/promise", version, *made)


def agreement_hash(sentences: Sequence[Sentence], *, version: int = VERSION) -> bytes:
    """The hash (32 bytes) that headers carry and both people sign."""
    return h("pse1/promise-hash", promise_bytes(sentences, version=version))


def promise_json(sentences: Sequence[Sentence], *, version: int = VERSION) -> Json:
    """The same promise as JSON values."""
    listed = [[name, list(_texts(values))] for name, values in sentences]
    return {"sentences": listed, "version": version}


def read_promise(value: object) -> list[Sentence]:
    """The sentences of a promise's JSON values; Refused unless it is of version 1."""
    promise = fields_of(value, {"sentences": list, "version": int})
    if promise["version"] != VERSION:
        raise BadPromise("not a promise of version 1")
    return [_sentence(row) for row in promise["sentences"]]


def kept_months(sentences: Sequence[Sentence]) -> int | None:
    """How long the promise says that lines are kept, in months: 0 until the owner leaves.

    None where it does not say; BadPromise where it says so twice, or in another spelling.
    """
    said = [_kept(name, list(values)) for name, values in sentences if name.startswith("kept-")]
    if len(said) > 1:
        raise BadPromise("a promise says once how long lines are kept")
    return said[0] if said else None


def kept_sentence(months: int) -> Sentence:
    """How long lines are kept, as a sentence: 1 to 24 months, 0 until the owner leaves."""
    if months == 0:
        return ("kept-open", [])
    return ("kept-month", []) if months == 1 else ("kept-months", [str(months)])


def late_days(sentences: Sequence[Sentence]) -> int | None:
    """After how many days without an answer the programme looks; None where it says nothing.

    BadPromise where it says so twice, or in another spelling.
    """
    said = [_late(name, list(values)) for name, values in sentences if name.startswith("late-")]
    if len(said) > 1:
        raise BadPromise("a promise says once when the programme looks")
    return said[0] if said else None


def late_sentence(days: int, *, programme: str) -> Sentence:
    """After how many days the programme looks, as a sentence: 1 to 14."""
    return ("late-day", [programme]) if days == 1 else ("late-days", [str(days), programme])


def check_known(sentences: Sequence[Sentence], catalogue: Mapping[str, int]) -> None:
    """Return if every id is in the catalogue (id -> count of parameters); BadPromise else."""
    for name, values in sentences:
        if catalogue.get(name) != len(values):
            raise BadPromise(f"the sentence {name!r} is not one this room can show")


def agree_bytes(
    *, home: bytes, conv: bytes, promise: bytes, account_id: bytes, role: int, day: int
) -> bytes:
    """What a person signs under a promise; `promise` is its agreement_hash."""
    return labelled(
        "pse1/agree",
        sized(home, ID, "home"),
        sized(conv, ID, "a conversation id"),
        sized(promise, HASH, "an agreement hash"),
        sized(account_id, ID, "an account id"),
        role,
        day,
    )


def sign_agree(
    ik_seed: bytes,
    *,
    home: bytes,
    conv: bytes,
    promise: bytes,
    account_id: bytes,
    role: int,
    day: int,
) -> Agreement:
    """Sign a promise for one conversation."""
    signed = agree_bytes(
        home=home, conv=conv, promise=promise, account_id=account_id, role=role, day=day
    )
    return Agreement(account_id, role, day, sign(ik_seed, signed))


def verify_agree(
    agreement: Agreement, *, home: bytes, conv: bytes, promise: bytes, record: KeyRecord
) -> None:
    """Return if this record's owner signed this promise for this conversation; Refused else."""
    if agreement.account_id != record.account_id:
        raise BadPromise("somebody else's signature")
    signed = agree_bytes(
        home=home,
        conv=conv,
        promise=promise,
        account_id=agreement.account_id,
        role=agreement.role,
        day=agreement.day,
    )
    verify(record.ik, signed, agreement.sig)


def _kept(name: str, values: Sequence[str]) -> int:
    for months in range(LONGEST_KEEPING + 1):
        if kept_sentence(months) == (name, values):
            return months
    raise BadPromise("lines are kept for 1 to 24 months, or until their owner leaves")


def _late(name: str, values: Sequence[str]) -> int:
    for days in range(1, LONGEST_WAIT + 1):
        if values and late_sentence(days, programme=values[-1]) == (name, values):
            return days
    raise BadPromise("somebody waits for 1 to 14 days")


def _texts(values: Sequence[str]) -> Sequence[str]:
    if isinstance(values, str) or any(type(value) is not str for value in values):
        raise BadPromise("a sentence has an id and parameters, all text")
    return values


def _sentence(row: Any) -> Sentence:
    match row:
        case [str() as name, list() as values]:
            return name, tuple(_texts(values))
    raise BadPromise("a sentence has an id and parameters, all text")
