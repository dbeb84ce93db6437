"""What the specialists carry whom a supervisor supports: never with whom, never a word."""

from django.http import HttpRequest
from ninja import Router, Status

from alongside.api.auth import full, person_of
from alongside.api.shapes import Bool, Day, Id, Int, Shape
from alongside.concerns.counted import open_when_month_began
from alongside.counts.rules import LEAST as FEWEST
from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.keys.queries import is_supervisor_in_force
from alongside.people.models import RoleName
from alongside.programme.models import Debrief
from alongside.programme.queries import SUPPORTED_AT_MOST, debriefs_of
from alongside.programme.supporting import answer_debrief
from alongside.promises.desk import Carried, carried
from alongside.promises.rules import LEAST_PEOPLE, TOTALS_DAYS
from alongside.wall.actions import Page, tell_people

router = Router(tags=["supervising"])


class CarriedTotalsShape(Shape):
    """What became of a specialist's own words in the last weeks."""

    open: Int
    kept: Int
    moved: Int
    broken: Int
    repaired: Int


class DebriefWishShape(Shape):
    """A talk after a hard contact: since when it is wished for, and its day."""

    asked_on: Day
    due_on: Day
    meets_on: Day | None


class TalkOnShape(Shape):
    """The day on which the two talk."""

    meets_on: Day


class CarriedShape(Shape):
    """One specialist; no totals where they would point at one person."""

    account_id: Id
    name: str
    load: Int
    cap: Int
    waiting: Int
    paused: Bool
    totals: CarriedTotalsShape | None
    debrief: DebriefWishShape | None


class SupervisingShape(Shape):
    """Those one supports, what the totals are of, and the concerns of the whole programme."""

    weeks: Int
    least: Int
    people: list[CarriedShape]
    # Open when the month began, to the nearest five; null for fewer than `concerns_least`.
    concerns: Int | None
    concerns_least: Int


@router.get("/supervising", auth=full, response=SupervisingShape)
def supervising(request: HttpRequest) -> SupervisingShape:
    """Give a supervisor what their specialists carry; each of them is told that it was read."""
    person, today = person_of(request), clock.today()
    if not is_supervisor_in_force(person, today=today):
        raise NotYours
    found = carried(today, supported_by=person.pk, size=SUPPORTED_AT_MOST)
    people = [one.person for one in found]
    tell_people(people, Page.CAPACITY, today=today, by=RoleName.SUPERVISOR)
    wishes = debriefs_of(one.account for one in found)
    shown = [_shape(one, wishes.get(one.account)) for one in found]
    return SupervisingShape(
        weeks=TOTALS_DAYS // 7,
        least=LEAST_PEOPLE,
        people=shown,
        concerns=open_when_month_began(today),
        concerns_least=FEWEST,
    )


@router.post("/supervising/{account_id}/debrief", auth=full, response={204: None})
def answer(request: HttpRequest, account_id: Id, papers: TalkOnShape) -> Status[None]:
    """Say on which day one talks with a specialist one supports, who asked for it."""
    person, today = person_of(request), clock.today()
    if not is_supervisor_in_force(person, today=today):
        raise NotYours
    answer_debrief(person, account_id, meets_on=papers.meets_on, today=today)
    return Status(204, None)


def _shape(one: Carried, wish: Debrief | None) -> CarriedShape:
    told = None if one.totals is None else CarriedTotalsShape(**vars(one.totals))
    return CarriedShape(
        account_id=bytes(one.person.ref),
        name=one.name,
        load=one.load,
        cap=one.cap,
        waiting=one.waiting,
        paused=one.paused,
        totals=told,
        debrief=None if wish is None else DebriefWishShape.model_validate(_days(wish)),
    )


def _days(wish: Debrief) -> dict[str, int | None]:
    return {name: getattr(wish, name) for name in ("asked_on", "due_on", "meets_on")}
