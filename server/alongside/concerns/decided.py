"""The only doors to measures: one's own, and those that an officer may read today."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import F, Q, QuerySet

from alongside.concerns.measures import (
    COUNTED,
    PAUSE,
    last_pause_that_counts,
    quarters_shown,
)
from alongside.concerns.models import Concern, LetterWrap, Measure, Sort, Standing, Tally
from alongside.concerns.queries import Sent, is_late_untold, is_officer, letters_for, officers
from alongside.concerns.rules import news_since, readers, warn_until
from alongside.counts.rules import quarter_of, shown
from alongside.ground.refusal import NotYours
from alongside.keys.queries import Signed, signed_of
from alongside.people.models import Account

AT_ONCE = 100
_KNOWN = ("on", "by", "second", "heard_by")
_SEEN = (Standing.IN_FORCE, Standing.OVER)


@dataclass(frozen=True)
class Decided:
    """What waits for an officer, what holds, and what was over lately."""

    second: list[Measure]
    appeals: list[Measure]
    going: list[Measure]
    over: list[Measure]
    # By whose name each is shown.
    people: list[Signed]


@dataclass(frozen=True)
class WholeMeasure:
    """One measure with all that one person may read of it."""

    measure: Measure
    letters: list[Sent]
    able: list[Account]
    # Whether they are among those who decide on it now.
    may: bool
    people: list[Signed]


def measures_of(person: Account) -> list[Measure]:
    """Give the newest measures that were set for somebody; none that waits for a second."""
    found = Measure.objects.filter(on=person, standing__in=_SEEN).select_related(*_KNOWN)
    return list(found.order_by("-id")[:AT_ONCE])


def decided_for(officer: Account, *, today: int) -> Decided:
    """Give an officer what was decided, but for their own; NotYours for anybody else."""
    if not is_officer(officer, today=today):
        raise NotYours
    known = Measure.objects.exclude(on=officer).select_related(*_KNOWN)
    appeals = known.filter(_open_appeal()).order_by("due_on", "id")
    going = known.filter(standing=Standing.IN_FORCE).exclude(_open_appeal())
    over = known.filter(standing__in=(Standing.OVER, Standing.REFUSED))
    waits = known.filter(standing=Standing.WAITS).order_by("id")
    found = Decided(
        list(waits[:AT_ONCE]),
        list(appeals[:AT_ONCE]),
        list(going.order_by(F("ends_on").asc(nulls_last=True), "id")[:AT_ONCE]),
        list(over.exclude(_open_appeal()).order_by("-id")[:AT_ONCE]),
        people=[],
    )
    every = (*found.second, *found.appeals, *found.going, *found.over)
    return replace(found, people=list(signed_of([one.on for one in every]).values()))


def measure_for(officer: Account, ref: bytes, *, today: int) -> Measure:
    """Give one that an officer may decide on, held; NotYours for their own, and for others."""
    if not is_officer(officer, today=today):
        raise NotYours
    return _held(Measure.objects.exclude(on=officer), ref)


def own_measure(person: Account, ref: bytes) -> Measure:
    """Give one that was set for somebody, held until the transaction ends; NotYours else."""
    return _held(Measure.objects.filter(on=person, standing__in=_SEEN), ref)


def whole_measure(person: Account, ref: bytes, *, today: int) -> WholeMeasure:
    """Give one measure to whom it is for, or to an officer; NotYours else."""
    found = Measure.objects.filter(ref=ref).select_related(*_KNOWN).first()
    if found is None:
        raise NotYours
    is_mine = found.on_id == person.pk
    if is_mine and found.standing not in _SEEN:
        raise NotYours
    if not is_mine and not is_officer(person, today=today):
        raise NotYours
    may = not is_mine and may_decide(person, found, today=today)
    able = hearing(found, today=today) if is_mine else deciding(found, by=person, today=today)
    letters = letters_for(person, measure=found)
    named = [found.on, *able, *(each.account for one in letters for each in one.wraps)]
    named += [one for one in (found.by, found.second, found.heard_by) if one is not None]
    return WholeMeasure(found, letters, able, may, list(signed_of(named).values()))


def has_news(person: Account, *, today: int) -> bool:
    """Say whether something was answered or decided for somebody lately, or holds for them."""
    since = news_since(today)
    mine = Measure.objects.filter(on=person, standing__in=_SEEN)
    lately = Q(standing=Standing.IN_FORCE) | Q(began_on__gte=since) | Q(heard_on__gte=since)
    raised = Concern.objects.filter(by=person, answered_on__gte=since)
    return mine.filter(lately).exists() or raised.exists()


def deciding(measure: Measure, *, by: Account, today: int) -> list[Account]:
    """Give the officers who read what one of them says of a measure: never whom it is for.

    Whoever says it, and whoever decided before, are among them, and before anybody else those
    who can read why it was set.
    """
    first = (by.pk, measure.by_id, measure.second_id, measure.heard_by_id)
    return eight_of(officers_but(measure.on, today=today), first, _who_know(measure))


def hearing(measure: Measure, *, today: int) -> list[Account]:
    """Give the officers who may hear an appeal: none of those who decided before."""
    before = (measure.by_id, measure.second_id)
    return eight_of(_left(measure, but=before, today=today))


def may_decide(officer: Account, measure: Measure, *, today: int) -> bool:
    """Say whether an officer may answer the appeal, agree, or make it less, as it stands."""
    if measure.appealed_on is not None and measure.heard_on is None:
        able = hearing(measure, today=today)
    else:
        waits = measure.standing == Standing.WAITS
        able = _left(measure, but=(measure.by_id,) if waits else (), today=today)
    return officer.pk in {one.pk for one in able}


def officers_but(person: Account, *, today: int) -> list[Account]:
    """Give the officers the programme stands behind today, but one person; by identifier."""
    found = [one.account for one in officers(today=today) if one.account.pk != person.pk]
    return sorted(found, key=lambda one: one.ref)


def eight_of(able: Sequence[Account], *before: Collection[int | None]) -> list[Account]:
    """Give as many as a letter is sealed to, by identifier: these before the rest."""
    chosen = readers([one.pk for one in able], *before)
    return [one for one in able if one.pk in chosen]


def in_force_for(person: Account) -> list[Measure]:
    """Give what holds for somebody now."""
    return list(Measure.objects.filter(on=person, standing=Standing.IN_FORCE).order_by("id"))


def was_paused_lately(person: Account, *, today: int) -> bool:
    """Say whether a pause holds for somebody, or was over not long ago."""
    begun = Measure.objects.filter(on=person, kind=PAUSE, began_on__isnull=False)
    return begun.filter(ends_on__gte=last_pause_that_counts(today)).exists()


def over_by(today: int) -> QuerySet[Measure]:
    """Give those whose last day is over."""
    going = Measure.objects.filter(standing=Standing.IN_FORCE, ends_on__lte=today)
    return going.select_related("on").order_by("id")


def appeals_due_soon(*, today: int) -> QuerySet[Measure]:
    """Give the appeals that are due by tomorrow and of which officers have not heard yet."""
    waits = Measure.objects.filter(_open_appeal(), warned=False)
    return waits.filter(due_on__lte=warn_until(today))


def untold_late_appeals(*, today: int) -> QuerySet[Measure]:
    """Give what is late of appeals and was told to no officer, or not for a while."""
    return Measure.objects.filter(_open_appeal(), is_late_untold(today))


def late_appeals(*, today: int) -> QuerySet[Measure]:
    """Give the appeals whose answer is late, for the desk to count; never whose."""
    return Measure.objects.filter(_open_appeal(), due_on__lt=today)


def appeals_at_desk(*, today: int) -> tuple[int, int]:
    """Give how many appeals wait, and how many of those are late; never whose."""
    waits = Measure.objects.filter(_open_appeal())
    return waits.count(), late_appeals(today=today).count()


def counts_by_quarter(*, today: int) -> Sequence[tuple[int, Mapping[int, int | None]]]:
    """Give coarse counts of closed quarters, the newest first; None for fewer than eight."""
    quarters = quarters_shown(quarter_of(today))
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for row in Tally.objects.filter(quarter__in=list(quarters)):
        found[row.quarter][row.what] = row.count
    return [
        (quarter, {what: shown(found[quarter].get(what, 0)) for what in COUNTED})
        for quarter in sorted(found, reverse=True)
    ]


def _left(measure: Measure, *, but: Collection[int | None], today: int) -> list[Account]:
    """Those who can read why it was set; where none of them is left, every other officer."""
    able = [one for one in officers_but(measure.on, today=today) if one.pk not in but]
    knows = _who_know(measure)
    return [one for one in able if one.pk in knows] or able


def _who_know(measure: Measure) -> set[int]:
    why = LetterWrap.objects.filter(letter__measure=measure, letter__sort=Sort.MEASURE)
    return set(why.values_list("account_id", flat=True))


def _open_appeal() -> Q:
    return Q(appealed_on__isnull=False, heard_on=None)


def _held(among: QuerySet[Measure], ref: bytes) -> Measure:
    held = among.select_for_update(of=("self",)).select_related("on").filter(ref=ref).first()
    if held is None:
        raise NotYours
    return held
