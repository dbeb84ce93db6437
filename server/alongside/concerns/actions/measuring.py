"""Setting a measure, agreeing to it as the second, and making it less."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from alongside.concerns.actions.applying import apply_to
from alongside.concerns.actions.raising import NotNowInConcern
from alongside.concerns.actions.sending import send
from alongside.concerns.actions.tallying import count
from alongside.concerns.decided import (
    deciding,
    eight_of,
    may_decide,
    measure_for,
    officers_but,
    was_paused_lately,
)
from alongside.concerns.measures import (
    LIFTED,
    PAUSE,
    SHORTER,
    STAYS,
    WORD,
    Counted,
    ends_on,
    fewest_officers,
    is_length,
    is_shorter,
    may_hear,
    takes_two,
)
from alongside.concerns.models import Measure, Sort, Standing
from alongside.concerns.queries import is_officer
from alongside.ground.refusal import NotYours, Refused
from alongside.keys.letters import EnoughToday, LetterPaper
from alongside.people.models import Account
from alongside.people.queries import accounts_of_refs
from alongside.wall.actions import note
from alongside.wall.rules import Kind
from pse.refusal import Malformed

MOST_A_DAY = 20


@dataclass(frozen=True)
class MeasurePaper:
    """A measure as an officer's room hands it in, with the letter that says why."""

    id: bytes
    on: bytes
    kind: int
    days: int
    letter: LetterPaper


class NobodyHears(Refused):
    """There would be no officer left to hear an appeal."""

    code = "nobody-hears"
    words = "Too few officers are here: nobody would be left to hear an appeal."


@transaction.atomic
def set_measure(paper: MeasurePaper, *, by: Account, today: int) -> Measure:
    """Set a measure for somebody; the gravest wait for a second officer, and stop nothing yet.

    Sent once more, it is the same one.
    """
    if not is_officer(by, today=today):
        raise NotYours
    known = Measure.objects.filter(ref=paper.id, by=by).first()
    if known is not None:
        return known
    on = accounts_of_refs([paper.on]).get(paper.on)
    if on is None or on.closed or on.pk == by.pk:
        raise NotYours
    if not is_length(paper.kind, paper.days):
        raise Malformed("a measure of this kind does not last so long")
    able = officers_but(on, today=today)
    was_paused = was_paused_lately(on, today=today)
    two = takes_two(paper.kind, paper.days, after_a_pause=was_paused)
    if len(able) < fewest_officers(two=two):
        raise NobodyHears
    if Measure.objects.filter(by=by, set_on=today).count() >= MOST_A_DAY:
        raise EnoughToday
    made = _made(paper, on=on, by=by, today=today)
    # Whom a grave one is for hears of it with the second officer's yes, and not before.
    send(
        made,
        paper.letter,
        by=by,
        sort=Sort.MEASURE,
        to=[on, *eight_of(able, [by.pk])],
        not_yet=[on] if two else [],
        today=today,
    )
    if not two:
        _begin(made, today=today)
    return made


@transaction.atomic
def second(
    officer: Account, ref: bytes, *, yes: bool, letter: LetterPaper, today: int
) -> Measure:
    """Agree to a grave measure, or do not: never the officer who set it."""
    measure = measure_for(officer, ref, today=today)
    if officer.pk == measure.by_id:
        raise NotYours
    if measure.standing != Standing.WAITS:
        raise NotNowInConcern
    if not may_decide(officer, measure, today=today):
        raise NotYours
    able = deciding(measure, by=officer, today=today)
    to = [measure.on, *able] if yes else able
    send(measure, letter, by=officer, sort=Sort.SECOND, to=to, today=today)
    measure.second = officer
    if yes:
        _begin(measure, today=today)
    else:
        measure.standing = Standing.REFUSED
        count(Counted.NO_SECOND, today=today)
        measure.save(update_fields=["second", "standing"])
    return measure


@transaction.atomic
def decide(
    officer: Account, ref: bytes, *, outcome: int, days: int, letter: LetterPaper, today: int
) -> Measure:
    """Answer an appeal, if one did not decide before; without one, only make it less."""
    measure = measure_for(officer, ref, today=today)
    is_open = measure.appealed_on is not None and measure.heard_on is None
    if is_open:
        by, agreed = measure.by_id, measure.second_id
        if not may_hear(officer.pk, on=measure.on_id, by=by, second=agreed):
            raise NotYours
    elif measure.standing != Standing.IN_FORCE or outcome == STAYS:
        raise NotNowInConcern
    if not may_decide(officer, measure, today=today):
        raise NotYours
    _check_outcome(measure, outcome, days)
    to = [measure.on, *deciding(measure, by=officer, today=today)]
    send(measure, letter, by=officer, sort=Sort.DECISION, to=to, today=today)
    measure.heard_by, measure.heard_on, measure.outcome = officer, today, outcome
    if outcome == SHORTER and measure.began_on is not None:
        measure.kind, measure.days = min(measure.kind, PAUSE), days
        measure.ends_on = ends_on(measure.kind, days, began_on=measure.began_on)
    is_over = measure.ends_on is not None and measure.ends_on <= today
    if outcome == LIFTED or is_over:
        measure.standing, measure.ends_on = Standing.OVER, today
    measure.save()
    count(Counted.OF_OUTCOME + outcome, today=today)
    if outcome != STAYS:
        detail = {"what": outcome, "until": measure.ends_on}
        note(account=measure.on, kind=Kind.MEASURE_CHANGED, day=today, detail=detail)
    apply_to(measure.on, today=today)
    return measure


def _made(paper: MeasurePaper, *, on: Account, by: Account, today: int) -> Measure:
    try:
        with transaction.atomic():
            return Measure.objects.create(
                ref=paper.id,
                on=on,
                by=by,
                kind=paper.kind,
                days=paper.days,
                standing=Standing.WAITS,
                set_on=today,
            )
    except IntegrityError:
        raise Malformed("a measure's id is used once") from None


def _begin(measure: Measure, *, today: int) -> None:
    """From today on it holds; a word is said, and that is all of it."""
    measure.began_on = today
    measure.ends_on = ends_on(measure.kind, measure.days, began_on=today)
    measure.standing = Standing.OVER if measure.kind == WORD else Standing.IN_FORCE
    measure.save()
    count(Counted.OF_KIND + measure.kind, today=today)
    until = None if measure.kind == WORD else measure.ends_on
    detail = {"what": measure.kind, "until": until}
    note(account=measure.on, kind=Kind.MEASURE_SET, day=today, detail=detail)
    apply_to(measure.on, today=today)


def _check_outcome(measure: Measure, outcome: int, days: int) -> None:
    if outcome == SHORTER:
        if measure.kind == WORD or not is_shorter(days, than=measure.days, kind=measure.kind):
            raise Malformed("shorter than it is, and a day at least")
    elif outcome not in (STAYS, LIFTED) or days:
        raise Malformed("it stays, is shorter, or is lifted")
