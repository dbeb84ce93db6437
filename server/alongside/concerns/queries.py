"""The only doors to concerns: one's own, and those an officer may read today."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from alongside.concerns.models import (
    Box,
    Concern,
    Letter,
    LetterWrap,
    Measure,
    Partner,
    State,
    Terms,
    Wrap,
)
from alongside.concerns.rules import MOST_READERS, tell_again_from, warn_until
from alongside.ground.refusal import NotYours
from alongside.keys.queries import Signed, backed_as, is_backed_as, signed_of
from alongside.people.models import Account, RoleName

OWN_AT_ONCE, OPEN_AT_ONCE, ANSWERED_AT_ONCE = 50, 100, 50


@dataclass(frozen=True)
class Sent:
    """A letter and all its wraps; one's own among them."""

    letter: Letter
    wraps: list[LetterWrap]


@dataclass(frozen=True)
class Whole:
    """One concern with all that one person may have of it, and who has to be known for that."""

    concern: Concern
    readers: list[Wrap]
    # For officers alone.
    boxes: list[bytes]
    wrap: bytes
    # Those who can still read it.
    able: list[Account]
    letters: list[Sent]
    people: list[Signed]


@dataclass(frozen=True)
class Queue:
    """What waits for an officer, the nearest day first, and what was answered lately."""

    waiting: list[Concern]
    answered: list[Concern]
    more: bool


def terms() -> Terms:
    """Give what the programme promises about concerns, unsaved where it never said."""
    return Terms.objects.filter(pk=1).first() or Terms()


def officers(*, today: int) -> list[Signed]:
    """Give the safety officers whom the programme stands behind today."""
    return backed_as(RoleName.SAFETY_OFFICER, today=today)


def beyond_eight(found: Iterable[Signed]) -> list[str]:
    """Name the officers to whom a new concern is not sealed: it fits eight, by identifier."""
    rest = sorted(found, key=lambda one: one.account.ref)[MOST_READERS:]
    return [one.endorsement.display_name for one in rest if one.endorsement is not None]


def partners(people: Iterable[Account]) -> set[int]:
    """Give who of these comes from a partner organisation, by account."""
    found = Partner.objects.filter(account__in=[one.pk for one in people])
    return set(found.values_list("account_id", flat=True))


def is_officer(person: Account, *, today: int) -> bool:
    """Say whether the programme stands behind somebody as a safety officer today."""
    return is_backed_as(person, RoleName.SAFETY_OFFICER, today=today)


def concerns_of(person: Account) -> list[Concern]:
    """Give the newest of the concerns somebody raised."""
    found = Concern.objects.filter(by=person).select_related("by", "officer")
    return list(found.order_by("-id")[:OWN_AT_ONCE])


def own_concern(person: Account, ref: bytes) -> Concern:
    """Give one that somebody raised, held until the transaction ends; NotYours else."""
    held = Concern.objects.select_for_update(of=("self",)).select_related("by")
    found = held.filter(by=person, ref=ref).first()
    if found is None:
        raise NotYours
    return found


def concern_for(officer: Account, ref: bytes, *, today: int) -> Concern:
    """Give one an officer may read today, held until the transaction ends; NotYours else."""
    held = Concern.objects.select_for_update(of=("self",)).select_related("by")
    found = held.filter(ref=ref, pk__in=_read_by(officer, today=today)).first()
    if found is None:
        raise NotYours
    return found


def concern_read_by(officer: Account, ref: bytes, *, today: int) -> Concern:
    """Give one an officer may read today, to look at; NotYours else."""
    known = Concern.objects.select_related("by")
    found = known.filter(ref=ref, pk__in=_read_by(officer, today=today)).first()
    if found is None:
        raise NotYours
    return found


def able_officers(concern: Concern, *, today: int) -> list[Account]:
    """Give who can read it and stands for the programme today, by identifier."""
    readers = set(Wrap.objects.filter(concern=concern).values_list("account_id", flat=True))
    able = [one.account for one in officers(today=today) if one.account.pk in readers]
    return sorted(able, key=lambda one: one.ref)


