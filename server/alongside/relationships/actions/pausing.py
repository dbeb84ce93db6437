"""Pauses: nobody writes for a while, everything stays readable, and it ends by itself."""

from django.db import transaction
from django.db.models import Q

from alongside.ground.announce import announce
from alongside.ground.refusal import Refused
from alongside.people.models import Account, Stopped
from alongside.people.stopping import is_stopped
from alongside.relationships import rules
from alongside.relationships.actions.stepping import BY, NotNow, held_for
from alongside.relationships.announcements import EndPlanned, Paused, Resumed
from alongside.relationships.handovers import coming_by
from alongside.relationships.models import (
    GOING,
    EndedBy,
    Pause,
    Plan,
    Relationship,
    State,
)
from alongside.relationships.queries import pause_of, pauses_due, side_of


class NotAPause(Refused):
    """A day that a pause cannot end on."""

    code = "not-a-pause"
    words = "A pause can last eight weeks at most. Please choose a day within these weeks."


@transaction.atomic
def pause(
    relationship: Relationship, *, by: Account, until: int | None = None, today: int
) -> Pause:
    """Rest from writing, until a day or for as long as a pause can last; no reason is asked."""
    held = held_for(relationship, "pause", by=by)
    if coming_by(held) is not None:
        raise NotNow
    ends_on = rules.pause_ends_on(until, today=today)
    if ends_on is None:
        raise NotAPause
    Pause.objects.filter(relationship=held).delete()
    made = Pause.objects.create(
        relationship=held,
        by=BY[side_of(by, held)],
        since_on=today,
        until_on=ends_on,
        is_chosen=until is not None,
    )
    held.state = State.PAUSED
    held.save(update_fields=["state"])
    announce(Paused(held, made))
    return made


@transaction.atomic
def resume(relationship: Relationship, *, by: Account, today: int) -> None:
    """End one's own pause before its day; the other's stays theirs to end."""
    held = held_for(relationship, "resume", by=by)
    resting = pause_of(held)
    if resting is None or not rules.may_resume(by=BY[side_of(by, held)], paused_by=resting.by):
        raise NotNow
    _go_on(held, resting, today=today)


@transaction.atomic
def rest_all(person: Account, *, until: int, today: int) -> int:
    """Let all talks of somebody rest until a day, in place of a pause of their own; how many.

    The programme does, for a measure: neither of the two ends it before its day. Where the
    other may not write either, the later of both days stands.
    """
    mine = Relationship.objects.filter(Q(client=person) | Q(specialist=person))
    going = mine.filter(state__in=GOING).select_for_update().order_by("id")
    for held in going:
        resting = pause_of(held)
        had_waited = resting is not None and resting.over_on is None and resting.had_waited
        others = _until_of_the_other(person, held, resting)
        Pause.objects.filter(relationship=held).delete()
        made = Pause.objects.create(
            relationship=held,
            by=EndedBy.PROGRAMME,
            since_on=today,
            until_on=max(until, others),
            is_chosen=True,
            had_waited=had_waited,
        )
        held.state = State.PAUSED
        held.save(update_fields=["state"])
        announce(Paused(held, made))
    return len(going)


@transaction.atomic
def wake_all(person: Account, *, today: int) -> int:
    """End every pause that a measure brought to somebody's talks; gives how many."""
    mine = Q(relationship__client=person) | Q(relationship__specialist=person)
    due = Pause.objects.filter(mine, by=EndedBy.PROGRAMME, over_on=None)
    woken = 0
    for resting in due.select_related("relationship").order_by("id"):
        held = Relationship.objects.select_for_update().get(pk=resting.relationship_id)
        other = _other_of(person, held)
        if held.state == State.PAUSED and not is_stopped(other, Stopped.WRITING):
            _go_on(held, resting, today=today)
            woken += 1
    return woken


def wake_paused(*, today: int) -> int:
    """End every pause whose day has come, each by itself; gives how many."""
    return sum(_wake(pk, today=today) for pk in list(pauses_due(today=today)))


def forget_pauses(*, today: int) -> int:
    """Forget pauses that have been over for two weeks; gives how many."""
    over = Pause.objects.filter(over_on__lte=rules.last_day_to_tell(today))
    return over.delete()[0]


@transaction.atomic
def _wake(relationship_id: int, *, today: int) -> bool:
    held = Relationship.objects.select_for_update().filter(pk=relationship_id).first()
    resting = pause_of(held) if held is not None else None
    if held is None or resting is None or rules.after(held.state, "wake") is None:
        return False
    if resting.over_on is not None or resting.until_on > today:
        return False
    if resting.by == EndedBy.PROGRAMME and _may_not_write(held):
        return False
    _go_on(held, resting, today=today)
    return True


def _may_not_write(held: Relationship) -> bool:
    """Whether a measure holds for one of the two: it wakes the talk when it is over."""
    return any(is_stopped(one, Stopped.WRITING) for one in (held.client, held.specialist))


def _until_of_the_other(person: Account, held: Relationship, resting: Pause | None) -> int:
    """Until when the measure of the other lets this talk rest; 0 where there is none."""
    if resting is None or resting.by != EndedBy.PROGRAMME or resting.over_on is not None:
        return 0
    return resting.until_on if is_stopped(_other_of(person, held), Stopped.WRITING) else 0


def _other_of(person: Account, held: Relationship) -> Account:
    return held.specialist if held.client_id == person.pk else held.client


def _go_on(held: Relationship, resting: Pause, *, today: int) -> None:
    resting.over_on = today
    resting.save(update_fields=["over_on"])
    held.state = State.ACTIVE
    held.save(update_fields=["state"])
    _move_plan(held, resting, today=today)
    announce(Resumed(held, resting))


def _move_plan(held: Relationship, resting: Pause, *, today: int) -> None:
    plan = Plan.objects.select_for_update().filter(relationship=held).first()
    if plan is None or plan.ends_on is None or today == resting.since_on:
        return
    since = resting.since_on
    plan.ends_on = rules.moved_by_pause(plan.ends_on, since=since, over=today)
    plan.wished_ends_on = rules.moved_by_pause(plan.wished_ends_on, since=since, over=today)
    plan.client_heard = plan.specialist_heard = None
    plan.save()
    announce(EndPlanned(held, plan))
