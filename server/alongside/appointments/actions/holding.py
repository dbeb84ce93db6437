"""Holding two people's times while something about them is written: nobody is booked twice."""

from datetime import datetime, timedelta

from alongside.appointments.models import Appointment, Side, Stands
from alongside.appointments.queries import taken_by
from alongside.appointments.rules import hours as rules
from alongside.ground.refusal import NotYours, Refused
from alongside.people.models import Account
from alongside.relationships.models import Relationship, State


class TimeIsTaken(Refused):
    """Somebody was quicker, or one of the two is somewhere else then."""

    code = "time-taken"
    words = "That time is not free any more. Please choose another."


class NotATime(Refused):
    """A time that nobody can meet at."""

    code = "not-a-time"
    words = "That time cannot be chosen. Please look at the day and the hour again."


class TimeHasChanged(Refused):
    """The other side asked for something else meanwhile."""

    code = "time-changed"
    words = "Meanwhile another time was asked for. Please look at it again."
    status = 409


class NotThisStep(Refused):
    """This step cannot be taken from here."""

    code = "not-now"
    words = "That is not possible now. Please look again at where things stand."


def hold(relationship: Relationship, *, is_going: bool = True) -> Relationship:
    """Hold a relationship, and then both people's times, until the transaction ends.

    Whoever writes a time holds both people first, always in one order: two who want the same
    hour come one after the other, and the second sees what the first wrote.
    """
    held = Relationship.objects.select_for_update().get(pk=relationship.pk)
    if is_going and held.state != State.ACTIVE:
        raise NotThisStep
    both = Account.objects.filter(pk__in=(held.client_id, held.specialist_id))
    list(both.select_for_update(no_key=True).order_by("pk"))
    return held


def hold_appointment(one: Appointment, *, is_going: bool = True) -> Appointment:
    """Hold an appointment as it stands now."""
    hold(one.relationship, is_going=is_going)
    found = Appointment.objects.select_related(
        "relationship__client", "relationship__specialist"
    )
    again = found.filter(pk=one.pk).first()
    if again is None:
        raise NotYours
    return again


def side_of(person: Account, one: Appointment | Relationship) -> Side:
    """Say which of the two somebody is."""
    return Side.CLIENT if one.client_id == person.pk else Side.SPECIALIST


def close(one: Appointment, state: Stands, *, today: int) -> None:
    """Let a time come to nothing; nobody waits for anything about it any more."""
    one.state, one.closed_on = state, today
    one.wished_at = one.wished_by = None
    one.wished_in_time = one.wants_earlier = False
    one.save()


def refuse_taken(
    relationship: Relationship, start: datetime, minutes: int, *, but: int | None = None
) -> None:
    """Raise TimeIsTaken if one of the two is spoken for at this time."""
    end = start + timedelta(minutes=minutes)
    for person in (relationship.client, relationship.specialist):
        taken = taken_by(person, since=start, until=end, but=but)
        if rules.clashes(start, minutes, taken):
            raise TimeIsTaken
