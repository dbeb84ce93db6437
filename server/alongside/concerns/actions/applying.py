"""What measures stop is stopped, and goes on again when they are over."""

from django.db import transaction

from alongside.concerns.decided import in_force_for
from alongside.concerns.measures import RESTS_FOR_GOOD, Stops, stops_of
from alongside.conversations.actions import gates
from alongside.people.models import Account, Stopped
from alongside.people.stopping import stop_exactly
from alongside.relationships import actions as relationships


@transaction.atomic
def apply_to(person: Account, *, today: int) -> None:
    """Stop exactly what the measures that hold for somebody stop; their talks rest or go on.

    One at a time for one person: two measures that change at once see each other.
    """
    Account.objects.select_for_update().get(pk=person.pk)
    going = in_force_for(person)
    stop_exactly(person, {Stopped(what) for one in going for what in stops_of(one.kind)})
    silent = [one for one in going if Stops.WRITING in stops_of(one.kind)]
    if silent:
        last = max(one.ends_on or today + RESTS_FOR_GOOD for one in silent)
        relationships.rest_all(person, until=last, today=today)
    else:
        relationships.wake_all(person, today=today)
    gates.tell_all_of(person)
