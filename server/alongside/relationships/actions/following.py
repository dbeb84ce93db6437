"""Following what a header, an end or silence means for a handover: nothing moves by itself."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import Q

from alongside.ground.announce import announce
from alongside.ground.refusal import NotYours
from alongside.people.models import Account
from alongside.relationships import handing, rules
from alongside.relationships.actions.stepping import NotNow
from alongside.relationships.announcements import (
    HandoverDone,
    HandoverOver,
    HandoverTogether,
)
from alongside.relationships.handovers import silent
from alongside.relationships.models import (
    ACCOMPANIED,
    GOING,
    UNDER_WAY,
    Came,
    EndedBy,
    EndedHow,
    Handed,
    Handover,
    HandoverKind,
    Pause,
    Plan,
    Relationship,
    State,
)
from alongside.relationships.queries import side_of
from alongside.relationships.rules import CLIENT


@transaction.atomic
def follow_header(
    handover_id: int, *, read: Callable[[Handover], frozenset[bytes]], today: int
) -> None:
    """Move the rows to what the newest header says; the same again changes nothing.

    Who reads is read once the rows are held: what was read before may be over by now.
    """
    seen = _held_with_both(handover_id, ACCOMPANIED)
    if seen is None:
        return
    readers = read(seen)
    step = handing.after_header(
        seen.kind,
        seen.state,
        old_reads=bytes(seen.relationship.specialist.ref) in readers,
        new_reads=bytes(seen.to.ref) in readers,
    )
    if step is None:
        return
    if step.moves:
        _hand_over(seen, today=today)
    elif step.leaves:
        _end_of_coming(seen, step, by=EndedBy.CLIENT, today=today)
    else:
        seen.state = Handed.TOGETHER
        seen.save(update_fields=["state"])
        announce(HandoverTogether(seen))


@transaction.atomic
def call_off(relationship: Relationship, *, by: Account, today: int) -> None:
    """Let the client change their mind, before a yes and after it; no reason is asked."""
    if side_of(by, relationship) != CLIENT:
        raise NotYours
    open_one = Handover.objects.filter(relationship=relationship, state__in=UNDER_WAY).first()
    held = None if open_one is None else _held_with_both(open_one.pk, UNDER_WAY)
    if held is None:
        raise NotNow
    if held.state == Handed.ASKED:
        let_it_be(held, Handed.CALLED_OFF, by=EndedBy.CLIENT, today=today)
        return
    step = handing.after_leaving(held.kind, held.state)
    _end_of_coming(held, step, by=EndedBy.CLIENT, today=today)


def follow_end(held: Relationship, *, by: EndedBy, today: int) -> None:
    """An end with one of two specialists is not an end with the other."""
    as_old = Handover.objects.filter(
        relationship=held, state__in=(Handed.SUGGESTED, *UNDER_WAY)
    )
    for pk in as_old.order_by("id").values_list("pk", flat=True):
        _follow_end_of_old(pk, by=by, today=today)
    as_new = Handover.objects.filter(made=held, state__in=ACCOMPANIED).first()
    if as_new is not None:
        found = held_handover(as_new, ACCOMPANIED)
        step = handing.after_leaving(found.kind, found.state)
        let_it_be(found, Handed(step.state), by=by, today=today)


def drop_between(one: Account, other: Account, *, today: int) -> None:
    """A block between two also takes away what one of them was asked for by the other."""
    pair = Q(relationship__client=one, to=other) | Q(relationship__client=other, to=one)
    _drop(pair, by=one, today=today)


def drop_asks_to(person: Account, *, today: int) -> None:
    """Whoever closes their place is asked nothing any more."""
    _drop(Q(to=person), by=person, today=today)


def drop_ask_of(held: Relationship, *, today: int) -> None:
    """An ask under a promise that is replaced is nobody's to answer any more."""
    asked = Handover.objects.filter(relationship=held, state=Handed.ASKED).first()
    if asked is not None:
        found = held_handover(asked, (Handed.ASKED,))
        let_it_be(found, Handed.CALLED_OFF, by=EndedBy.PROGRAMME, today=today)


def lapse_silent_handovers(*, today: int) -> int:
    """Let go of what nobody answered for 14 days, each by itself; gives how many."""
    return sum(_lapse(pk, today=today) for pk in list(silent(today=today)))


