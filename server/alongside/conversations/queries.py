"""The only doors to conversations, and to relationships together with their conversations."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from alongside.conversations.models import Conversation, Head, Mode
from alongside.conversations.talks import Log
from alongside.conversations.together import Company, companies_of
from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.keys.queries import Signed, signed_of
from alongside.people.also.queries import who_also_run_the_desk
from alongside.people.models import Account
from alongside.people.queries import blocked_by
from alongside.relationships import queries as relationships
from alongside.relationships.away import Away, aways_of
from alongside.relationships.models import Agreement, Invite, Relationship, State
from alongside.relationships.promises import agreements_of

MOST_AT_ONCE = 200
# A header is entry 1 and the hello entry 2.
HELLO_N = 2


@dataclass(frozen=True)
class Standing:
    """A relationship as one of its two sees it."""

    relationship: Relationship
    mine: str
    other: Signed
    other_runs_desk: bool
    logs: list[Log]
    has_blocked: bool
    invite: Invite | None
    life: relationships.Life
    agreements: list[Agreement]
    company: Company
    away: Away | None


def relationship_of(person: Account, *, id: int) -> Relationship:
    """Give one relationship to someone who may see it; NotYours else."""
    found = _seen_by(person).filter(pk=id).first()
    if found is None:
        raise NotYours
    return found


def standing_of(person: Account, relationship: Relationship) -> Standing:
    """Give one relationship with all that belongs to it."""
    return _standings(person, [relationship])[0]


def standings_of(person: Account, *, before: int | None) -> list[Standing]:
    """Give a person's relationships, newest first, at most 200, in a fixed number of questions.

    A specialist sees an ask once its hello is stored.
    """
    seen = _seen_by(person)
    page = seen.filter(pk__lt=before) if before is not None else seen
    return _standings(person, list(page[:MOST_AT_ONCE]))


def hellos_waiting(people: Iterable[Account]) -> dict[int, int]:
    """Give how many stored hellos wait for each specialist, in one question."""
    ids = [person.pk for person in people]
    waiting = Head.objects.filter(
        n__gte=HELLO_N,
        conversation__relationship__state=State.ASKED,
        conversation__relationship__specialist__in=ids,
    )
    rows = waiting.values("conversation__relationship__specialist_id").order_by()
    return {
        row["conversation__relationship__specialist_id"]: row["count"]
        for row in rows.annotate(count=Count("pk"))
    }


def hellos_beside(account: str) -> Combinable:
    """Give, beside each row, how many stored hellos wait for this account."""
    waiting = Head.objects.filter(
        n__gte=HELLO_N,
        conversation__relationship__state=State.ASKED,
        conversation__relationship__specialist=OuterRef(account),
    )
    counted = waiting.order_by().values("conversation__relationship__specialist")
    found = Subquery(counted.values(waiting=Count("pk")), output_field=IntegerField())
    return Coalesce(found, 0)


def hellos_on_their_way(person: Account, *, today: int) -> int:
    """Give how many asks of today have no hello yet: it is being sent, or the line was cut."""
    asks = Relationship.objects.filter(specialist=person, state=State.ASKED, asked_on=today)
    return asks.exclude(_has_hello()).count()


def has_hello(relationship: Relationship) -> bool:
    """Say whether the hello of an ask is stored: from then on its reader knows of it."""
    return Head.objects.filter(conversation__ref=relationship.conv, n__gte=HELLO_N).exists()


def waiting_heads(*, today: int, within_days: int) -> QuerySet[Head]:
    """Give where somebody waits for longer than their own promise says, longest first.

    `within_days` is for promises that say nothing about it.
    """
    open_ones = Head.objects.filter(conversation__mode__in=(Mode.ASKED, Mode.ACTIVE))
    promised = Coalesce("conversation__relationship__answer_days", within_days)
    waiting = open_ones.filter(waiting_since__lte=today - promised)
    return waiting.select_related("conversation__relationship__specialist").order_by(
        "waiting_since", "pk"
    )


def newest_overdue_day(*, today: int, within_days: int) -> int | None:
    """Give the newest day since which somebody has waited too long; None if nobody has."""
    late = waiting_heads(today=today, within_days=within_days)
    return late.values_list("waiting_since", flat=True).last()


def newest_log_of(
    relationship: Relationship, *, moved_to: Relationship | None = None
) -> Conversation:
    """Give the conversation that goes on now; also where it was handed over."""
    either = [one for one in (relationship, moved_to) if one is not None]
    found = Conversation.objects.filter(relationship__in=either).order_by("-id").first()
    if found is None:
        raise NotYours
    return found


def readers_of(conversation: Conversation) -> frozenset[bytes]:
    """Give the account ids of those who read from here on, as the newest header says."""
    found = Head.objects.filter(pk=conversation.pk).values_list("readers", flat=True).first()
    return split_readers(found or b"")


def is_reading(person: Account, conversation: Conversation) -> bool:
    """Say whether the newest header names somebody."""
    return bytes(person.ref) in readers_of(conversation)


def split_readers(raw: bytes) -> frozenset[bytes]:
    """Give the account ids in a row of them."""
    return frozenset(bytes(raw[at : at + 16]) for at in range(0, len(raw), 16))


def with_hello(asks: QuerySet[Relationship]) -> QuerySet[Relationship]:
    """Keep those whose hello is stored."""
    return asks.filter(_has_hello())


def _seen_by(person: Account) -> QuerySet[Relationship]:
    return relationships.of_person(person).filter(Q(client=person) | _has_hello())


def _has_hello() -> Exists:
    return Exists(
        # By its name: whoever comes later has the same first conversation.
        Head.objects.filter(conversation__ref=OuterRef("conv"), n__gte=HELLO_N)
    )


def _standings(person: Account, page: list[Relationship]) -> list[Standing]:
    others = {one.pk: relationships.other_of(person, one) for one in page}
    signed = signed_of(others.values())
    at_desk = who_also_run_the_desk(others.values())
    company = companies_of(person, page)
    logs = _logs_of(person, page, company)
    blocked = blocked_by(person, others.values())
    invites = relationships.invites_that_led_to(page)
    lives = relationships.lives_of(page)
    agreements = agreements_of(page)
    aways = aways_of(person, page, today=clock.today())
    return [
        Standing(
            relationship=one,
            mine=relationships.side_of(person, one),
            other=signed[others[one.pk].pk],
            other_runs_desk=others[one.pk].pk in at_desk,
            logs=logs[one.pk],
            has_blocked=others[one.pk].pk in blocked,
            invite=invites.get(one.pk),
            life=lives[one.pk],
            agreements=agreements[one.pk],
            company=company[one.pk],
            away=aways.get(one.pk),
        )
        for one in page
    ]


def _logs_of(
    person: Account, page: list[Relationship], company: dict[int, Company]
) -> dict[int, list[Log]]:
    logs: dict[int, list[Log]] = {one.pk: [] for one in page}
    alone = [one for one in page if not company[one.pk].talk]
    found = Conversation.objects.filter(relationship__in=alone).select_related("continues")
    conversations = list(found.order_by("id"))
    heads = dict(
        Head.objects.filter(conversation__in=conversations).values_list("pk", "n").order_by()
    )
    for conversation in conversations:
        log = Log(conversation, heads.get(conversation.pk, 0))
        if conversation.relationship_id is not None:  # a circle's belongs to none of them
            logs[conversation.relationship_id].append(log)
    for one in page:
        if company[one.pk].talk:
            logs[one.pk] = company[one.pk].logs
    return logs
