"""Certificates of one's own: asked for, made into files, and taken back."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from alongside.api.auth import full, person_of
from alongside.api.relationships import Number
from alongside.api.shapes import AnyDay, Bool, Int, Shape
from alongside.certificates import actions, queries, signing
from alongside.certificates.models import Certificate
from alongside.certificates.rules import LONGEST_NAME, Chosen, tells_too_much
from alongside.people.models import Account
from alongside.programme.queries import programme

router = Router(tags=["certificates"], auth=full)
Name = Annotated[str, Field(strict=True, max_length=LONGEST_NAME)]


class CouldShape(Shape):
    """A step one took (`source` 1 to 3), or a row of one's record (9, by its number)."""

    source: Int
    number: Int
    title: str
    done_on: AnyDay | None


class CertificateShape(CouldShape):
    """One that was asked for: 0 asked, 1 stands, 2 not now, 3 taken back by the programme."""

    id: Int
    state: Int
    hours: Int | None
    runs_out_on: AnyDay | None
    files: Int


class CertificatesShape(Shape):
    """All of one's own, and what one could ask for; `on` if the programme makes any."""

    on: Bool
    programme: str
    # The name of the programme says by itself what somebody may not want to tell.
    programme_tells: Bool
    could: list[CouldShape]
    mine: list[CertificateShape]


class CertificateAskShape(Shape):
    """For what, and by what the team knows one; it may be empty."""

    source: Annotated[int, Field(strict=True, ge=1, le=9)]
    number: Annotated[int, Field(strict=True, ge=0, le=2**53)]
    known_as: Name


class ChosenShape(Shape):
    """What goes into one file; no name is an empty one."""

    name: Name
    programme: bool = Field(strict=True)
    title: bool = Field(strict=True)
    hours: bool = Field(strict=True)
    day: bool = Field(strict=True)


class CertificateFileShape(Shape):
    """The file, told once, and all of one's own as it is now."""

    file: str
    mine: CertificatesShape


@router.get("/certificates", response=CertificatesShape)
def certificates(request: HttpRequest) -> CertificatesShape:
    """Give one's own certificates, and what one could ask for."""
    return _of(person_of(request))


@router.post("/certificates", response={201: CertificatesShape})
def ask(request: HttpRequest, papers: CertificateAskShape) -> Status[CertificatesShape]:
    """Ask the programme to stand by something of one's own."""
    person = person_of(request)
    actions.ask(person, papers.source, papers.number, known_as=papers.known_as)
    return Status(201, _of(person))


@router.delete("/certificates/{number}", response={204: None})
def let_go(request: HttpRequest, number: Number) -> Status[None]:
    """Take back one's ask, or one's certificate with every file of it."""
    actions.let_go(person_of(request), number)
    return Status(204, None)


@router.post("/certificates/{number}/file", response={201: CertificateFileShape})
def make_file(
    request: HttpRequest, number: Number, papers: ChosenShape
) -> Status[CertificateFileShape]:
    """Make one file with what one chose; it is kept nowhere here."""
    person = person_of(request)
    chosen = Chosen(papers.name, papers.programme, papers.title, papers.hours, papers.day)
    made = actions.make_file(person, number, chosen)
    return Status(201, CertificateFileShape(file=made, mine=_of(person)))


def _of(person: Account) -> CertificatesShape:
    name = programme().name
    return CertificatesShape(
        on=signing.is_here() and queries.signing_key() is not None,
        programme=name,
        programme_tells=tells_too_much(name),
        could=[
            CouldShape(
                source=one.source, number=one.number, title=one.title, done_on=one.done_on
            )
            for one in queries.could_ask(person)
        ],
        mine=[_one(row) for row in queries.mine(person)],
    )


def _one(row: Certificate) -> CertificateShape:
    return CertificateShape(
        id=row.pk,
        source=row.source,
        number=row.number,
        title=row.title,
        done_on=row.done_on,
        state=row.state,
        hours=row.hours,
        runs_out_on=row.runs_out_on,
        files=row.files,  # type: ignore[attr-defined]
    )
