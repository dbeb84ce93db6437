"""A letter is stored for exactly the readers it has to have."""

from collections.abc import Collection

from django.db import IntegrityError, transaction

from alongside.concerns.models import Concern, Letter, LetterWrap, Measure, Sort
from alongside.concerns.rules import LETTERS_A_DAY, LETTERS_IN_ALL
from alongside.keys.letters import EnoughInAll, EnoughToday, LetterPaper, keys_of
from alongside.notices.actions import owe_person
from alongside.people.models import Account
from pse.refusal import Malformed

# A cut line may bring these twice. What changes where something stands takes a new letter.
SENT_AGAIN = (Sort.OWN, Sort.ADDED, Sort.NOTE)


def send(
    about: Concern | Measure,
    letter: LetterPaper,
    *,
    by: Account,
    sort: Sort,
    to: Collection[Account],
    today: int,
    not_yet: Collection[Account] = (),
) -> None:
    """Store a letter from somebody to these and to themselves, and owe them a note.

    The same letter sent once more is there already. Who is `not_yet` to know is owed none.
    """
    subject = {"concern": about} if isinstance(about, Concern) else {"measure": about}
    mine = Letter.objects.filter(**subject, by=by)
    if sort in SENT_AGAIN and mine.filter(ref=letter.id, sort=sort).exists():
        return
    if mine.filter(said_on=today).count() >= LETTERS_A_DAY:
        raise EnoughToday
    if mine.count() >= LETTERS_IN_ALL:
        raise EnoughInAll
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
        if one not in not_yet:
            owe_person(one)