def queue_of(officer: Account, *, today: int) -> Queue:
    """Give what waits for an officer; NotYours for anybody else."""
    mine = Concern.objects.filter(pk__in=_read_by(officer, today=today))
    waits = mine.exclude(state=State.ANSWERED).order_by("due_on", "id")
    found = list(waits.select_related("by", "officer")[: OPEN_AT_ONCE + 1])
    done = mine.filter(state=State.ANSWERED).order_by("-answered_on", "-id")
    answered = list(done.select_related("by", "officer")[:ANSWERED_AT_ONCE])
    return Queue(found[:OPEN_AT_ONCE], answered, len(found) > OPEN_AT_ONCE)


def whole_of(person: Account, ref: bytes, *, today: int) -> Whole:
    """Give one concern to who raised it, or to an officer who reads it; NotYours else."""
    known = Concern.objects.select_related("by", "officer", "answered_by")
    may = Q(by=person) | Q(pk__in=_read_by(person, today=today, or_none=True))
    concern = known.filter(may, ref=ref).first()
    if concern is None:
        raise NotYours
    readers = list(
        Wrap.objects.filter(concern=concern).select_related("account").order_by("id")
    )
    mine = next((one for one in readers if one.account_id == person.pk), None)
    letters = letters_for(person, concern=concern)
    able = able_officers(concern, today=today)
    named = [concern.by, *(one.account for one in readers)]
    named += [each.account for one in letters for each in one.wraps]
    boxes = Box.objects.filter(concern=concern).order_by("at") if mine else []
    return Whole(
        concern,
        readers,
        [bytes(one.box) for one in boxes],
        bytes(mine.wrap) if mine else b"",
        able,
        letters,
        list(signed_of(named).values()),
    )


def due_soon(*, today: int) -> QuerySet[Concern]:
    """Give what is due by tomorrow and of which its officers have not heard yet."""
    waits = Concern.objects.exclude(state=State.ANSWERED).filter(warned=False)
    return waits.filter(due_on__lte=warn_until(today))


def untold_late(*, today: int) -> QuerySet[Concern]:
    """Give what is late and of which its officers have not heard, or not for a while."""
    return Concern.objects.exclude(state=State.ANSWERED).filter(is_late_untold(today))


def is_late_untold(today: int) -> Q:
    """Name the rows whose day is over and of which nobody has heard, or not for a while."""
    untold = Q(told_late_on=None) | Q(told_late_on__lte=tell_again_from(today))
    return untold & Q(due_on__lt=today)


def late_concerns(*, today: int) -> QuerySet[Concern]:
    """Give those whose answer is late, for the desk to count; never whose."""
    return Concern.objects.exclude(state=State.ANSWERED).filter(due_on__lt=today)


def ages_at_desk(*, today: int) -> tuple[int, int]:
    """Give how many wait for an answer, and how many of those are late; never whose."""
    waits = Concern.objects.exclude(state=State.ANSWERED)
    return waits.count(), late_concerns(today=today).count()


def _read_by(officer: Account, *, today: int, or_none: bool = False) -> QuerySet[Wrap, int]:
    """The concerns sealed to an officer; none unless the programme stands behind them."""
    found = Wrap.objects.filter(account=officer).values_list("concern_id", flat=True)
    if is_officer(officer, today=today):
        return found
    if or_none:
        return found.none()
    raise NotYours


def letters_for(
    person: Account, *, concern: Concern | None = None, measure: Measure | None = None
) -> list[Sent]:
    """All letters about one of them that somebody may read, oldest first, in two questions."""
    mine = LetterWrap.objects.filter(account=person)
    if concern is not None:
        mine = mine.filter(letter__concern=concern)
    else:
        mine = mine.filter(letter__measure=measure)
    found = Letter.objects.filter(pk__in=mine.values("letter")).select_related("by")
    wraps: dict[int, list[LetterWrap]] = defaultdict(list)
    for one in LetterWrap.objects.filter(letter__in=found).select_related("account"):
        wraps[one.letter_id].append(one)
    return [
        Sent(one, sorted(wraps[one.pk], key=lambda each: each.account.ref))
        for one in found.order_by("id")
    ]
