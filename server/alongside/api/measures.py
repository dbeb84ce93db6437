"""Measures: set, agreed to, appealed, decided. Missing and forbidden are one answer."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Router, Status

from alongside.api.auth import full, person_of
from alongside.api.letters_shapes import LetterInShape
from alongside.api.measures_shapes import (
    DecidedShape,
    DecisionShape,
    MeasuresShape,
    SecondShape,
    SetShape,
    WholeMeasureShape,
    decided_shape,
    measure_shape,
    whole_measure_shape,
)
from alongside.api.shapes import Id
from alongside.concerns import actions, decided
from alongside.ground import clock
from alongside.people.models import Account
from alongside.programme.queries import working_days

router = Router(tags=["measures"], auth=full)
Ref = Annotated[Id, Path()]
ONE = "/measures/{ref}"


@router.get("/measures", response=MeasuresShape)
def mine(request: HttpRequest) -> MeasuresShape:
    """Give what was decided about oneself, the newest first."""
    found = decided.measures_of(person_of(request))
    return MeasuresShape(measures=[measure_shape(one, today=clock.today()) for one in found])


@router.get("/measure-queue", response=DecidedShape)
def queue(request: HttpRequest) -> DecidedShape:
    """Give an officer what waits for a second, for an answer, and what holds."""
    today = clock.today()
    return decided_shape(decided.decided_for(person_of(request), today=today), today=today)


@router.post("/measures", response={201: WholeMeasureShape})
def set_one(request: HttpRequest, papers: SetShape) -> Status[WholeMeasureShape]:
    """Set a measure, as an officer; sent once more, it is the same one."""
    person = person_of(request)
    actions.set_measure(papers.read(), by=person, today=clock.today())
    return Status(201, _whole(person, papers.id))


@router.get(ONE, response=WholeMeasureShape)
def one(request: HttpRequest, ref: Ref) -> WholeMeasureShape:
    """Give one measure to whom it is for, and to officers."""
    return _whole(person_of(request), ref)


@router.post(ONE + "/second", response=WholeMeasureShape)
def second(request: HttpRequest, ref: Ref, papers: SecondShape) -> WholeMeasureShape:
    """Agree to a grave measure as another officer, or do not."""
    person = person_of(request)
    actions.second(
        person, ref, yes=papers.yes, letter=papers.letter.read(), today=clock.today()
    )
    return _whole(person, ref)


@router.post(ONE + "/appeal", response=WholeMeasureShape)
def appeal(request: HttpRequest, ref: Ref, papers: LetterInShape) -> WholeMeasureShape:
    """Ask that another officer looks at what was decided about oneself, once."""
    person = person_of(request)
    actions.appeal(person, ref, papers.read(), working_days=working_days(), today=clock.today())
    return _whole(person, ref)


@router.post(ONE + "/decision", response=WholeMeasureShape)
def decision(request: HttpRequest, ref: Ref, papers: DecisionShape) -> WholeMeasureShape:
    """Answer an appeal, or make a measure less without one."""
    person = person_of(request)
    actions.decide(
        person,
        ref,
        outcome=papers.outcome,
        days=papers.days,
        letter=papers.letter.read(),
        today=clock.today(),
    )
    return _whole(person, ref)


def _whole(person: Account, ref: bytes) -> WholeMeasureShape:
    today = clock.today()
    found = decided.whole_measure(person, ref, today=today)
    return whole_measure_shape(found, person=person.pk, today=today)
