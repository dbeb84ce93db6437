"""The rows a planned year leaves behind today: as the house's own deeds would have left them.

Clients have no keys and nobody can come in as them. What the timers forget is not written: a
pause that has long been over, appointments older than a few weeks.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from django.db import models, transaction

from alongside.conversations.models import Conversation, Head, Member, Mode
from alongside.people.models import Account, Role, RoleName
from alongside.relationships.models import AGREED, Pause, Plan, Relationship, State
from alongside.relationships.rules import PAUSE_TOLD_DAYS
from alongside.simulating.beginning import begin
from alongside.simulating.pairs import AGREEMENT, RETENTION, Seeded, Side, kr_hash_of
from alongside.simulating.year.plan import TODAY, Walk, Year
from pse.ids import conv_id_of

M = TypeVar("M", bound=models.Model)
AT_ONCE = 500
# What an ask that came to nothing leaves behind of its talk is nothing.
MODES = {
    State.ASKED: Mode.ASKED,
    State.ACTIVE: Mode.ACTIVE,
    State.PAUSED: Mode.PAUSED,
    State.ENDED: Mode.CLOSED,
}


@transaction.atomic
def keep(year: Year, specialists: Sequence[Account], *, today: int) -> list[Relationship]:
    """Write the people and walks of a year that ends today; gives the relationships."""
    clients = _clients(year.clients, today)
    made = kept(
        [
            _relationship(walk, clients[walk.client], specialists[walk.specialist], today)
            for walk in year.walks
        ]
    )
    pairs = list(zip(year.walks, made, strict=True))
    kept([_plan(walk, row, today) for walk, row in pairs if _has_plan(walk)])
    kept([_pause(walk, row, today) for walk, row in pairs if _is_told(walk)])
    _talks([(walk, row) for walk, row in pairs if row.state in MODES], today)
    return made


def kept(rows: Sequence[M]) -> list[M]:
    """Write rows of one kind, many at once."""
    if not rows:
        return []
    return list(type(rows[0])._default_manager.bulk_create(rows, batch_size=AT_ONCE))


def _clients(many: int, today: int) -> list[Account]:
    first = Account.objects.count()
    people = kept(
        [
            Account(ref=_ref(first + at, today), username=f"year-made-{first + at:06}")
            for at in range(many)
        ]
    )
    kept([Role(account=one, role=RoleName.CLIENT) for one in people])
    return people


def _ref(number: int, today: int) -> bytes:
    return b"year" + today.to_bytes(4, "big") + number.to_bytes(8, "big")


def _rand(walk: Walk) -> bytes:
    return walk.asked.to_bytes(8, "big") + walk.specialist.to_bytes(8, "big")


def _relationship(walk: Walk, client: Account, with_: Account, today: int) -> Relationship:
    began = today - TODAY
    both = walk.state in AGREED
    answered = began + walk.answered if both and walk.answered is not None else None
    return Relationship(
        client=client,
        specialist=with_,
        state=walk.state,
        conv=conv_id_of(1, client.ref, kr_hash_of(client.ref), _rand(walk)),
        promise=[["kept", [str(RETENTION)]]],
        agreement_hash=AGREEMENT,
        client_sig=bytes(64),
        client_day=began + walk.asked,
        specialist_sig=bytes(64) if both else None,
        specialist_day=answered,
        asked_on=began + walk.asked,
        agreed_on=answered,
        ended_on=None if walk.ended is None else began + walk.ended,
        ended_by=walk.ended_by,
        ended_how=walk.ended_how,
    )


def _has_plan(walk: Walk) -> bool:
    return walk.planned is not None and walk.state in AGREED


def _plan(walk: Walk, row: Relationship, today: int) -> Plan:
    planned = walk.planned or 0
    return Plan(relationship=row, ends_on=today - TODAY + planned, set_by=1)


def _is_told(walk: Walk) -> bool:
    """Say whether the two still see a pause: it lasts, or was over a short while ago."""
    return (
        walk.rest is not None
        and walk.rest.since <= TODAY
        and walk.rest.until >= TODAY - PAUSE_TOLD_DAYS
    )


def _pause(walk: Walk, row: Relationship, today: int) -> Pause:
    began, rest = today - TODAY, walk.rest
    assert rest is not None  # noqa: S101
    is_over = walk.state != State.PAUSED
    return Pause(
        relationship=row,
        by=rest.by,
        since_on=began + rest.since,
        until_on=began + rest.until,
        is_chosen=rest.is_chosen,
        over_on=began + rest.until if is_over else None,
    )


def _talks(talked: Sequence[tuple[Walk, Relationship]], today: int) -> None:
    """The talks there are, each with the header it begins with, and who waits in it."""
    talks = kept([_talk(walk, row) for walk, row in talked])
    kept(
        [
            Member(
                conversation=talk,
                account_id=account,
                role=role,
                may_write=True,
            )
            for talk, (_, row) in zip(talks, talked, strict=True)
            for role, account in ((1, row.client_id), (2, row.specialist_id))
        ]
    )
    refs = _refs([row for _, row in talked])
    begin(
        [
            Seeded(
                row.conv, _side(row.client_id, refs), _side(row.specialist_id, refs), talk.pk
            )
            for talk, (_, row) in zip(talks, talked, strict=True)
        ]
    )
    began = today - TODAY
    waiting = {
        talk.pk: began + walk.waiting
        for talk, (walk, _) in zip(talks, talked, strict=True)
        if walk.waiting is not None
    }
    heads = list(Head.objects.filter(pk__in=list(waiting)))
    for head in heads:
        head.waiting_since = waiting[head.pk]
    Head.objects.bulk_update(heads, ["waiting_since"], batch_size=AT_ONCE)


def _talk(walk: Walk, row: Relationship) -> Conversation:
    return Conversation(
        ref=row.conv,
        rand=_rand(walk),
        kind=1,
        owner_id=row.client_id,
        relationship=row,
        mode=MODES[State(row.state)],
        agreement_hash=AGREEMENT,
        retention=RETENTION,
        opened_on=row.asked_on,
    )


def _refs(rows: Sequence[Relationship]) -> Mapping[int, bytes]:
    people = {one for row in rows for one in (row.client_id, row.specialist_id)}
    found = Account.objects.filter(pk__in=people).values_list("pk", "ref")
    return {pk: bytes(ref) for pk, ref in found}


def _side(account: int, refs: Mapping[int, bytes]) -> Side:
    return Side(account, refs[account], 0)
