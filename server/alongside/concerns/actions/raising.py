"""Raising a concern, adding to it, asking somebody else to look, and taking it back."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from alongside.concerns.actions.sending import send
from alongside.concerns.actions.tallying import count
from alongside.concerns.measures import Counted
from alongside.concerns.models import Box, Concern, Sort, State, Wrap
from alongside.concerns.queries import able_officers, officers, own_concern, terms
from alongside.concerns.rules import FEWEST_READERS, MOST_A_DAY, MOST_READERS, due_on
from alongside.ground.refusal import Refused
from alongside.keys.letters import EnoughToday, Keyed, LetterPaper, ReadersMoved, keys_of
from alongside.notices.actions import owe_person
from alongside.people.models import Account
from pse.refusal import Malformed


@dataclass(frozen=True)
class ReportPaper:
    """A sealed report as a room hands it in, with the copy its writer keeps."""

    id: bytes
    boxes: list[bytes]
    wraps: list[Keyed]
    own: LetterPaper


class NoOfficers(Refused):
    """Fewer than two officers can read it, so it goes to nobody here."""

    code = "no-officers"
    words = "Too few people here can read a concern now. Please turn to somebody outside."


class NobodyReads(Refused):
    """Whoever could read it is an officer no longer."""

    code = "nobody-reads"
    words = "Those who could read this have left. Please send your concern anew."


class NotNowInConcern(Refused):
    """It has come to another point by now."""

    code = "not-now"
    words = "That is not possible now. Please look again at where things stand."


@transaction.atomic
def raise_concern(
    report: ReportPaper, *, by: Account, working_days: Collection[int], today: int
) -> Concern:
    """Take a sealed report in for two or more officers, none of whom raises it.

    A day holds five. The same report sent once more is the same concern; nothing else is
    compared, so that two reports never count as one.
    """
    known = Concern.objects.filter(ref=report.id, by=by).select_related("by", "officer").first()
    if known is not None and _boxes_of(known) == report.boxes:
        return known
    if Concern.objects.filter(by=by, raised_on=today).count() >= MOST_A_DAY:
        raise EnoughToday
    here = {one.account.ref: one.account for one in officers(today=today)}
    here.pop(by.ref, None)
    if len(here) < FEWEST_READERS:
        raise NoOfficers
    refs = [one.account_id for one in report.wraps]
    if len(set(refs)) != len(refs) or not FEWEST_READERS <= len(refs) <= MOST_READERS:
        raise Malformed("two to eight readers, none twice")
    if not set(refs) <= set(here):
        raise ReadersMoved
    keyed = keys_of([here[ref] for ref in refs], report.wraps)
    concern = _create(report, by=by, day=today, working_days=working_days)
    Wrap.objects.bulk_create(
        Wrap(concern=concern, account_id=pk, kr_hash=one.kr_hash, wrap=one.wrap)
        for pk, one in keyed.items()
    )
    send(concern, report.own, by=by, sort=Sort.OWN, to=[], today=today)
    count(Counted.RAISED, today=today)
    for ref in refs:
        owe_person(here[ref])
    return concern


@transaction.atomic
def add(person: Account, ref: bytes, letter: LetterPaper, *, today: int) -> None:
    """Add something to one's own concern."""
    concern = own_concern(person, ref)
    send(concern, letter, by=person, sort=Sort.ADDED, to=_able(concern, today), today=today)


@transaction.atomic
def ask_again(
    person: Account,
    ref: bytes,
    letter: LetterPaper,
    *,
    working_days: Collection[int],
    today: int,
) -> None:
    """Ask that somebody else looks at it, once, after an answer; it is due anew."""
    concern = own_concern(person, ref)
    if concern.state != State.ANSWERED or concern.answered_by_id is not None:
        raise NotNowInConcern
    able = _able(concern, today)
    if all(one.pk == concern.officer_id for one in able):
        raise NobodyReads
    send(concern, letter, by=person, sort=Sort.ADDED, to=able, today=today)
    concern.answered_by, concern.officer, concern.answered_on = concern.officer, None, None
    concern.state, concern.warned, concern.told_late_on = State.RECEIVED, False, None
    concern.due_on = due_on(today, within=terms().answer_within, working_days=working_days)
    concern.save()
    count(Counted.AGAIN, today=today)


@transaction.atomic
def take_back(person: Account, ref: bytes) -> None:
    """Let who raised it take it back: nothing of it is left here."""
    own_concern(person, ref).delete()


def _boxes_of(concern: Concern) -> list[bytes]:
    return [bytes(one.box) for one in Box.objects.filter(concern=concern).order_by("at")]


def _able(concern: Concern, today: int) -> list[Account]:
    able = able_officers(concern, today=today)
    if not able:
        raise NobodyReads
    return able


def _create(
    report: ReportPaper, *, by: Account, day: int, working_days: Collection[int]
) -> Concern:
    due = due_on(day, within=terms().answer_within, working_days=working_days)
    try:
        with transaction.atomic():
            concern = Concern.objects.create(ref=report.id, by=by, raised_on=day, due_on=due)
            Box.objects.bulk_create(
                Box(concern=concern, at=at, box=box) for at, box in enumerate(report.boxes)
            )
    except IntegrityError:
        raise Malformed(
            "a report's id is used once, and boxes have one of four sizes"
        ) from None
    return concern
