"""Giving one's word for a day, moving it in time, and what the two say became of it."""

from django.db import transaction
from django.db.models import F

from alongside.conversations.actions.gates import tell_both
from alongside.ground.refusal import NotYours, Refused
from alongside.people.models import Account
from alongside.promises import rules
from alongside.promises.models import Became, Made, Pledge
from alongside.promises.queries import side_in
from alongside.relationships.announcements import Ended, HandoverDone, HandoverOver
from alongside.relationships.models import GOING, Relationship
from alongside.relationships.queries import parted


class NotADay(Refused):
    """A day that lies behind, or too far ahead to give one's word for."""

    code = "not-a-day"
    words = "Please choose a day from today on, within a year."


class TooMuchOpen(Refused):
    """More would be too much for two people to keep in mind."""

    code = "pledges-full"
    words = "Much is still to be done. Please look at that first."


class TooManyToday(Refused):
    """Whoever gave their word so often in a day had better keep some first."""

    code = "pledges-today"
    words = "You gave your word many times today. Please go on tomorrow."


class NotNow(Refused):
    """This cannot be said of it now, or not by this side."""

    code = "not-now"
    words = "That is not possible now. Please look again at where things stand."


@transaction.atomic
def pledge(
    relationship: Relationship, ref: bytes, *, made: Made, due_on: int, by: Account, today: int
) -> Pledge:
    """Give one's word for a day; the same again changes nothing."""
    held = _held(relationship)
    side = side_in(by, held)
    known = Pledge.objects.filter(relationship=held, ref=ref).first()
    if known is not None:
        if known.by != side:
            raise NotYours
        return known
    if held.state not in GOING:
        raise NotNow
    if not rules.may_be_due(due_on, today=today):
        raise NotADay
    still = Pledge.objects.filter(relationship=held, state=Became.OPEN)
    if still.exclude(made_by=Made.APPOINTMENT).count() >= rules.MOST_OPEN:
        raise TooMuchOpen
    theirs = Pledge.objects.filter(relationship=held, by=side, made_on=today)
    if theirs.exclude(made_by=Made.APPOINTMENT).count() >= rules.MOST_A_DAY:
        raise TooManyToday
    given = Pledge.objects.create(
        relationship=held, ref=ref, by=side, made_by=made, made_on=today, due_on=due_on
    )
    tell_both(held)
    return given


@transaction.atomic
def move(
    relationship: Relationship, ref: bytes, *, due_on: int, by: Account, today: int
) -> Pledge:
    """Move one's own word to another day, in time; the same day again changes nothing."""
    held = _held(relationship)
    found = _pledge(held, ref)
    if found.by != side_in(by, held):
        raise NotNow
    if found.due_on == due_on and found.moves:
        return found
    if not rules.may_be_due(due_on, today=today):
        raise NotADay
    may = rules.may_move(found.state, found.due_on, due_on, moves=found.moves, today=today)
    if held.state not in GOING or not may:
        raise NotNow
    found.due_on, found.moves = due_on, found.moves + 1
    found.save(update_fields=["due_on", "moves"])
    tell_both(held)
    return found


@transaction.atomic
def say(
    relationship: Relationship, ref: bytes, word: str, *, by: Account, today: int
) -> Pledge:
    """Say what became of it, as far as one's own side may say so."""
    held = _held(relationship)
    found = _pledge(held, ref)
    if held.state not in GOING:
        raise NotNow
    part = rules.part_of(side_in(by, held), by=found.by)
    is_reply = found.made_by == Made.REPLY
    state = rules.after(
        found.state, word, part=part, due_on=found.due_on, today=today, is_reply=is_reply
    )
    if state is None:
        raise NotNow
    found.state, found.settled_on = Became(state), today
    found.save(update_fields=["state", "settled_on"])
    tell_both(held)
    return found


def end_pledges(gone: Ended | HandoverDone | HandoverOver) -> None:
    """What was open between two people is called off when they part: nobody broke it."""
    for relationship in parted(gone):
        still = Pledge.objects.filter(relationship=relationship, state=Became.OPEN)
        still.update(state=Became.CALLED_OFF, settled_on=relationship.ended_on)


def let_silent_stand(*, today: int) -> int:
    """Let stand what nobody said anything about for four weeks; it counts for nobody."""
    last = rules.last_day_to_stand(today)
    silent = Pledge.objects.filter(state=Became.OPEN, due_on__lte=last)
    return silent.update(state=Became.STOOD, settled_on=F("due_on"))


def forget_pledges(*, today: int) -> int:
    """Forget what was settled two years ago."""
    last = rules.last_day_to_forget(today)
    return Pledge.objects.filter(settled_on__lte=last).delete()[0]


def _held(relationship: Relationship) -> Relationship:
    return Relationship.objects.select_for_update().get(pk=relationship.pk)


def _pledge(held: Relationship, ref: bytes) -> Pledge:
    found = Pledge.objects.select_for_update().filter(relationship=held, ref=ref).first()
    if found is None:
        raise NotYours
    if found.made_by == Made.APPOINTMENT:
        # What became of a meeting is said of the meeting itself.
        raise NotNow
    return found
