"""The batches of a made-up year: closed ones as figures, open ones sealed as by the house.

They close in the order in which people of the year said it, with the eighth person of each.
"""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from alongside.counts import rules
from alongside.counts.models import Batch, Figure, Spent
from alongside.counts.sealing import Tally, seal, tag_of
from alongside.people.models import Account
from alongside.relationships.models import Relationship
from alongside.simulating.year.between import Between, Hurt
from alongside.simulating.year.noted import reply_due
from alongside.simulating.year.plan import CLIENT, TODAY
from alongside.simulating.year.rows import kept


@dataclass
class _Open:
    """A batch while it fills: who said yes."""

    said: dict[int, bool] = field(default_factory=dict)

    @property
    def yes(self) -> int:
        return sum(self.said.values())


def keep(
    made: Sequence[Relationship], found: Sequence[Between], *, seed: int, today: int
) -> int:
    """Write what came of all that was counted; gives how many batches closed."""
    chance = Random(f"counted {seed}")  # noqa: S311
    open_now: dict[int, _Open] = {}
    figures = []
    for day, topic, person, yes in sorted(_said(made, found, today)):
        batch = open_now.setdefault(topic, _Open())
        batch.said.setdefault(person, yes)
        if rules.is_full(len(batch.said)):
            about = rules.about(batch.yes, chance=chance.random())
            quarter = rules.quarter_of(today - TODAY + day)
            figures.append(Figure(topic=topic, quarter=quarter, about=about))
            del open_now[topic]
    kept(figures)
    _keep_open(open_now)
    return len(figures)


def _said(
    made: Sequence[Relationship], found: Sequence[Between], today: int
) -> Iterator[tuple[int, int, int, bool]]:
    """On which day, what of, who, and whether it was a yes."""
    for row, one in zip(made, found, strict=True):
        for answer in one.answers:
            yield answer.day, answer.statement, row.client_id, answer.wholly
        for hurt in one.hurts:
            if hurt.by == CLIENT:
                yield from (
                    (*said[:2], row.client_id, said[2]) for said in _mended(hurt, today)
                )


def _mended(hurt: Hurt, today: int) -> Iterator[tuple[int, int, bool]]:
    yield hurt.said, rules.NOT_RIGHT, True
    if hurt.replied is not None:
        in_time = today - TODAY + hurt.replied <= reply_due(hurt, today=today)
        yield hurt.replied, rules.ANSWERED, in_time
    if hurt.closed is not None:
        yield hurt.closed, rules.CLOSED, True


def _keep_open(open_now: dict[int, _Open]) -> None:
    everybody = {person for batch in open_now.values() for person in batch.said}
    refs = dict(Account.objects.filter(pk__in=everybody).values_list("pk", "ref"))
    for topic, batch in sorted(open_now.items()):
        salt = secrets.token_bytes(32)
        tally = seal(Tally(len(batch.said), batch.yes), salt)
        row = Batch.objects.create(topic=topic, salt=salt, sealed_tally=tally)
        kept([Spent(batch=row, tag=tag_of(salt, bytes(refs[one]))) for one in batch.said])
