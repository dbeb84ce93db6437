"""The people one can ask, always whole: fetching one alone would tell what is wished for."""

from dataclasses import dataclass

from alongside.conversations.queries import hellos_waiting
from alongside.keys.queries import Signed, is_in_force, listed_people, signed_of
from alongside.people.also.queries import who_also_run_the_desk
from alongside.people.models import Account, Stopped
from alongside.people.queries import blocked_by, who_blocked
from alongside.people.stopping import who_is_stopped
from alongside.programme.breaks import stops_hellos
from alongside.programme.queries import seats_of
from alongside.programme.rules import is_free
from alongside.relationships.queries import loads_of, rest_days_of


@dataclass(frozen=True)
class Listed:
    """Someone who can be asked, now or later."""

    signed: Signed
    free: bool
    runs_desk: bool
    # The day on which a break ends that keeps them from new people, or their no to this reader.
    again_day: int | None
    not_now: tuple[str, ...]


def directory(*, today: int, seen_by: Account | None = None) -> list[Listed]:
    """Give everyone with a profile whom the programme stands behind today.

    Whom a reader blocked is left out for them. Who blocked a reader has no room for them, as a
    full person has none: who is missing from a list that others see whole would be found out.
    Who said no to a reader rests for them alone, and the day says nothing of a block since.
    """
    people = listed_people(today=today)
    mine = blocked_by(seen_by, people) if seen_by else set()
    closed_to = who_blocked(seen_by, people) if seen_by else set()
    people = [person for person in people if person.pk not in mine]
    said_no = rest_days_of(seen_by, people, today=today) if seen_by else {}
    signed, seats = signed_of(people), seats_of(people)
    loads, waiting = loads_of(people), hellos_waiting(people)
    at_desk = who_also_run_the_desk(people)
    stopped = who_is_stopped(people, Stopped.HELLOS)
    listed = []
    for person in people:
        seat, one = seats.get(person.pk), signed[person.pk]
        if seat is None or one.endorsement is None or one.profile is None:
            continue
        if not is_in_force(one.endorsement, one.records, today=today):
            continue
        closed = seat.paused or person.pk in stopped or person.pk in closed_to
        rests = stops_hellos(seat, today=today)
        free = is_free(
            paused=closed or rests or person.pk in said_no,
            cap=seat.cap,
            load=loads.get(person.pk, 0),
            waiting=waiting.get(person.pk, 0),
        )
        days = {said_no.get(person.pk), seat.back_on if rests and not closed else None}
        again = max((day for day in days if day is not None), default=None)
        listed.append(Listed(one, free, person.pk in at_desk, again, tuple(seat.not_now)))
    return listed
