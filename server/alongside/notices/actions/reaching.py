"""An address is left, confirmed by who reads its mail, and stopped by a link."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from alongside.ground import clock
from alongside.ground.clock import day_of
from alongside.ground.identifiers import new_identifier
from alongside.ground.refusal import NotYours, Refused
from alongside.notices import post
from alongside.notices.actions.hearing import MAIL, has_more, settle_ways, tell_way
from alongside.notices.models import Feed, Owed, Phone, Reach
from alongside.notices.queries import Somebody, of, reach_to_confirm, reach_to_stop
from alongside.notices.rules import (
    LONGEST_SENDER,
    LONGEST_SUBJECT,
    PERIODS,
    PROOF_FOR,
    WHOLE_DAY,
    is_address,
    is_plain,
)
from alongside.notices.zones import zone_named
from alongside.people.models import DeskUser
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


class NotPlain(Refused):
    """What stands above a note is one short line."""

    code = "not-plain"
    words = "Please choose a short name and a short subject, each on one line."


class NoMail(Refused):
    """This house has no mail server to hand letters to."""

    code = "no-mail"
    words = "This place sends no mail yet."


@dataclass(frozen=True)
class Wish:
    """Where and when somebody wants notes; minutes of the day in their zone.

    `lang` is the language they read; the programme's own where that one is not on. `sender`
    and `subject` stand above a mail, the usual words where they are empty.
    """

    address: str
    turned_on: bool
    quiet_from: int
    quiet_to: int
    zone: str
    lang: str = ""
    sender: str = ""
    subject: str = ""
    rest_hours: int = PERIODS[0]
    day_before: bool = False
    hour_before: bool = False


@transaction.atomic
def leave_address(somebody: Somebody, wish: Wish, *, now: datetime) -> Reach | None:
    """Keep how somebody wants to be reached; an empty address takes the mail away.

    A new address gets a link first; until it is used, no note goes there. Where nothing is
    left that tells them anything, nothing is kept.
    """
    _check(wish)
    held = Reach.objects.select_for_update().filter(of(somebody)).first()
    if not wish.address and not (held and (held.hears or has_more(held))):
        _stop_telling(held, today=day_of(now))
        forget_reach(somebody)
        return None
    reach = held or _new(somebody)
    is_asked = bool(wish.address) and _is_asked_again(reach, wish)
    if is_asked or not wish.address or not wish.turned_on:
        _stop_telling(held, today=day_of(now))
    elif held and not held.turned_on:
        tell_way(reach, MAIL, is_on=True, today=day_of(now))
    reach.turned_on, reach.zone = wish.turned_on, wish.zone
    reach.quiet_from, reach.quiet_to = wish.quiet_from, wish.quiet_to
    reach.lang = one_that_is_on(wish.lang)
    reach.sender, reach.subject = wish.sender, wish.subject
    reach.rest_hours = wish.rest_hours
    reach.day_before, reach.hour_before = wish.day_before, wish.hour_before
    if not wish.address:
        _take_mail_away(reach)
    if is_asked:
        take_try(Door("notices", f"{type(somebody).__name__} {somebody.pk}", ""), now=now)
        _ask_for_proof(reach, wish.address, now=now)
    reach.save()
    if not reach.turned_on and not reach.hears:
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
    if reach.turned_on:
        tell_way(reach, MAIL, is_on=True, today=day_of(now))


@transaction.atomic
def stop(token: str) -> None:
    """Turn somebody's mail off at once; stopping twice changes nothing."""
    found = reach_to_stop(token)
    reach = found and Reach.objects.select_for_update().filter(pk=found.pk).first()
    if reach is None:
        return
    _stop_telling(reach, today=clock.today())
    Reach.objects.filter(pk=reach.pk).update(turned_on=False)
    if not reach.hears:
        Owed.objects.filter(reach=reach).delete()


@transaction.atomic
def forget_reach(somebody: Somebody) -> None:
    """Forget where somebody could be reached."""
    Reach.objects.filter(of(somebody)).delete()


@transaction.atomic
def forget_unproven(*, now: datetime) -> None:
    """Forget addresses whose link nobody used in a day, numbers, and rests that are over."""
    unproven = Reach.objects.filter(confirmed=False, proof_until__lte=now)
    Phone.objects.filter(confirmed=True, proof_until__lte=now).update(
        proof=None, proof_until=None
    )
    old = Phone.objects.filter(confirmed=False, proof_until__lte=now).select_related("reach")
    for phone in old.order_by("pk"):
        reach = phone.reach
        phone.delete()
        settle_ways(reach)
    feeds, phones = Feed.objects.values("reach"), Phone.objects.values("reach")
    unproven.filter(hears=False).exclude(pk__in=feeds).exclude(pk__in=phones).delete()
    unproven.update(address="", returned=False, proof=None, proof_until=None, proof_waits=False)
    Reach.objects.filter(rest_until__lte=now).update(rest_until=None)


def _check(wish: Wish) -> None:
    if wish.address and not is_address(wish.address):
        raise NotAnAddress
    if wish.address and not post.is_set_up():
        raise NoMail
    is_plainly_said = is_plain(wish.sender, longest=LONGEST_SENDER) and is_plain(
        wish.subject, longest=LONGEST_SUBJECT
    )
    if not is_plainly_said or wish.rest_hours not in PERIODS:
        raise NotPlain
    times_of_day = range(WHOLE_DAY)
    are_times = wish.quiet_from in times_of_day and wish.quiet_to in times_of_day
    if not are_times or zone_named(wish.zone) is None:
        raise NotQuietHours


def _stop_telling(reach: Reach | None, *, today: int) -> None:
    """Say on the wall that mail comes no more, if any came."""
    if reach is not None and reach.confirmed and reach.turned_on:
        tell_way(reach, MAIL, is_on=False, today=today)


def _take_mail_away(reach: Reach) -> None:
    reach.address, reach.confirmed, reach.returned = "", False, False
    reach.proof, reach.proof_until, reach.proof_waits = None, None, False


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
