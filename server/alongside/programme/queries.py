"""The only doors to the programme."""

from collections.abc import Iterable

from alongside.ground.refusal import Refused
from alongside.people.models import Account
from alongside.programme.models import Programme, Seat
from alongside.programme.rules import promises_allowed


class NotSetUp(Refused):
    """There is no programme yet; whoever hosts it has to make one first."""

    code = "not-set-up"
    words = "This place is not ready yet."
    status = 503


def programme() -> Programme:
    """Give the one programme; NotSetUp before it is made."""
    found = Programme.objects.filter(pk=1).first()
    if found is None:
        raise NotSetUp
    return found


def may_be_signed(promise: bytes, settings: Programme) -> bool:
    """Say whether this (its hash, 32 bytes) is a promise the settings make now."""
    return promise in promises_allowed(settings)


def seat_of(person: Account) -> Seat | None:
    """Give a specialist's seat; None for everybody else."""
    return Seat.objects.filter(account=person).first()


def seats_of(people: Iterable[Account]) -> dict[int, Seat]:
    """Give the seats of these people by account, in one question."""
    ids = [person.pk for person in people]
    return {seat.account_id: seat for seat in Seat.objects.filter(account__in=ids)}
