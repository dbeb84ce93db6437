"""The only doors to steps, to who is counted, and to what is told of many."""

from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from alongside.counts import queries as counts
from alongside.counts.rules import quarter_of
from alongside.people.models import Account, Block
from alongside.people.queries import is_specialist
from alongside.relationships.models import AGREED, GOING, Relationship, State
from alongside.ripple import rules
from alongside.ripple.intervals import Share
from alongside.ripple.models import Counted, Invitation, Step
from alongside.ripple.rules import Cell

# So many are shown to a specialist at once; answered ones make room.
A_PAGE = 50


@dataclass(frozen=True)
class Mine:
    """All of one person's own: what they may do, what they took, what they are asked."""

    is_specialist: bool
    is_counted: bool
    generation: int
    may_begin_on: int | None
    next: int | None
    steps: list[Step]
    asked: list[Step]
    invitations: list[Invitation]


@dataclass(frozen=True)
class Told:
    """What is told of everybody: the picture's numbers, and how many passed it on."""

    cells: list[Cell]
    passed_on: Share | None
    brought: Share | None


def mine(person: Account, *, today: int) -> Mine:
    """Give everything of one person in a fixed number of questions."""
    counted = Counted.objects.filter(account=person).first()
    steps = [*Step.objects.filter(account=person).order_by("role")]
    return Mine(
        is_specialist=is_specialist(person),
        is_counted=counted is not None and counted.is_on,
        generation=0 if counted is None else counted.generation,
        may_begin_on=rules.may_begin_on(agreed_days(person)),
        next=rules.next_step([step.role for step in steps]),
        steps=steps,
        asked=[*asked_of(person).order_by("pk")[:A_PAGE]],
        invitations=[*open_invitations(person, today=today).order_by("pk")],
    )


def open_invitations(person: Account, *, today: int) -> QuerySet[Invitation]:
    """Give the invitations of somebody that are open; three at most."""
    return Invitation.objects.filter(account=person, ends_on__gte=today)


def is_newcomer(person: Account) -> bool:
    """Say whether somebody has asked nobody yet, and is no specialist."""
    return not (is_specialist(person) or Relationship.objects.filter(client=person).exists())


def unwatched() -> QuerySet[Counted]:
    """Give who is counted, was supported here, and waits for their first watched quarter."""
    was_supported = Relationship.objects.filter(
        client=OuterRef("account"), state__in=AGREED, agreed_on__isnull=False
    )
    return (
        Counted.objects.filter(Exists(was_supported), is_on=True, watched=None)
        .alias(has_had=F("done").bitand(rules.bit(rules.IN_BROUGHT)))
        .filter(has_had=0)
        .order_by("pk")
    )


def whose_quarter_is_over(*, today: int) -> QuerySet[Counted]:
    """Give who was watched in a quarter that is over, in no order: a batch is of anybody."""
    over = Counted.objects.filter(is_on=True, watched__lt=quarter_of(today))
    return over.order_by("?")


def agreed_days(person: Account) -> list[int]:
    """Give the days since which somebody was supported by anybody here."""
    found = supported(person).order_by("agreed_on")
    return [day for day in found.values_list("agreed_on", flat=True) if day is not None]


def supported(person: Account) -> QuerySet[Relationship]:
    """Give every relationship in which somebody is or was supported."""
    return Relationship.objects.filter(client=person, state__in=AGREED, agreed_on__isnull=False)


def asked_of(specialist: Account) -> QuerySet[Step]:
    """Give the steps this specialist is asked about, of nobody who blocked the other."""
    blocks = Block.objects.filter(
        Q(blocker=OuterRef("account"), blocked=specialist)
        | Q(blocker=specialist, blocked=OuterRef("account"))
    )
    return Step.objects.filter(~Exists(blocks), asked_of__specialist=specialist)


def generation_of(person: Account) -> int:
    """Give through how many people support came to a client: as far as supporters say."""
    supporters = supported(person).values("specialist")
    known = Counted.objects.filter(account__in=supporters, is_on=True)
    return rules.generation_after(
        min(known.values_list("generation", flat=True).order_by("generation"), default=None)
    )


def due(*, today: int) -> QuerySet[Counted]:
    """Give who is counted now: a year after their last support ended, not long after, once."""
    of_them = Relationship.objects.filter(client=OuterRef("account"), agreed_on__isnull=False)
    long_ago = today - rules.YEAR
    too_long_ago = long_ago - rules.NO_LATER
    return (
        Counted.objects.filter(is_on=True)
        .alias(
            has_ended=Exists(
                of_them.filter(
                    state=State.ENDED, ended_on__lte=long_ago, ended_on__gt=too_long_ago
                )
            ),
            goes_on=Exists(of_them.filter(state__in=GOING)),
            ended_later=Exists(of_them.filter(state=State.ENDED, ended_on__gt=long_ago)),
            was_asked=F("done").bitand(rules.bit(rules.WAS_ASKED)),
        )
        .filter(has_ended=True, goes_on=False, ended_later=False, was_asked=0)
        .order_by("pk")
    )


def year_ends_on(person: Account) -> int | None:
    """Give when the year after somebody's last support ends; None while it goes on."""
    found = supported(person)
    if found.filter(state__in=GOING).exists():
        return None
    ends = found.filter(ended_on__isnull=False).order_by("-ended_on")
    last = ends.values_list("ended_on", flat=True).first()
    return None if last is None else last + rules.YEAR


def told(*, today: int) -> Told:
    """Give what the picture is drawn from: closed batches alone, in one question."""
    batches: dict[int, int] = {}
    totals: dict[int, int] = {}
    for (topic, _), one in counts.told(today=today).items():
        batches[topic] = batches.get(topic, 0) + one.batches
        totals[topic] = totals.get(topic, 0) + one.about
    return Told(
        rules.cells(batches),
        passed_on=rules.passed_on(batches, totals),
        brought=rules.brought(batches, totals),
    )
