"""The only doors to the programme."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from alongside.ground.languages import FIRST
from alongside.ground.refusal import Refused
from alongside.people.models import Account
from alongside.programme.documenting import Documenting, from_kept
from alongside.programme.help_lines import is_one_checked_here
from alongside.programme.models import (
    Credential,
    Debrief,
    HouseRules,
    HouseYes,
    OnCall,
    Programme,
    Seat,
)
from alongside.programme.on_call import Shift
from alongside.programme.rules import languages_on, promises_allowed
from alongside.programme.rules import missing as missing_in

# Nobody supports more people than fit on a page; the desk's list has them all.
SUPPORTED_AT_MOST = 200


class NotSetUp(Refused):
    """There is no programme yet; whoever hosts it has to make one first."""

    code = "not-set-up"
    words = "This place is not ready yet."
    status = 503


# What an answer that only reads has found already; None outside of one.
_found: ContextVar[list[Programme | None] | None] = ContextVar("found", default=None)


@contextmanager
def read_once() -> Iterator[None]:
    """Read the programme at most once in here: for answers that change nothing."""
    before = _found.set([])
    try:
        yield
    finally:
        _found.reset(before)


def programme() -> Programme:
    """Give the one programme; NotSetUp before it is made."""
    found = _programme()
    if found is None:
        raise NotSetUp
    return found


def _programme() -> Programme | None:
    known = _found.get()
    if known:
        return known[0]
    found = Programme.objects.filter(pk=1).first()
    if known is not None:
        known.append(found)
    return found


def working_days(here: Programme | None = None) -> tuple[int, ...]:
    """Give on which weekdays people work (1 is Monday): the desk's word, else the machine's."""
    here = here or _programme()
    return tuple(map(int, here.working_days if here else "")) or settings.WORKING_DAYS


def in_time_hours(here: Programme | None = None) -> int:
    """Give how early a time is moved in time: the desk's word, else the machine's."""
    here = here or _programme()
    return (here and here.in_time_hours) or int(settings.IN_TIME_HOURS)


def documenting() -> Documenting:
    """Give whether notes of meetings are kept, and how a payer counts them."""
    return from_kept(programme().documenting)


def languages() -> list[str]:
    """Give the languages that are switched on, the programme's own first."""
    here = _programme()
    return [FIRST] if here is None else languages_on(main=here.lang, further=here.languages)


def one_that_is_on(wished: str) -> str:
    """Give the language somebody wishes for if it is on, else the programme's own."""
    on = languages()
    return wished if wished in on else on[0]


def may_be_signed(promise: bytes, settings: Programme) -> bool:
    """Say whether this (its hash, 32 bytes) is a promise the settings make now."""
    return promise in promises_allowed(settings)


def missing(today: int, *, specialists: int | None = None) -> list[str]:
    """Name what is missing before the door opens, as rules.missing names it."""
    here = programme()
    is_checked = is_one_checked_here(here.help_lines, today=today)
    return missing_in(here, is_help_checked=is_checked, specialists=specialists)


def as_if(settings: Programme, changes: Mapping[str, Any]) -> Programme:
    """Give the programme as it would be with these changes; nothing is kept."""
    would_be = copy.copy(settings)
    for field, value in changes.items():
        setattr(would_be, field, value)
    return would_be


def seat_of(person: Account) -> Seat | None:
    """Give a specialist's seat; None for everybody else."""
    return Seat.objects.filter(account=person).first()


def seats_of(people: Iterable[Account]) -> dict[int, Seat]:
    """Give the seats of these people by account, in one question."""
    ids = [person.pk for person in people]
    return {seat.account_id: seat for seat in Seat.objects.filter(account__in=ids)}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list of who is on call."""

    number: int
    account: int
    ref: bytes
    shift: Shift


def on_call() -> list[Row]:
    """Give who is on call, in the order of the week; nobody whose place is closed."""
    found = OnCall.objects.filter(account__closed=False).select_related("account")
    return [
        Row(
            one.pk,
            one.account_id,
            bytes(one.account.ref),
            Shift(one.weekday, one.starts, one.ends),
        )
        for one in found.order_by("weekday", "starts", "pk")
    ]


def credentials_of(number: int) -> list[Credential]:
    """Give the record of one specialist, the newest first; at most `credentials.MOST` rows."""
    return list(Credential.objects.filter(account=number).order_by("-done_on", "-pk"))


def credentials_ending(until: int, *, size: int) -> list[Credential]:
    """Give what runs out up to a day, or did before, of open places; the latest first."""
    ending = Credential.objects.filter(runs_out_on__lte=until, account__closed=False)
    return list(ending.select_related("account").order_by("-runs_out_on", "-pk")[:size])


def newest_house_rules() -> tuple[int, HouseRules | None]:
    """Give the version that counts, and its row; 0 and None for what the software brings."""
    newest = HouseRules.objects.order_by("-version").first()
    return (0, None) if newest is None else (newest.version, newest)


def house_yes_of(person: Account) -> int | None:
    """Give the version somebody said yes to last; None if they never did."""
    return HouseYes.objects.filter(pk=person.pk).values_list("version", flat=True).first()


def supporter_of(person: Account) -> Account | None:
    """Give whoever the team noted as the one who supports a specialist."""
    seat = Seat.objects.filter(pk=person.pk).select_related("supported_by").first()
    return None if seat is None else seat.supported_by


def supported_by(supporter: Account) -> list[Account]:
    """Give whom somebody supports, as the team noted it."""
    held = Seat.objects.filter(supported_by=supporter, account__closed=False)
    found = held.select_related("account").order_by("pk")
    return [seat.account for seat in found[:SUPPORTED_AT_MOST]]


def debriefs_of(people: Iterable[int]) -> dict[int, Debrief]:
    """Give who asked for a talk after a hard contact, in one question."""
    return {one.pk: one for one in Debrief.objects.filter(pk__in=list(people))}
