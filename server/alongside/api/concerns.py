"""Concerns: raised, looked at, answered. Missing and forbidden are one answer."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Router, Status

from alongside.api.auth import full, person_of
from alongside.api.concerns_shapes import (
    ConcernShape,
    ConcernsShape,
    LogAskedShape,
    LoggedLinesShape,
    LoggedShape,
    OfficerShape,
    OfficersShape,
    PeopleAskedShape,
    PeopleShape,
    QueueShape,
    RaiseShape,
    WholeShape,
    concern_shape,
    queue_shape,
    whole_shape,
)
from alongside.api.letters_shapes import LetterInShape, signer
from alongside.api.shapes import Id
from alongside.concerns import actions, queries
from alongside.conversations.contexts import contexts_of
from alongside.ground import clock
from alongside.keys.queries import signed_of
from alongside.people.models import Account
from alongside.people.queries import accounts_of_refs
from alongside.programme.queries import working_days

router = Router(tags=["concerns"], auth=full)
Ref = Annotated[Id, Path()]
ONE = "/concerns/{ref}"


@router.get("/concern-officers", response=OfficersShape)
def officers(request: HttpRequest) -> OfficersShape:
    """Give who answers concerns here, and who can help outside."""
    found = queries.officers(today=clock.today())
    partners = queries.partners([one.account for one in found])
    terms = queries.terms()
    return OfficersShape(
        officers=[
            OfficerShape(person=signer(one), is_partner=one.account.pk in partners)
            for one in found
        ],
        answer_within=terms.answer_within,
        outside=terms.outside,
    )


@router.get("/concern-queue", response=QueueShape)
def queue(request: HttpRequest) -> QueueShape:
    """Give an officer what waits for them, the nearest day first."""
    return queue_shape(queries.queue_of(person_of(request), today=clock.today()))


@router.get("/concerns", response=ConcernsShape)
def concerns(request: HttpRequest) -> ConcernsShape:
    """Give the concerns one raised oneself."""
    found = queries.concerns_of(person_of(request))
    return ConcernsShape(concerns=[concern_shape(one) for one in found])


@router.post("/concerns", response={201: ConcernShape})
def raise_one(request: HttpRequest, papers: RaiseShape) -> Status[ConcernShape]:
    """Raise a concern, sealed to two or more officers."""
    made = actions.raise_concern(
        papers.read(),
        by=person_of(request),
        working_days=working_days(),
        today=clock.today(),
    )
    return Status(201, concern_shape(made))


@router.get(ONE, response=WholeShape)
def one(request: HttpRequest, ref: Ref) -> WholeShape:
    """Give one concern to who raised it, and to its officers."""
    return _whole(person_of(request), ref)


@router.delete(ONE, response={204: None})
def take_back(request: HttpRequest, ref: Ref) -> Status[None]:
    """Take one's own concern back: nothing of it is kept here."""
    actions.take_back(person_of(request), ref)
    return Status(204, None)


@router.post(ONE + "/more", response=WholeShape)
def add(request: HttpRequest, ref: Ref, papers: LetterInShape) -> WholeShape:
    """Add something to one's own concern."""
    person = person_of(request)
    actions.add(person, ref, papers.read(), today=clock.today())
    return _whole(person, ref)


@router.post(ONE + "/again", response=WholeShape)
def ask_again(request: HttpRequest, ref: Ref, papers: LetterInShape) -> WholeShape:
    """Ask that another officer looks at it, once, after an answer."""
    person = person_of(request)
    actions.ask_again(
        person, ref, papers.read(), working_days=working_days(), today=clock.today()
    )
    return _whole(person, ref)


@router.post(ONE + "/look", response=WholeShape)
def look(request: HttpRequest, ref: Ref) -> WholeShape:
    """Say, as one of its officers, that one looks at it."""
    person = person_of(request)
    actions.look(person, ref, today=clock.today())
    return _whole(person, ref)


@router.post(ONE + "/notes", response=WholeShape)
def note(request: HttpRequest, ref: Ref, papers: LetterInShape) -> WholeShape:
    """Write to the other officers."""
    person = person_of(request)
    actions.note_among_officers(person, ref, papers.read(), today=clock.today())
    return _whole(person, ref)


@router.post(ONE + "/answer", response=WholeShape)
def answer(request: HttpRequest, ref: Ref, papers: LetterInShape) -> WholeShape:
    """Answer, as the officer who looks at it."""
    person = person_of(request)
    actions.answer(person, ref, papers.read(), today=clock.today())
    return _whole(person, ref)


@router.post(ONE + "/people", response=PeopleShape)
def people(request: HttpRequest, ref: Ref, papers: PeopleAskedShape) -> PeopleShape:
    """Give one of its officers the keys that its lines are proven with."""
    queries.concern_read_by(person_of(request), ref, today=clock.today())
    found = accounts_of_refs(papers.account_ids)
    return PeopleShape(people=[signer(each) for each in signed_of(found.values()).values()])


def _whole(person: Account, ref: bytes) -> WholeShape:
    return whole_shape(queries.whole_of(person, ref, today=clock.today()), person=person.pk)


@router.post(ONE + "/log", response=LoggedLinesShape)
def log(request: HttpRequest, ref: Ref, papers: LogAskedShape) -> LoggedLinesShape:
    """Give one of its officers what the log holds where its lines are said to stand.

    Of a log that whoever raised it does not belong to, nothing is known.
    """
    raised = queries.concern_read_by(person_of(request), ref, today=clock.today())
    found = contexts_of(papers.conv, member=raised.by, stretches=set(papers.stretches))
    lines = [LoggedShape(n=n, h_aad=h_aad) for n, h_aad in (found or {}).items()]
    return LoggedLinesShape(known=found is not None, lines=lines)
