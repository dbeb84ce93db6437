"""The only doors to counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Sum

from alongside.counts.models import Batch, Figure, Spent
from alongside.counts.rules import LEAST, STATEMENTS, first_quarter_kept
from alongside.counts.sealing import tag_of
from alongside.people.models import Account
from alongside.relationships.models import GOING, Relationship


@dataclass(frozen=True)
class Told:
    """What is told of a topic in a quarter: about how many of how many, in closed batches."""

    batches: int
    about: int

    @property
    def people(self) -> int:
        """How many were in them: each batch closes with the same number."""
        return self.batches * LEAST


def may_count_in(person: Account) -> bool:
    """Say whether somebody is supported by a specialist here now."""
    return Relationship.objects.filter(client=person, state__in=GOING).exists()


def open_to(person: Account) -> list[int]:
    """Give the statements a person is not counted in yet, in their open batches."""
    salts = dict(Batch.objects.order_by("topic").values_list("topic", "salt"))
    tags = {tag_of(bytes(salt), person.ref): topic for topic, salt in salts.items()}
    spent = Spent.objects.filter(tag__in=list(tags)).order_by("pk")
    inside = {tags[bytes(tag)] for tag in spent.values_list("tag", flat=True)}
    return [topic for topic in STATEMENTS if topic not in inside]


def told(*, today: int) -> Mapping[tuple[int, int], Told]:
    """Give what is told, by (topic, quarter), in one question."""
    kept = Figure.objects.filter(quarter__gte=first_quarter_kept(today))
    rows = kept.values("topic", "quarter").annotate(batches=Count("pk"), sum=Sum("about"))
    return {
        (row["topic"], row["quarter"]): Told(row["batches"], row["sum"])
        for row in rows.order_by("topic", "quarter")
    }
