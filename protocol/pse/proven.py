"""A promise that was changed: proven once everybody who reads has signed it (section 6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .endorsement import CLIENT, SPECIALIST
from .epoch import Epoch
from .key_record import KeyRecord
from .promise import Agreement, Sentence, agreement_hash, kept_months, verify_agree
from .refusal import BadHeader, BadPromise, Refused

Signers = Mapping[tuple[bytes, int], int]


@dataclass(frozen=True, slots=True)
class Proven:
    """Who signed one promise, by account id and role, with the newest day; what it keeps."""

    kept: int | None
    signed: Signers


def prove(
    sentences: Sequence[Sentence],
    agreements: Sequence[Agreement],
    *,
    home: bytes,
    conv: bytes,
    people: Mapping[bytes, Sequence[KeyRecord]],
) -> dict[bytes, Proven]:
    """One promise with all signatures under it, by its hash; Refused if one does not hold."""
    promise = agreement_hash(sentences)
    signed: dict[tuple[bytes, int], int] = {}
    for one in agreements:
        if one.role not in (CLIENT, SPECIALIST):
            raise BadPromise("signed as somebody who does not talk here")
        _verify(one, home=home, conv=conv, promise=promise, records=people[one.account_id])
        who = (one.account_id, one.role)
        signed[who] = max(one.day, signed.get(who, one.day))
    return {promise: Proven(kept_months(sentences), signed)}


def check_changed(header: Epoch, before: Epoch, proven: Proven | None, *, since: int) -> None:
    """Return if all members signed what `header` brings into force; BadHeader else.

    `since` is the day of the header that brought the promise before it: who signed earlier
    than that has not agreed to go back.
    """
    if proven is None:
        raise BadHeader("another promise than was shown")
    days = [proven.signed.get((row.account_id, row.role)) for row in header.members]
    if any(day is None or day < since for day in days):
        raise BadHeader("a promise that not all have signed since the last one")
    check_kept(header, before.retention if proven.kept is None else proven.kept)


def check_kept(header: Epoch, months: int | None) -> None:
    """Return if the header keeps lines as long as a promise says; BadHeader else."""
    if months not in (None, header.retention):
        raise BadHeader("kept for another time than the promise says")


def _verify(
    one: Agreement, *, home: bytes, conv: bytes, promise: bytes, records: Sequence[KeyRecord]
) -> None:
    for record in records:
        try:
            verify_agree(one, home=home, conv=conv, promise=promise, record=record)
        except Refused:
            continue
        return
    raise BadPromise("nobody with these keys signed this promise")
