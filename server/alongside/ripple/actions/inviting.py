"""Invitations: made, taken back, come by, and counted by the quarter. One transaction each.

No row says who came by whose: docs/decisions/0141-who-came-is-never-told.md.
"""

import hashlib

from django.db import transaction

from alongside.counts.actions import note
from alongside.counts.rules import BROUGHT, quarter_of
from alongside.ground.refusal import NotYours, Refused
from alongside.people.models import Account
from alongside.ripple import rules
from alongside.ripple.models import Counted, Invitation
from alongside.ripple.queries import (
    agreed_days,
    is_newcomer,
    open_invitations,
    unwatched,
    whose_quarter_is_over,
)
from alongside.ripple.rules import HAS_BROUGHT, IN_BROUGHT, bit

# So many people are looked at in one go of the timers; the next go takes the next ones.
A_GO = 500


class NoInvitation(Refused):
    """Three are open already, or the first six months are not over."""

    code = "no-invitation"
    words = "There is no invitation to give now. Please look again at where things stand."


@transaction.atomic
def invite(person: Account, code: bytes, *, today: int) -> Invitation:
    """Keep the hash of an invitation's code for a week. NotYours, NoInvitation."""
    Account.objects.select_for_update().get(pk=person.pk)
    begins = rules.may_begin_on(agreed_days(person))
    if begins is None:
        raise NotYours
    if today < begins or open_invitations(person, today=today).count() >= rules.MOST_OPEN:
        raise NoInvitation
    return Invitation.objects.create(
        account=person, code_hash=hash_of(code), ends_on=rules.last_day_of_invitation(today)
    )


@transaction.atomic
def take_invitation_back(person: Account, number: int) -> None:
    """Take an invitation back; from now on nobody comes by it. NotYours."""
    gone, _ = Invitation.objects.filter(account=person, pk=number).delete()
    if gone == 0:
        raise NotYours


@transaction.atomic
def came(person: Account, code: bytes, *, today: int) -> None:
    """Remember that somebody new came by an invitation: one bit of its giver, if counted.

    Nothing is said of whether there was such an invitation, and the invitation stays as it is.
    """
    given_by = Invitation.objects.filter(code_hash=hash_of(code), ends_on__gte=today)
    givers = given_by.exclude(account=person).values("account")
    found = Counted.objects.select_for_update(of=("self",)).filter(is_on=True)
    held = found.filter(account__in=givers).first()
    if held is None or not is_newcomer(person):
        return
    _end_of_quarter(held, today=today)
    if not held.done & bit(IN_BROUGHT):
        is_watched = held.watched is not None and held.watched <= quarter_of(today)
        held.done |= bit(HAS_BROUGHT if is_watched else IN_BROUGHT)
        if not is_watched:
            # Their first has come before they were watched: they are in no quarter.
            held.watched = None
    held.save(update_fields=["done", "watched"])


def count_whose_quarter_is_over(*, today: int) -> int:
    """Count whoever had brought nobody yet, once a quarter: did they now?"""
    _begin_watching(today=today)
    waiting = whose_quarter_is_over(today=today).values_list("pk", flat=True)[:A_GO]
    return sum(_count_quarter(pk, today=today) for pk in waiting)


@transaction.atomic
def forget_invitations(*, today: int) -> int:
    """Forget invitations that are over; gives how many."""
    return Invitation.objects.filter(ends_on__lt=today).delete()[0]


def hash_of(code: bytes) -> bytes:
    """Give what is kept of a code."""
    return hashlib.sha256(code).digest()


@transaction.atomic
def _begin_watching(*, today: int) -> None:
    fresh = [*unwatched().select_for_update(of=("self",))[:A_GO]]
    for held in fresh:
        begins = rules.may_begin_on(agreed_days(held.account))
        held.watched = rules.first_whole_quarter(max(today, begins or today))
    Counted.objects.bulk_update(fresh, ["watched"])


@transaction.atomic
def _count_quarter(pk: int, *, today: int) -> int:
    locked = Counted.objects.select_for_update(of=("self",)).select_related("account")
    held = locked.get(pk=pk)
    if not held.is_on or not _end_of_quarter(held, today=today):
        return 0
    held.save(update_fields=["done", "watched"])
    return 1


def _end_of_quarter(held: Counted, *, today: int) -> bool:
    """Count the quarter that is over, if one is; the next begins now."""
    if held.watched is None or held.watched >= quarter_of(today):
        return False
    has_brought = bool(held.done & bit(HAS_BROUGHT))
    note(BROUGHT, held.account, yes=has_brought, today=today)
    held.watched = None if has_brought else quarter_of(today)
    if has_brought:
        held.done = (held.done | bit(IN_BROUGHT)) & ~bit(HAS_BROUGHT)
    return True
