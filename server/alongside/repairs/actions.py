"""Saying that something did not sit right, replying, closing, forgetting."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import Q

from alongside.ground import clock
from alongside.ground.announce import announce
from alongside.ground.refusal import NotYours, Refused
from alongside.notices.actions import owe_every_coordinator
from alongside.people.models import Account
from alongside.programme import queries as programmes
from alongside.relationships.announcements import Ended, Resumed
from alongside.relationships.models import OVER, Relationship, State
from alongside.relationships.queries import side_of
from alongside.relationships.rules import CLIENT
from alongside.repairs.announcements import RepairAnswered, RepairClosed, RepairOpened
from alongside.repairs.models import Repair
from alongside.repairs.queries import open_count, repair_of, untold_late
from alongside.repairs.rules import MOST_OPEN, due_on, is_late, last_due_to_forget


class RepairNotNow(Refused):
    """Nobody writes in this talk now, so nobody can reply either."""

    code = "not-now"
    words = "That is not possible now. Please look again at where things stand."


class RepairsFull(Refused):
    """So many are open between two people that one more would help neither."""

    code = "repairs-full"
    words = "Many things are open between you. Please close one first."


@transaction.atomic
def open_repair(
    relationship: Relationship,
    ref: bytes,
    *,
    by: Account,
    tells_desk: bool,
    working_days: Collection[int],
    today: int,
) -> None:
    """Note that something did not sit right, and when a reply is due; the same one is no news.

    Only a client may let the desk know of a late reply: of a specialist's, who is paid for it.
    """
    held = Relationship.objects.select_for_update().get(pk=relationship.pk)
    known = Repair.objects.filter(relationship=held, ref=ref).first()
    if known is not None and known.by_id != by.pk:
        raise NotYours
    if known is not None:
        return
    if held.state != State.ACTIVE:
        raise RepairNotNow
    if open_count(held, by=by) >= MOST_OPEN:
        raise RepairsFull
    Repair.objects.create(
        relationship=held,
        ref=ref,
        by=by,
        due_on=due_on(today, working_days=working_days),
        tells_desk=tells_desk and side_of(by, held) == CLIENT,
    )
    announce(RepairOpened(held, by))


@transaction.atomic
def wish_for_desk(
    relationship: Relationship, ref: bytes, *, by: Account, tells_desk: bool
) -> None:
    """Let the client who said it say anew whether the desk may know of a late reply.

    NotYours for anybody else. What a coordinator was told of is told already.
    """
    repair = repair_of(relationship, ref)
    if repair.by_id != by.pk or side_of(by, relationship) != CLIENT:
        raise NotYours
    repair.tells_desk = tells_desk
    repair.save(update_fields=["tells_desk"])


@transaction.atomic
def note_reply(relationship: Relationship, ref: bytes, *, by: Account, today: int) -> None:
    """Note that a reply came; whoever said it cannot reply to themselves: NotYours."""
    repair = repair_of(relationship, ref)
    if repair.by_id == by.pk:
        raise NotYours
    if repair.answered:
        return
    in_time = not is_late(repair.due_on, answered=False, today=today)
    repair.answered = True
    repair.save(update_fields=["answered"])
    announce(RepairAnswered(relationship, repair.by, in_time))


@transaction.atomic
def close_repair(relationship: Relationship, ref: bytes, *, by: Account) -> None:
    """Let whoever said it close it: nothing of it is left here. NotYours for the other."""
    repair = repair_of(relationship, ref)
    if repair.by_id != by.pk:
        raise NotYours
    repair.delete()
    announce(RepairClosed(relationship, by))


def forget_of_ended(ended: Ended) -> None:
    """Let go of what was open between two people whose time together ended."""
    Repair.objects.filter(relationship=ended.relationship).delete()


def give_time_anew(resumed: Resumed) -> None:
    """In a pause nobody could reply: what waits for a reply is due anew from its end on."""
    due = due_on(clock.today(), working_days=programmes.working_days())
    waits = Repair.objects.filter(relationship=resumed.relationship, answered=False)
    waits.filter(due_on__lt=due).update(due_on=due)


def forget_old_repairs(*, today: int) -> int:
    """Forget what has been open for too long, or whose two have parted; gives how many."""
    old = Q(due_on__lte=last_due_to_forget(today)) | Q(relationship__state__in=OVER)
    return Repair.objects.filter(old).delete()[0]


@transaction.atomic
def owe_for_late_replies(*, today: int) -> int:
    """Owe the coordinators a note for late replies they were meant to know of, once each."""
    late = Repair.objects.select_for_update().filter(pk__in=untold_late(today=today))
    told = late.update(desk_told=True)
    if told:
        owe_every_coordinator()
    return told
