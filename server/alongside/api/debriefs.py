"""A specialist asks whoever supports them for a talk after a hard contact."""

from django.http import HttpRequest
from ninja import Router, Status

from alongside.api.auth import full, person_of
from alongside.api.shapes import Day, Int, Shape
from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.keys.queries import is_supervisor_in_force, supervisors_named
from alongside.people.models import Account
from alongside.people.queries import is_specialist
from alongside.programme import queries, supporting
from alongside.programme.debriefs import NobodySupports
from alongside.promises.rules import LEAST_PEOPLE, TOTALS_DAYS
from alongside.repairs.rules import due_on

router = Router(tags=["debriefs"], auth=full)


class DebriefShape(Shape):
    """Who supports me, from how many people on they see totals, and the talk I asked for."""

    supporter: str | None
    weeks: Int
    least: Int
    asked_on: Day | None
    due_on: Day | None
    meets_on: Day | None


@router.get("/debrief", response=DebriefShape)
def debrief(request: HttpRequest) -> DebriefShape:
    """Give one's own; 404 for whoever is no specialist."""
    return _shape(_specialist(request), today=clock.today())


@router.post("/debrief", response=DebriefShape)
def ask(request: HttpRequest) -> DebriefShape:
    """Ask for a talk; one that waits, or whose day is to come, stands as it is."""
    person, today = _specialist(request), clock.today()
    supporter = queries.supporter_of(person)
    if supporter is None or not is_supervisor_in_force(supporter, today=today):
        raise NobodySupports
    due = due_on(today, working_days=queries.working_days())
    supporting.ask_for_debrief(person, today=today, due_on=due)
    return _shape(person, today=today)


@router.delete("/debrief", response={204: None})
def take_back(request: HttpRequest) -> Status[None]:
    """Take it back, or put it away."""
    supporting.take_debrief_back(_specialist(request))
    return Status(204, None)


def _specialist(request: HttpRequest) -> Account:
    person = person_of(request)
    if not is_specialist(person):
        raise NotYours
    return person


def _shape(person: Account, *, today: int) -> DebriefShape:
    supporter = queries.supporter_of(person)
    names = supervisors_named(today=today) if supporter else {}
    here = queries.debriefs_of([person.pk]).get(person.pk)
    return DebriefShape(
        supporter=None if supporter is None else names.get(supporter.pk),
        weeks=TOTALS_DAYS // 7,
        least=LEAST_PEOPLE,
        asked_on=None if here is None else here.asked_on,
        due_on=None if here is None else here.due_on,
        meets_on=None if here is None else here.meets_on,
    )
