"""An address is left, confirmed by who reads its mail, and stopped by a link."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from alongside.ground.identifiers import new_identifier
from alongside.ground.refusal import NotYours, Refused
from alongside.notices import post
from alongside.notices.models import Owed, Reach
from alongside.notices.queries import Somebody, of, reach_to_confirm, reach_to_stop
from alongside.notices.rules import PROOF_FOR, WHOLE_DAY, is_address
from alongside.notices.zones import zone_named
from alongside.people.models import DeskUser
from alongside.people.queries import is_specialist
from alongside.people.tries import Door, take_try
from alongside.programme.queries import one_that_is_on


class NotAnAddress(Refused):
    """Mail cannot be sent there."""

    code = "not-an-address"
    words = "That is not a mail address we can write to. Please check it."


class NotQuietHours(Refused):
    """Quiet hours are two times of the day in a zone that exists."""

    code = "not-quiet-hours"
    words = "Please choose two times of the day, and a time zone from the list."


class NoMail(Refused):
    """This house has no mail server to hand letters to."""

    code = "no-mail"
    words = "This place sends no mail yet."


@dataclass(frozen=True)
class Wish:
    """Where and when somebody wants notes; minutes of the day in their zone.

    `lang` is the language they read; the programme's own where that one is not on.
    """

    address: str
    turned_on: bool
    quiet_from: int
    quiet_to: int
    zone: str
    lang: str = ""


@transaction.atomic
def leave_address(somebody: Somebody, wish: Wish, *, now: datetime) -> Reach | None:
    """Keep where somebody can be reached, or forget it where the address is empty.

    A new address gets a link first; until it is used, no note goes there.
    """
    _check(somebody, wish)
    if not wish.address:
        forget_reach(somebody)
        return None
    held = Reach.objects.select_for_update().filter(of(somebody)).first()
    reach = held or _new(somebody)
    is_asked = _is_asked_again(reach, wish)
    reach.turned_on, reach.zone = wish.turned_on, wish.zone
    reach.quiet_from, reach.quiet_to = wish.quiet_from, wish.quiet_to
    reach.lang = one_that_is_on(wish.lang)
    if is_asked:
        take_try(Door("notices", f"{type(somebody).__name__} {somebody.pk}", ""), now=now)
        _ask_for_proof(reach, wish.address, now=now)
    reach.save()
    if not reach.turned_on:
        Owed.objects.filter(reach=reach).delete()
    return reach


@transaction.atomic
def confirm(token: str, *, now: datetime) -> None:
    """Let notes go to an address whose mail somebody reads; NotYours the second time."""
    found = reach_to_confirm(token, now=now)
    reach = Reach.objects.select_for_update().get(pk=found.pk)
    if reach.proof != found.proof:
        raise NotYours
    reach.confirmed, reach.returned = True, False
    reach.proof, reach.proof_until, reach.proof_waits = None, None, False
    reach.save()


@transaction.atomic
def stop(token: str) -> None:
    """Turn somebody's notes off at once; stopping twice changes nothing."""
    reach = reach_to_stop(token)
    if reach is not None:
        Reach.objects.filter(pk=reach.pk).update(turned_on=False)
        Owed.objects.filter(reach=reach).delete()


@transaction.atomic
def forget_reach(somebody: Somebody) -> None:
    """Forget where somebody could be reached."""
    Reach.objects.filter(of(somebody)).delete()


@transaction.atomic
def forget_unproven(*, now: datetime) -> None:
    """Forget addresses whose link nobody used in a day, and rests that are over."""
    Reach.objects.filter(confirmed=False, proof_until__lte=now).delete()
    Reach.objects.filter(rest_until__lte=now).update(rest_until=None)


def _check(somebody: Somebody, wish: Wish) -> None:
    if not isinstance(somebody, DeskUser) and not is_specialist(somebody):
        raise NotYours
    if wish.address and not is_address(wish.address):
        raise NotAnAddress
    if wish.address and not post.is_set_up():
        raise NoMail
    times_of_day = range(WHOLE_DAY)
    are_times = wish.quiet_from in times_of_day and wish.quiet_to in times_of_day
    if not are_times or zone_named(wish.zone) is None:
        raise NotQuietHours


def _new(somebody: Somebody) -> Reach:
    reach = Reach(ref=new_identifier())
    if isinstance(somebody, DeskUser):
        reach.desk_user = somebody
    else:
        reach.account = somebody
    return reach


def _is_asked_again(reach: Reach, wish: Wish) -> bool:
    """One that is confirmed and works need not be confirmed again."""
    return reach.address != wish.address or not reach.confirmed or reach.returned


def _ask_for_proof(reach: Reach, address: str, *, now: datetime) -> None:
    reach.address, reach.confirmed, reach.returned = address, False, False
    # Links in earlier letters end with the address they went to.
    reach.ref, reach.proof = new_identifier(), new_identifier()
    reach.proof_until, reach.proof_waits = now + PROOF_FOR, True
    post.soon()
