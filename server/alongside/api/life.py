"""A relationship on its way: a pause, a plan, a way back, as one of the two sees them."""

from typing import Annotated

from pydantic import Field

from alongside.api.shapes import Bool, Day, Int, Shape
from alongside.ground import clock
from alongside.relationships.models import (
    EndedBy,
    EndedHow,
    Pause,
    Plan,
    Relationship,
    State,
    WayBack,
)
from alongside.relationships.rules import (
    CLIENT,
    SPECIALIST,
    is_told_now,
    reminder,
    way_back_until,
)

_SIDES: dict[int, str] = {EndedBy.CLIENT: CLIENT, EndedBy.SPECIALIST: SPECIALIST}
_HOW = {
    EndedHow.PLACE_CLOSED: "closed",
    EndedHow.PLANNED: "planned",
    EndedHow.HANDED_OVER: "handed-over",
}


class PauseShape(Shape):
    """A pause: whose, since when, until when, and whether it is over."""

    by: str
    since_on: Day
    until_on: Day
    chosen: Bool
    over_on: Day | None


class WayBackWishShape(Shape):
    """More time, as one of the two wishes it; null is no day at all."""

    by: str
    ends_on: Day | None


class PlanShape(Shape):
    """Until when they mean to walk together, and the reminder that is due for this side."""

    ends_on: Day | None
    by: str
    wish: WayBackWishShape | None
    remind: Int | None


class WayBackShape(Shape):
    """Whether one wishes to meet again, whether both do, and until when it can be said."""

    mine: Bool
    both: Bool
    until_on: Day


class UntilShape(Shape):
    """The last day of a pause; null for as long as one can last."""

    until_on: Day | None


class PlannedShape(Shape):
    """The day on which their time together is meant to end; null for none."""

    ends_on: Day | None


class HeardShape(Shape):
    """Which reminder is put away, in weeks before the day."""

    weeks: Annotated[int, Field(strict=True, ge=0, le=4)]


class BackShape(Shape):
    """Whether one would be glad to meet again."""

    wish: Bool


def how_ended(relationship: Relationship) -> str | None:
    """Say what else both may know of an end."""
    return _HOW.get(EndedHow(relationship.ended_how))


def pause_shape(pause: Pause | None, mine: str) -> PauseShape | None:
    """Write a pause for the side that sees it."""
    if pause is None:
        return None
    return PauseShape(
        by=_whose(pause.by, mine),
        since_on=pause.since_on,
        until_on=pause.until_on,
        chosen=pause.is_chosen,
        over_on=pause.over_on,
    )


def plan_shape(plan: Plan | None, mine: str) -> PlanShape | None:
    """Write a plan for the side that sees it; the other's reminders are theirs."""
    if plan is None:
        return None
    wish = None
    if plan.wished_by is not None:
        wish = WayBackWishShape(by=_whose(plan.wished_by, mine), ends_on=plan.wished_ends_on)
    return PlanShape(
        ends_on=plan.ends_on,
        by=_whose(plan.set_by, mine),
        wish=wish,
        remind=_reminder(plan, mine),
    )


def way_back_shape(
    relationship: Relationship, found: WayBack | None, mine: str
) -> WayBackShape | None:
    """Write a way back; of the other's wish nothing shows before it is both's."""
    if relationship.state != State.ENDED or relationship.ended_on is None:
        return None
    until = way_back_until(relationship.ended_on)
    if until < clock.today():
        return None
    if found is None:
        return WayBackShape(mine=False, both=False, until_on=until)
    own = found.client if mine == CLIENT else found.specialist
    return WayBackShape(mine=own, both=found.client and found.specialist, until_on=until)


def _reminder(plan: Plan, mine: str) -> int | None:
    if plan.relationship.state != State.ACTIVE:
        return None
    due = reminder(plan.ends_on, today=clock.today())
    heard = plan.client_heard if mine == CLIENT else plan.specialist_heard
    return due if is_told_now(due, heard=heard) else None


def _whose(side: int, mine: str) -> str:
    if side == EndedBy.PROGRAMME:
        return "programme"
    return "you" if _SIDES.get(side) == mine else "them"
