"""The only doors to the promises two people live in: the one that counts, and all others."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce

from alongside.ground.refusal import NotYours
from alongside.programme.models import Programme
from alongside.programme.rules import sentences_for
from alongside.relationships.models import (
    ACCOMPANIED,
    GOING,
    Agreement,
    Asked,
    Handover,
    Relationship,
)
from pse.promise import LONGEST_KEEPING, Sentence, agreement_hash, read_promise

# New, this promises less: it never counts without both signatures.
LET_IN = "let-in"


@dataclass(frozen=True)
class Outstanding:
    """How many talks wait for a yes to a changed promise, and how many kept the old one."""

    asked: int
    one_said_yes: int
    kept_old: int


def promise_in_force(relationship: Relationship) -> list[Sentence]:
    """Give the promise that counts between two people now."""
    newest = _of(relationship).filter(state=Asked.IN_FORCE).first()
    return read_promise(relationship.promise if newest is None else newest.promise)


def lets_in(relationship: Relationship) -> bool:
    """Say whether both signed that the client may let somebody else read."""
    signed = read_promise(newest_signed(relationship).promise)
    return any(name == LET_IN for name, _ in signed)


def signed_hash(relationship: Relationship) -> bytes:
    """Give the hash of the newest promise that both signed: what headers carry."""
    return bytes(newest_signed(relationship).agreement_hash)


def newest_signed(relationship: Relationship) -> Relationship | Agreement:
    """Give where the newest promise stands that both signed."""
    signed = _of(relationship).exclude(client_sig=None).exclude(specialist_sig=None)
    newest = signed.filter(in_force_on__isnull=False).last()
    return relationship if newest is None else newest


def brought_before(relationship: Relationship) -> bytes | None:
    """Give which settings whoever comes into a talk need not be asked about again.

    A promise said no to stays declined; one that nobody answered yet is brought once more.
    """
    if _of(relationship).filter(state=Asked.OFFERED).exists():
        return agreement_hash(promise_in_force(relationship))
    brought = relationship.brought_hash
    return None if brought is None else bytes(brought)


def agreement_of(relationship: Relationship, *, version: int) -> Agreement:
    """Give one edition of the promise between two people; NotYours if there is none."""
    found = _of(relationship).filter(version=version).first()
    if found is None:
        raise NotYours
    return found


def agreements_of(page: Iterable[Relationship]) -> dict[int, list[Agreement]]:
    """Give every edition after the first of these relationships, oldest first, at once."""
    found: dict[int, list[Agreement]] = {one.pk: [] for one in page}
    rows = Agreement.objects.filter(relationship__in=found).order_by("relationship", "version")
    for row in rows:
        found[row.relationship_id].append(row)
    return found


def living_behind(here: Programme) -> QuerySet[Relationship]:
    """Give the relationships to which the settings' promise was not brought yet."""
    wished = [
        agreement_hash(sentences_for(here, months=months))
        for months in range(LONGEST_KEEPING + 1)
    ]
    living = Relationship.objects.filter(state__in=GOING)
    # While three may read, one promise would need three signatures: it waits until two do.
    # An ask holds nothing up: the one before would learn of it.
    between = Handover.objects.filter(state__in=ACCOMPANIED)
    living = living.exclude(pk__in=between.values("relationship_id"))
    living = living.exclude(pk__in=between.filter(made__isnull=False).values("made_id"))
    known = living.annotate(known=Coalesce("brought_hash", "agreement_hash"))
    return known.exclude(known__in=wished).order_by("id")


def agreements_outstanding() -> Outstanding:
    """Count what the desk may know: numbers, never who."""
    of_interest = Agreement.objects.filter(
        relationship__state__in=GOING, state__in=(Asked.OFFERED, Asked.DECLINED)
    )
    offered, nobody = Q(state=Asked.OFFERED), Q(client_sig=None, specialist_sig=None)
    declined = Count("relationship", filter=Q(state=Asked.DECLINED), distinct=True)
    found = of_interest.aggregate(
        asked=Count("pk", filter=offered),
        one_said_yes=Count("pk", filter=offered & ~nobody),
        kept_old=declined,
    )
    return Outstanding(**found)


def _of(relationship: Relationship) -> QuerySet[Agreement]:
    return Agreement.objects.filter(relationship=relationship).order_by("version")
