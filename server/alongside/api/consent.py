"""Telling with somebody: signed by the client, sealed to its readers, gone at its end."""

from collections.abc import Iterable
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Router, Status
from pydantic import Field

from alongside.api.auth import address_of, full, person_of
from alongside.api.papers import (
    EndorsementShape,
    KeyRecordShape,
    endorsement_of,
    key_records_of,
)
from alongside.api.shapes import Bytes, Day, Hash, Id, Int, Shape, Signature
from alongside.consent import actions, queries
from alongside.consent.models import Telling
from alongside.ground import clock
from alongside.keys.queries import Signed, signed_of
from alongside.people.models import Account
from pse.package import BOXES

Ref = Annotated[Id, Path()]
Wrap = Annotated[Bytes, Field(max_length=112)]
Box = Annotated[Bytes, Field(max_length=70_000)]
router = Router(tags=["consent"])


class ToldReaderShape(Shape):
    """Somebody here who reads it, with exactly these keys."""

    account_id: Id
    kr_hash: Hash
    part: Int


Readers = Annotated[list[ToldReaderShape], Field(min_length=2, max_length=3)]


class PackageShape(Shape):
    """A header, as the client signed it."""

    id: Id
    conv: Id
    n: Int
    prev: Hash
    kind: Int
    readers: Readers
    door: Hash
    from_day: Day
    until_day: Day
    day: Day
    purpose_hash: Hash
    terms_hash: Hash
    content_hash: Hash
    sig: Signature


class WrapShape(Shape):
    """What one reader opens one box with."""

    account_id: Id
    box: Int
    wrap: Wrap


class TellShape(Shape):
    """A signed header, its two boxes, and what opens them."""

    package: PackageShape
    told: Box
    consent: Box
    wraps: Annotated[list[WrapShape], Field(max_length=3 * len(BOXES))]
    link_box: Box

    def read(self) -> actions.TellingPaper:
        """Read it."""
        return actions.TellingPaper(
            paper=self.package.model_dump(mode="json"),
            told=self.told,
            consent=self.consent,
            wraps={(one.account_id, one.box): one.wrap for one in self.wraps},
            link_box=self.link_box,
        )


class TellingShape(Shape):
    """One line of the account: what was signed, and what became of it."""

    package: PackageShape
    consent: Bytes
    wrap: Bytes
    opened_on: Day | None
    ended_on: Day | None
    ended_by: Int | None


class SignerShape(Shape):
    """Somebody whose signatures and names a reader has to know."""

    account_id: Id
    key_records: list[KeyRecordShape]
    endorsement: EndorsementShape | None


class TellingsShape(Shape):
    """The account of one person, and who is named in it."""

    tellings: list[TellingShape]
    people: list[SignerShape]


class ToldShape(Shape):
    """What is told, with a reader's key to it."""

    told: Bytes
    wrap: Bytes


class KnockShape(Shape):
    """What only whoever has the link can show."""

    id: Id
    door: Hash


class LinkedShape(Shape):
    """What is told, for whoever has the link, and who signed it."""

    package: PackageShape
    told: Bytes
    consent: Bytes
    link_box: Bytes
    key_records: list[KeyRecordShape]


class SupervisorsShape(Shape):
    """Who can be told here."""

    people: list[SignerShape]


@router.get("/supervisors", auth=full, response=SupervisorsShape)
def supervisors(request: HttpRequest) -> SupervisorsShape:
    """Give the people whom the programme stands behind as supervisors."""
    found = queries.supervisors(today=clock.today())
    return SupervisorsShape(people=[_signer(one) for one in found])


@router.get("/told", auth=full, response=TellingsShape)
def account(request: HttpRequest) -> TellingsShape:
    """Give everything one signed, told or is told."""
    person = person_of(request)
    found = list(queries.tellings_of(person, today=clock.today()))
    wraps = queries.consent_wraps(person, found)
    rows = [_row(one, wraps.get(one.pk, b"")) for one in found]
    named: dict[int, Account] = {}
    for one in found:
        for who in (one.client, one.specialist, one.recipient):
            if who is not None:
                named[who.pk] = who
    return TellingsShape(tellings=rows, people=_signers(named.values()))


@router.post("/told", auth=full, response={201: TellingShape})
def tell(request: HttpRequest, papers: TellShape) -> Status[TellingShape]:
    """Tell what one signed, to exactly its readers."""
    person = person_of(request)
    made = actions.tell(papers.read(), by=person, today=clock.today())
    return Status(201, _row(made, queries.consent_wraps(person, [made])[made.pk]))


@router.post("/told/link", response=LinkedShape)
def linked(request: HttpRequest, knock: KnockShape) -> LinkedShape:
    """Give what is told to whoever has the link."""
    found = actions.open_by_link(
        knock.id, knock.door, address=address_of(request), now=clock.now()
    )
    client = signed_of([found.client])[found.client_id]
    return LinkedShape(
        package=_package(found.paper),
        told=found.sealed_told or b"",
        consent=found.sealed_consent,
        link_box=queries.link_box_of(found),
        key_records=key_records_of(client),
    )


@router.get("/told/{ref}", auth=full, response=ToldShape)
def read(request: HttpRequest, ref: Ref) -> ToldShape:
    """Give a reader what is told, for as long as it is told."""
    found = actions.open_told(person_of(request), ref, today=clock.today())
    return ToldShape(told=found.telling.sealed_told or b"", wrap=found.wrap)


@router.post("/told/{ref}/withdraw", auth=full, response=TellingShape)
def withdraw(request: HttpRequest, ref: Ref) -> TellingShape:
    """Stop telling, at once."""
    person = person_of(request)
    stopped = actions.withdraw(person, ref, today=clock.today())
    return _row(stopped, queries.consent_wraps(person, [stopped])[stopped.pk])


def signers_of(people: Iterable[Account]) -> list[SignerShape]:
    """Write who somebody is, for others to check."""
    return _signers(people)


def _row(telling: Telling, wrap: bytes) -> TellingShape:
    return TellingShape(
        package=_package(telling.paper),
        consent=telling.sealed_consent,
        wrap=wrap,
        opened_on=telling.opened_on,
        ended_on=telling.ended_on,
        ended_by=telling.ended_by,
    )


def _package(paper: dict[str, Any]) -> PackageShape:
    return PackageShape.model_validate(paper)


def _signers(people: Iterable[Account]) -> list[SignerShape]:
    return [_signer(one) for one in signed_of(people).values()]


def _signer(signed: Signed) -> SignerShape:
    return SignerShape(
        account_id=signed.account.ref,
        key_records=key_records_of(signed),
        endorsement=endorsement_of(signed),
    )
