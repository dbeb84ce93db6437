"""Invites: made by a specialist, used once, and gone after four weeks."""

from dataclasses import dataclass

from django.db import transaction

from alongside.ground.refusal import NotYours, Refused
from alongside.keys.announcements import LockRenewed
from alongside.keys.queries import endorsement_in_force
from alongside.people.models import Account, Stopped
from alongside.people.queries import is_specialist
from alongside.people.stopping import check_not_stopped
from alongside.relationships import rules
from alongside.relationships.actions.stepping import NotNow
from alongside.relationships.models import Invite, Relationship, State
from alongside.relationships.queries import invites_of, open_invites


class InvitesFull(Refused):
    """A specialist has as many open invites as can be looked after."""

    code = "invites-full"
    words = "You have many open links. Take one back, or wait until one is used."


@dataclass(frozen=True)
class InvitePaper:
    """What a newcomer hands in with the ask: which invite, and what only its holder makes."""

    ref: bytes
    bind: bytes


@transaction.atomic
def invite(ref: bytes, *, by: Account, today: int) -> Invite:
    """Keep a new invite; the same one again gives the same."""
    if not is_specialist(by) or endorsement_in_force(by, today=today) is None:
        raise NotYours
    check_not_stopped(by, Stopped.HELLOS)
    Account.objects.select_for_update().get(pk=by.pk)
    known = Invite.objects.filter(ref=ref).first()
    if known is not None:
        return _only_mine(known, by)
    if open_invites(today=today).filter(specialist=by).count() >= rules.INVITES_OPEN:
        raise InvitesFull
    return Invite.objects.create(ref=ref, specialist=by, ends_on=rules.invite_ends_on(today))


@transaction.atomic
def take_invite_back(ref: bytes, *, by: Account) -> None:
    """Forget an invite of one's own; one whose hello waits for an answer stays."""
    held = invites_of(by).select_for_update(of=("self",)).filter(ref=ref).first()
    if held is None:
        raise NotYours
    if held.used_by is not None and held.used_by.state == State.ASKED:
        raise NotNow
    held.delete()


def look_at_invite(ref: bytes, *, today: int) -> None:
    """Return if an invite can be used now; NotYours else, and whose it is learns of it."""
    if not open_invites(today=today).filter(ref=ref).exists():
        note_second_use(ref)
        raise NotYours


def note_second_use(ref: bytes) -> None:
    """Somebody came with a used invite: the specialist is told."""
    Invite.objects.filter(ref=ref, used_by__isnull=False).update(came_again=True)


def use_invite(paper: InvitePaper, relationship: Relationship, *, today: int) -> None:
    """Use an invite up for this ask, in the caller's transaction; NotYours for any other."""
    fitting = open_invites(today=today).filter(specialist=relationship.specialist)
    held = fitting.select_for_update().filter(ref=paper.ref).first()
    if held is None:
        raise NotYours
    held.used_by, held.bind = relationship, paper.bind
    held.save(update_fields=["used_by", "bind"])


def answer_invite(relationship: Relationship, yes: bytes) -> None:
    """Keep what the specialist handed in with the yes, in the caller's transaction."""
    if not Invite.objects.filter(used_by=relationship).update(yes=yes):
        raise NotYours


def take_open_ones_back(renewed: LockRenewed) -> None:
    """The lock that open invites name is gone: they lead nowhere any more."""
    take_all_invites_back(renewed.account)


def take_all_invites_back(person: Account) -> None:
    """Forget what nobody has used yet."""
    Invite.objects.filter(specialist=person, used_by=None).delete()


def forget_invites(*, today: int) -> int:
    """Forget invites three weeks after their last day; gives how many."""
    old = Invite.objects.filter(ends_on__lte=rules.last_end_to_forget(today))
    return old.delete()[0]


def _only_mine(known: Invite, by: Account) -> Invite:
    if known.specialist_id != by.pk:
        raise NotYours
    return known
