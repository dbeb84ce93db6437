"""Letting the programme choose: a client's wish, and a specialist's proposals."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Router, Status
from pydantic import Field

from alongside.api.auth import full, person_of
from alongside.api.shapes import LARGEST, Bool, Day, Id, Int, Shape
from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.matching import actions, queries
from alongside.matching.models import Wish
from alongside.people.models import Account
from alongside.people.queries import is_client, is_specialist
from pse.matching import Reason, reasons

Number = Annotated[int, Path(ge=1, le=LARGEST)]
Ticked = Annotated[str, Field(max_length=20)]
router = Router(tags=["matching"], auth=full)


class HandedShape(Shape):
    """What a client hands over: ticks."""

    facts: Annotated[list[Ticked], Field(max_length=64)]
    langs: Annotated[list[Ticked], Field(max_length=32)]
    matters: Ticked | None
    anyone: Bool

    def read(self) -> actions.WishPaper:
        """Read it."""
        return actions.WishPaper(self.facts, self.langs, self.matters, self.anyone)


class NamedShape(Shape):
    """Whom a client does not want from now on, and whom they would meet after all."""

    add: Annotated[list[Id], Field(max_length=100)]
    remove: Annotated[list[Id], Field(max_length=100)]


class WishShape(HandedShape):
    """What was handed over, and since when."""

    not_these: list[Id]
    handed_on: Day

    @classmethod
    def of(cls, wish: Wish) -> "WishShape":
        """Write a stored one."""
        return cls(
            facts=wish.facts,
            langs=wish.langs,
            matters=wish.matters or None,
            anyone=wish.anyone,
            not_these=queries.not_these(wish.account),
            handed_on=wish.handed_on,
        )


class ReasonShape(Shape):
    """Something both sides ticked."""

    kind: str
    id: str
    matters: Bool

    @classmethod
    def of(cls, reason: Reason) -> "ReasonShape":
        """Write a reason."""
        return cls(kind=reason.kind, id=reason.id, matters=reason.matters)


class ProposedShape(Shape):
    """Somebody who said yes to walk with a client."""

    account_id: Id
    reasons: list[ReasonShape]


class TookShape(Shape):
    """How many days each way took; null as long as fewer than eight people know."""

    own_choice: Int | None
    programme: Int | None


class ChoosingShape(Shape):
    """All that a client sees of letting the programme choose."""

    wish: WishShape | None
    proposed: ProposedShape | None
    took: TookShape
    not_these: list[Id]


class OfferShape(Shape):
    """A proposal before the specialist's yes: what is in common, and nothing of who."""

    id: Int
    anyone: Bool
    reasons: list[ReasonShape]


class OffersShape(Shape):
    """Those that wait for one specialist."""

    proposals: list[OfferShape]


@router.get("/wish", response=ChoosingShape)
def choosing(request: HttpRequest) -> ChoosingShape:
    """Give what one handed over, what came of it, and how long each way takes."""
    return _choosing(_client(request))


@router.put("/wish", response=ChoosingShape)
def hand_over(request: HttpRequest, handed: HandedShape) -> ChoosingShape:
    """Let the programme choose, from these ticks and nothing else."""
    person = _client(request)
    actions.hand_over(person, handed.read(), today=clock.today())
    return _choosing(person)


@router.put("/wish/not-these", response=ChoosingShape)
def name_not_these(request: HttpRequest, named: NamedShape) -> ChoosingShape:
    """Name whom one would rather not meet, or take a name back, with or without a wish."""
    person = _client(request)
    actions.name_not_these(person, add=named.add, remove=named.remove)
    return _choosing(person)


@router.delete("/wish", response={204: None})
def take_back(request: HttpRequest) -> Status[None]:
    """Take it back: everything of it is deleted at once."""
    actions.take_wish_back(_client(request))
    return Status(204, None)


@router.post("/wish/someone-else", response=ChoosingShape)
def someone_else(request: HttpRequest) -> ChoosingShape:
    """Turn a proposal down, without a reason."""
    person = _client(request)
    actions.ask_for_someone_else(person)
    return _choosing(person)


@router.get("/proposals", response=OffersShape)
def offers(request: HttpRequest) -> OffersShape:
    """Give the proposals that wait for one's yes."""
    return _offers(_specialist(request))


@router.post("/proposals/{number}/yes", response=OffersShape)
def say_yes(request: HttpRequest, number: Number) -> OffersShape:
    """Say yes to somebody unknown; now they may see one's profile as a proposal."""
    person = _specialist(request)
    actions.say_yes(person, id=number, today=clock.today())
    return _offers(person)


@router.post("/proposals/{number}/no", response=OffersShape)
def say_no(request: HttpRequest, number: Number) -> OffersShape:
    """Say no, without a reason; nobody is told."""
    person = _specialist(request)
    actions.say_no(person, id=number)
    return _offers(person)


def _client(request: HttpRequest) -> Account:
    person = person_of(request)
    if not is_client(person):
        raise NotYours
    return person


def _specialist(request: HttpRequest) -> Account:
    person = person_of(request)
    if not is_specialist(person):
        raise NotYours
    return person


def _choosing(person: Account) -> ChoosingShape:
    today, wish = clock.today(), queries.wish_of(person)
    took = queries.figures(today=today)
    return ChoosingShape(
        wish=WishShape.of(wish) if wish else None,
        proposed=_proposed(wish, today=today) if wish else None,
        took=TookShape(own_choice=took.own_choice, programme=took.programme),
        not_these=queries.not_these(person),
    )


def _proposed(wish: Wish, *, today: int) -> ProposedShape | None:
    proposal = queries.shown_to_client(wish)
    if proposal is None:
        return None
    shown = queries.shown_of([proposal.specialist], today=today)
    if proposal.specialist_id not in shown:
        return None
    found = reasons(queries.wishes_of(wish), shown[proposal.specialist_id])
    return ProposedShape(
        account_id=proposal.specialist.ref, reasons=[ReasonShape.of(one) for one in found]
    )


def _offers(person: Account) -> OffersShape:
    found = queries.offers_to(person, today=clock.today())
    return OffersShape(
        proposals=[
            OfferShape(
                id=one.id,
                anyone=one.anyone,
                reasons=[ReasonShape.of(reason) for reason in one.reasons],
            )
            for one in found
        ]
    )
