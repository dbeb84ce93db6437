"""What clients are told of a specialist's break: its days, and who could stand in."""

from collections.abc import Iterable
from dataclasses import dataclass

from alongside.keys.queries import specialists_named
from alongside.people.kept_apart import is_kept_from
from alongside.people.models import Account
from alongside.programme import breaks
from alongside.programme.models import Seat
from alongside.relationships.models import GOING, Relationship


@dataclass(frozen=True)
class Away:
    """A break to come or under way. `cover` is a name, and an idea: only the client asks."""

    from_on: int
    back_on: int
    cover: str | None


def aways_of(client: Account, page: Iterable[Relationship], *, today: int) -> dict[int, Away]:
    """Give, by relationship, the breaks of those a client walks with.

    Nobody is named whom the client keeps apart from, or for whom the programme does not stand.
    """
    mine = [one for one in page if one.client_id == client.pk and one.state in GOING]
    who = {one.specialist_id for one in mine}
    planned = Seat.objects.filter(account__in=who, back_on__gt=today).select_related("cover")
    seats = {seat.pk: seat for seat in planned} if who else {}
    covers = {seat.cover_id for seat in seats.values() if seat.cover_id is not None}
    names = specialists_named(covers, today=today) if covers else {}
    return {
        one.pk: _away(client, seats[one.specialist_id], names)
        for one in mine
        if one.specialist_id in seats
        and breaks.is_planned(seats[one.specialist_id], today=today)
    }


def _away(client: Account, seat: Seat, names: dict[int, str]) -> Away:
    cover = seat.cover
    named = None if cover is None else names.get(cover.pk)
    if cover is not None and (cover.pk == client.pk or is_kept_from(client, cover)):
        named = None
    return Away(seat.away_from_on or 0, seat.back_on or 0, named)
