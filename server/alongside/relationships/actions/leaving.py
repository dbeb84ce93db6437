"""Leaving: a no, a change of mind, an end, a block, or fourteen days of silence."""

from django.db import transaction
from django.db.models import Q

from alongside.ground.announce import announce
from alongside.people import actions as people
from alongside.people.models import Account
from alongside.relationships import rules
from alongside.relationships.actions.following import (
    drop_asks_to,
    drop_between,
    follow_end,
)
from alongside.relationships.actions.stepping import BY, NotNow, held_for
from alongside.relationships.announcements import AskLeft, Ended
from alongside.relationships.models import (
    OPEN,
    UNDER_WAY,
    EndedBy,
    EndedHow,
    Handed,
    Handover,
    Pause,
    Plan,
    Relationship,
    State,
    WayBack,
)
from alongside.relationships.queries import (
    between,
    other_of,
    plan_of,
    side_of,
    silent_asks,
)


@transaction.atomic
def decline(relationship: Relationship, *, by: Account, today: int) -> None:
    """Let the specialist say no, without a reason."""
    _step(relationship, "decline", by=by, today=today)


@transaction.atomic
def withdraw(relationship: Relationship, *, by: Account, today: int) -> None:
    """Let the client take an ask back."""
    _step(relationship, "withdraw", by=by, today=today)


@transaction.atomic
def end(relationship: Relationship, *, by: Account, today: int) -> None:
    """Let either of the two end it at once, without a reason."""
    _step(relationship, "end", by=by, today=today)


@transaction.atomic
def block(relationship: Relationship, *, by: Account, today: int) -> None:
    """Leave at once if it is not over yet, and refuse every later ask between the two."""
    other = other_of(by, relationship)
    ours = between(by, other, held=relationship)
    _hold_first(
        ours, Q(relationship__client=by, to=other) | Q(relationship__client=other, to=by)
    )
    for one in ours:
        _leave_if_open(one, by=by, today=today)
        _forget_wish(one, by=by)
    drop_between(by, other, today=today)
    # It stands on a wall: walls are held after all that is left.
    people.block(other, by=by)


@transaction.atomic
def unblock(relationship: Relationship, *, by: Account) -> None:
    """Let somebody ask again; nothing else comes back, and they are told nothing."""
    people.unblock(other_of(by, relationship), by=by)


@transaction.atomic
def leave_all(person: Account, *, today: int) -> None:
    """Leave everything that is not over yet: someone closes their place."""
    ours = Q(client=person) | Q(specialist=person)
    mine = list(Relationship.objects.filter(ours, state__in=OPEN).order_by("id"))
    _hold_first(mine, Q(to=person))
    for relationship in mine:
        _leave_if_open(relationship, by=person, today=today, how=EndedHow.PLACE_CLOSED)
    drop_asks_to(person, today=today)


@transaction.atomic
def end_all(person: Account, *, today: int) -> int:
    """Let the programme end all that goes on with somebody who was removed; gives how many."""
    ours = Q(client=person) | Q(specialist=person)
    mine = list(Relationship.objects.filter(ours, state__in=OPEN).order_by("id"))
    _hold_first(mine, Q(to=person))
    for relationship in mine:
        held = Relationship.objects.select_for_update().get(pk=relationship.pk)
        step = "lapse" if held.state == State.ASKED else "end"
        if rules.after(held.state, step) is not None:
            _leave(held, step, by=EndedBy.PROGRAMME, today=today)
    drop_asks_to(person, today=today)
    return len(mine)


def _hold_first(ours: list[Relationship], asked: Q) -> None:
    """Hold all that is left before any wall is: two deeds never wait for each other in a ring.

    What is handed over in them goes along, and what one of the two was asked for.
    """
    open_ones = Handover.objects.filter(state__in=(Handed.SUGGESTED, *UNDER_WAY))
    named = open_ones.filter(asked | Q(relationship__in=ours) | Q(made__in=ours))
    pairs = {
        pk for pair in named.values_list("relationship_id", "made_id") for pk in pair if pk
    }
    all_of_it = Relationship.objects.filter(pk__in={*pairs, *(one.pk for one in ours)})
    list(all_of_it.select_for_update().order_by("id"))


def lapse_silent(*, today: int) -> int:
    """End every ask that nobody answered for 14 days, each by itself; gives how many."""
    return sum(_lapse(ask.pk, today=today) for ask in silent_asks(today=today))


@transaction.atomic
def _lapse(relationship_id: int, *, today: int) -> bool:
    held = silent_asks(today=today).select_for_update(of=("self",)).filter(pk=relationship_id)
    relationship = held.first()
    if relationship is None:
        return False
    _leave(relationship, "lapse", by=EndedBy.PROGRAMME, today=today)
    return True


def _step(relationship: Relationship, step: str, *, by: Account, today: int) -> None:
    held = held_for(relationship, step, by=by)
    _leave(held, step, by=_side(by, held), today=today)


def _leave_if_open(
    relationship: Relationship, *, by: Account, today: int, how: EndedHow = EndedHow.SAID
) -> None:
    held = Relationship.objects.select_for_update().get(pk=relationship.pk)
    step = rules.way_out(held.state, by=side_of(by, held))
    if step is not None:
        _leave(held, step, by=_side(by, held), today=today, how=how)


def _leave(
    held: Relationship, step: str, *, by: EndedBy, today: int, how: EndedHow = EndedHow.SAID
) -> None:
    state = rules.after(held.state, step)
    if state is None:
        raise NotNow
    held.ended_how = _how(held, how, state=state, today=today)
    held.state, held.ended_on, held.ended_by = State(state), today, by
    held.save(update_fields=["state", "ended_on", "ended_by", "ended_how"])
    Pause.objects.filter(relationship=held).delete()
    Plan.objects.filter(relationship=held).delete()
    follow_end(held, by=by, today=today)
    announce(Ended(held) if state == State.ENDED else AskLeft(held))


def _how(held: Relationship, how: EndedHow, *, state: str, today: int) -> EndedHow:
    if state != State.ENDED or how != EndedHow.SAID:
        return how if state == State.ENDED else EndedHow.SAID
    plan = plan_of(held)
    is_planned = plan is not None and rules.was_planned(plan.ends_on, today=today)
    return EndedHow.PLANNED if is_planned else how


def _forget_wish(relationship: Relationship, *, by: Account) -> None:
    mine = {side_of(by, relationship): False}
    WayBack.objects.filter(relationship=relationship).update(**mine)


def _side(person: Account, relationship: Relationship) -> EndedBy:
    return BY[side_of(person, relationship)]
