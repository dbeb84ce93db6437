"""How measures travel: what each stops and until when, and the sealed letters that say why."""

from typing import Annotated

from pydantic import Field

from alongside.api.concerns_shapes import LetterShape, letter_shape
from alongside.api.consent import SignerShape
from alongside.api.letters_shapes import LetterInShape, signer
from alongside.api.shapes import Bool, Day, Id, Int, Shape
from alongside.concerns.actions import MeasurePaper
from alongside.concerns.decided import Decided, WholeMeasure
from alongside.concerns.measures import (
    APPEAL_WITHIN,
    KINDS,
    MOST_DAYS,
    OUTCOMES,
    may_appeal,
    may_hear,
)
from alongside.concerns.models import Measure, Standing

_STANDINGS = {
    Standing.WAITS: "waits",
    Standing.IN_FORCE: "in-force",
    Standing.OVER: "over",
    Standing.REFUSED: "refused",
}


class SetShape(Shape):
    """A measure: for whom, what it stops, how long, and the sealed letter that says why."""

    id: Id
    on: Id
    kind: Annotated[Int, Field(ge=min(KINDS), le=max(KINDS))]
    days: Annotated[Int, Field(ge=0, le=MOST_DAYS)]
    letter: LetterInShape

    def read(self) -> MeasurePaper:
        """Read it."""
        return MeasurePaper(self.id, self.on, self.kind, self.days, self.letter.read())


class SecondShape(Shape):
    """A second officer's yes or no, with their words."""

    yes: Bool
    letter: LetterInShape


class DecisionShape(Shape):
    """What becomes of it: it stays (1), is shorter (2, `days` in all), is lifted (3)."""

    outcome: Annotated[Int, Field(ge=min(OUTCOMES), le=max(OUTCOMES))]
    days: Annotated[Int, Field(ge=0, le=MOST_DAYS)] = 0
    letter: LetterInShape


class MeasureShape(Shape):
    """One measure, and where it stands."""

    id: Id
    on: Id
    by: Id | None
    kind: Int
    days: Int
    standing: str
    set_on: Day
    began_on: Day | None
    ends_on: Day | None
    second: Id | None
    # The last day on which it can be appealed; null where it cannot be any more.
    appeal_until: Day | None
    appealed_on: Day | None
    due_on: Day | None
    heard_by: Id | None
    heard_on: Day | None
    outcome: Int | None


class MeasuresShape(Shape):
    """What was decided about somebody."""

    measures: list[MeasureShape]


class DecidedShape(Shape):
    """What waits for an officer, what holds, what is over, and whom it is for."""

    second: list[MeasureShape]
    appeals: list[MeasureShape]
    going: list[MeasureShape]
    over: list[MeasureShape]
    people: list[SignerShape]


class WholeMeasureShape(Shape):
    """One measure with the letters that one may read."""

    measure: MeasureShape
    # Who would read a letter of one's own about it.
    able: list[Id]
    # Whether an officer may agree as the second, or decide; false for whom it is for.
    may_second: Bool
    may_decide: Bool
    letters: list[LetterShape]
    people: list[SignerShape]


def measure_shape(one: Measure, *, today: int) -> MeasureShape:
    """Write where a measure stands."""
    until, appealed = None, one.appealed_on is not None
    if one.began_on is not None and may_appeal(
        began_on=one.began_on, appealed=appealed, today=today
    ):
        until = one.began_on + APPEAL_WITHIN
    return MeasureShape(
        id=bytes(one.ref),
        on=one.on.ref,
        by=one.by.ref if one.by else None,
        kind=one.kind,
        days=one.days,
        standing=_STANDINGS[Standing(one.standing)],
        set_on=one.set_on,
        began_on=one.began_on,
        ends_on=one.ends_on,
        second=one.second.ref if one.second else None,
        appeal_until=until,
        appealed_on=one.appealed_on,
        due_on=one.due_on,
        heard_by=one.heard_by.ref if one.heard_by else None,
        heard_on=one.heard_on,
        outcome=one.outcome,
    )


def decided_shape(found: Decided, *, today: int) -> DecidedShape:
    """Write what an officer sees of measures."""
    lists = {
        name: [measure_shape(one, today=today) for one in getattr(found, name)]
        for name in ("second", "appeals", "going", "over")
    }
    return DecidedShape(**lists, people=[signer(one) for one in found.people])


def whole_measure_shape(whole: WholeMeasure, *, person: int, today: int) -> WholeMeasureShape:
    """Write one measure, as this person may have it."""
    one = whole.measure
    is_open = one.appealed_on is not None and one.heard_on is None
    hears = may_hear(person, on=one.on_id, by=one.by_id, second=one.second_id)
    waits = one.standing == Standing.WAITS
    lasts = one.standing == Standing.IN_FORCE
    return WholeMeasureShape(
        measure=measure_shape(one, today=today),
        able=[each.ref for each in whole.able],
        may_second=whole.may and waits and one.by_id != person,
        may_decide=whole.may and (hears if is_open else lasts),
        letters=[letter_shape(each, person=person) for each in whole.letters],
        people=[signer(each) for each in whole.people],
    )
