"""Deeds of two who think together: a day, a letter, taking back, and what time forgets."""

from django.db import IntegrityError, transaction

from alongside.ground.refusal import NotYours
from alongside.keys.letters import NO_WRAP, EnoughInAll, EnoughToday, LetterPaper, keys_of
from alongside.notices.actions import owe_person
from alongside.people.announcements import PlaceClosed
from alongside.people.models import Account
from alongside.people.queries import accounts_of_refs
from alongside.supervision.models import Letter, Together, Wrap
from alongside.supervision.queries import may_meet, own
from alongside.supervision.rules import (
    BEGUN_A_DAY,
    LETTERS_A_DAY,
    LETTERS_IN_ALL,
    NotADayTogether,
    SupportOver,
    is_day_together,
    last_met_to_forget,
)
from pse.refusal import Malformed


@transaction.atomic
def plan(person: Account, ref: bytes, *, other: bytes, meets_on: int, today: int) -> Together:
    """Name a day on which the two think together, or another day; the other is owed a note.

    NotYours unless the team noted that one of the two supports the other.
    """
    if not is_day_together(meets_on, today=today):
        raise NotADayTogether
    known = own(person).select_for_update(of=("self",)).filter(ref=ref).first()
    if known is None:
        known = _begun(person, ref, other=other, meets_on=meets_on, today=today)
    elif known.meets_on == meets_on:
        return known
    _check_meet(known, today=today)
    known.meets_on = meets_on
    known.save(update_fields=["meets_on"])
    owe_person(_other_of(known, person))
    return known


@transaction.atomic
def write(person: Account, ref: bytes, letter: LetterPaper, *, today: int) -> Together:
    """Store a letter for the two, and owe the other a note; sent once more, it is there."""
    held = _held(person, ref)
    if Letter.objects.filter(together=held, by=person, ref=letter.id).exists():
        return held
    _check_meet(held, today=today)
    if Letter.objects.filter(by=person, said_on=today).count() >= LETTERS_A_DAY:
        raise EnoughToday
    if Letter.objects.filter(together=held, by=person).count() >= LETTERS_IN_ALL:
        raise EnoughInAll
    other = _other_of(held, person)
    keyed = keys_of([person, other], letter.wraps)
    try:
        with transaction.atomic():
            made = Letter.objects.create(
                together=held, ref=letter.id, by=person, said_on=today, box=letter.box
            )
    except IntegrityError:
        raise Malformed(
            "a letter's id is used once, and its box has one of four sizes"
        ) from None
    Wrap.objects.bulk_create(
        Wrap(letter=made, account_id=pk, kr_hash=one.kr_hash, wrap=one.wrap)
        for pk, one in keyed.items()
    )
    owe_person(other)
    return held


@transaction.atomic
def take_letter_back(person: Account, ref: bytes, letter: bytes) -> None:
    """Take one's own letter away from both; NotYours for one of the other's."""
    held = _held(person, ref)
    if not Letter.objects.filter(together=held, by=person, ref=letter).delete()[0]:
        raise NotYours


@transaction.atomic
def put_away(person: Account, ref: bytes) -> None:
    """Take away all one wrote; the time itself too, unless the other wrote something."""
    held = _held(person, ref)
    Letter.objects.filter(together=held, by=person).delete()
    if not Letter.objects.filter(together=held).exists():
        held.delete()


def forget_old_together(*, today: int) -> int:
    """Forget what two thought about a year ago."""
    return Together.objects.filter(meets_on__lte=last_met_to_forget(today)).delete()[0]


def forget_of_closed(closed: PlaceClosed) -> None:
    """A specialist's times go with their place; of a supporter, their words and their keys.

    That a letter was sealed to them stays: the other's key is bound to both.
    """
    Together.objects.filter(specialist=closed.account).delete()
    Letter.objects.filter(by=closed.account).delete()
    Wrap.objects.filter(account=closed.account).update(wrap=NO_WRAP)
    Together.objects.filter(supporter=closed.account).update(supporter=None)


def _begun(person: Account, ref: bytes, *, other: bytes, meets_on: int, today: int) -> Together:
    with_whom = accounts_of_refs([other]).get(other)
    if with_whom is None or with_whom.pk == person.pk:
        raise NotYours
    days = {"begun_on": today, "meets_on": meets_on}
    for specialist, supporter in ((person, with_whom), (with_whom, person)):
        made = Together(ref=ref, specialist=specialist, supporter=supporter, **days)
        if may_meet(made, today=today):
            break
    else:
        raise NotYours
    begun = Together.objects.filter(specialist=made.specialist, begun_on=today)
    if begun.count() >= BEGUN_A_DAY:
        raise EnoughToday
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        raise Malformed("an id is used once") from None
    return made


def _held(person: Account, ref: bytes) -> Together:
    held = own(person).select_for_update(of=("self",)).filter(ref=ref).first()
    if held is None:
        raise NotYours
    return held


def _check_meet(one: Together, *, today: int) -> None:
    if not may_meet(one, today=today):
        raise SupportOver


def _other_of(one: Together, person: Account) -> Account:
    other = one.supporter if one.specialist == person else one.specialist
    if other is None:
        raise SupportOver
    return other