def held_handover(handover: Handover, states: tuple[Handed, ...]) -> Handover:
    """Hold a handover whose relationships are held; NotNow once it went another way."""
    held = Handover.objects.select_for_update(of=("self",)).select_related(
        "relationship__client", "relationship__specialist", "to", "made__specialist"
    )
    found = held.filter(pk=handover.pk, state__in=states).first()
    if found is None:
        raise NotNow
    return found


def let_it_be(handover: Handover, state: Handed, *, by: int, today: int) -> None:
    """Close a handover; the talk stays where it was."""
    was_only_suggested = handover.state == Handed.SUGGESTED
    handover.state, handover.over_on = state, today
    handover.save(update_fields=["state", "over_on"])
    if not was_only_suggested:
        announce(HandoverOver(handover, by))


@transaction.atomic
def _lapse(handover_id: int, *, today: int) -> bool:
    found = _held_with_both(handover_id, (Handed.SUGGESTED, Handed.ASKED))
    if found is None:
        return False
    let_it_be(found, Handed.LAPSED, by=EndedBy.PROGRAMME, today=today)
    return True


def _held_with_both(handover_id: int, states: tuple[Handed, ...]) -> Handover | None:
    """Hold both relationships, in the order of their numbers, and then the handover."""
    seen = Handover.objects.filter(pk=handover_id).first()
    if seen is None:
        return None
    list(Relationship.objects.select_for_update().filter(pk=seen.relationship_id))
    # The yes that made the other one was waited for, where there was one.
    seen.refresh_from_db()
    if seen.made_id is not None:
        list(Relationship.objects.select_for_update().filter(pk=seen.made_id))
    if seen.state not in states:
        return None
    return held_handover(seen, states)


def _follow_end_of_old(handover_id: int, *, by: EndedBy, today: int) -> None:
    found = _held_with_both(handover_id, (Handed.SUGGESTED, *UNDER_WAY))
    step = None if found is None else handing.after_end_of_old(found.state)
    if found is None or step is None:
        return
    if not step.moves:
        let_it_be(found, Handed.CALLED_OFF, by=by, today=today)
        return
    _goes_on(found, today=today)


def _hand_over(handover: Handover, *, today: int) -> None:
    """The client's room let the one before go: this is no end, and both are told so."""
    old = handover.relationship
    state = rules.after(old.state, "hand_over")
    if state is not None:
        old.state, old.ended_how = State(state), EndedHow.HANDED_OVER
        old.ended_on, old.ended_by = today, EndedBy.CLIENT
        old.save(update_fields=["state", "ended_on", "ended_by", "ended_how"])
        Pause.objects.filter(relationship=old).delete()
        Plan.objects.filter(relationship=old).delete()
    _goes_on(handover, today=today)


def _goes_on(handover: Handover, *, today: int) -> None:
    made = handover.made
    if made is None or made.state not in GOING:
        raise NotNow
    made.came = Came.HANDED_OVER
    made.save(update_fields=["came"])
    handover.kind = HandoverKind.HANDOVER
    handover.until_on = None
    handover.state, handover.over_on = Handed.DONE, today
    handover.save(update_fields=["kind", "until_on", "state", "over_on"])
    announce(HandoverDone(handover))


def _end_of_coming(handover: Handover, step: handing.Step, *, by: EndedBy, today: int) -> None:
    made = handover.made
    state = None if made is None else rules.after(made.state, "end")
    if made is not None and state is not None:
        made.state, made.ended_on, made.ended_by = State(state), today, by
        made.save(update_fields=["state", "ended_on", "ended_by"])
    let_it_be(handover, Handed(step.state), by=by, today=today)


def _drop(whom: Q, *, by: Account, today: int) -> None:
    """A step of whoever was asked looks like any no of theirs."""
    states = (Handed.SUGGESTED, Handed.ASKED)
    for pk in Handover.objects.filter(whom, state__in=states).values_list("pk", flat=True):
        found = _held_with_both(pk, states)
        if found is None:
            continue
        is_no = by.pk == found.to_id
        side = EndedBy.SPECIALIST if is_no else EndedBy.CLIENT
        is_asked = found.state == Handed.ASKED
        state = Handed.DECLINED if is_no and is_asked else Handed.CALLED_OFF
        let_it_be(found, state, by=side, today=today)
