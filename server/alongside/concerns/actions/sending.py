"""A letter is stored for exactly the readers it has to have."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from alongside.concerns.models import Concern, Letter, LetterWrap, Measure, Sort
from alongside.concerns.rules import LETTERS_A_DAY
from alongside.ground.refusal import Refused
from alongside.keys.queries import signed_of
from alongside.notices.actions import owe_person
from alongside.people.models import Account
from pse.refusal import Malformed


@dataclass(frozen=True)
class Keyed:
    """What one reader opens something with."""

    account_id: bytes
    kr_hash: bytes
    wrap: bytes


@dataclass(frozen=True)
class LetterPaper:
    """A sealed letter as a room hands it in."""

    id: bytes
    box: bytes
    wraps: list[Keyed]


class ReadersMoved(Refused):
    """Other people may read it by now, or with other keys: the room seals it anew."""

    code = "readers-moved"
    words = "Who may read this has changed. Please send it again."
    status = 409


class EnoughToday(Refused):
    """A day holds so much; nothing is shut for longer than that day."""

    code = "enough-today"
    words = "That is a lot for one day. All you sent has arrived. Tomorrow you can send more."


def keys_of(people: Collection[Account], wraps: Iterable[Keyed]) -> dict[int, Keyed]:
    """Give each of these their wrap; ReadersMoved unless it is for them all, and them alone."""
    given = {one.account_id: one for one in wraps}
    signed = signed_of(people)
    newest = {one.account.ref: bytes(one.records[-1].kr_hash) for one in signed.values()}
    if {ref: one.kr_hash for ref, one in given.items()} != newest:
        raise ReadersMoved
    return {one.pk: given[one.ref] for one in people}


def send(
    about: Concern | Measure,
    letter: LetterPaper,
    *,
    by: Account,
    sort: Sort,
    to: Collection[Account],
    today: int,
) -> None:
    """Store a letter from somebody to these and to themselves, and owe them a note.

    The same letter sent once more is there already.
    """
    subject = {"concern": about} if isinstance(about, Concern) else {"measure": about}
    if Letter.objects.filter(**subject, by=by, ref=letter.id).exists():
        return
    sent = Letter.objects.filter(**subject, by=by, said_on=today)
    if sent.count() >= LETTERS_A_DAY:
        raise EnoughToday
    others = [one for one in to if one.pk != by.pk]
    keyed = keys_of([by, *others], letter.wraps)
    try:
        with transaction.atomic():
            made = Letter.objects.create(
                **subject, ref=letter.id, by=by, sort=sort, said_on=today, box=letter.box
            )
    except IntegrityError:
        raise Malformed(
            "a letter's id is used once, and its box has one of four sizes"
        ) from None
    LetterWrap.objects.bulk_create(
        LetterWrap(letter=made, account_id=pk, kr_hash=one.kr_hash, wrap=one.wrap)
        for pk, one in keyed.items()
    )
    for one in others:
        owe_person(one)
