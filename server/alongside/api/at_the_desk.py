"""A specialist who sits at the desk too: said there, agreed here, taken back by either."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Router

from alongside.api.auth import full, person_of
from alongside.api.shapes import LARGEST, Bool, Int, Shape
from alongside.people.also import actions
from alongside.people.also.queries import one_said_about, said_about
from alongside.people.models import Account

Number = Annotated[int, Path(ge=1, le=LARGEST)]
router = Router(tags=["people"], auth=full)


class AtTheDeskSaidShape(Shape):
    """Someone at the desk says that they are this specialist."""

    id: Int
    name: str
    agreed: Bool


class AtTheDeskShape(Shape):
    """Everything that is said about oneself there."""

    at_the_desk: list[AtTheDeskSaidShape]


@router.post("/at-the-desk/{number}/agree", response=AtTheDeskShape)
def agree(request: HttpRequest, number: Number) -> AtTheDeskShape:
    """Say that this is oneself; people who ask can see it from now on."""
    person = person_of(request)
    actions.agree(one_said_about(person, id=number), by=person)
    return _now(person)


@router.post("/at-the-desk/{number}/take-back", response=AtTheDeskShape)
def take_back(request: HttpRequest, number: Number) -> AtTheDeskShape:
    """Say that this is not oneself, or not any more."""
    person = person_of(request)
    actions.take_back(one_said_about(person, id=number))
    return _now(person)


def said_shapes(person: Account) -> list[AtTheDeskSaidShape]:
    """Write what is said at the desk about a specialist; nothing about anyone else."""
    return [
        AtTheDeskSaidShape(id=one.pk, name=one.user.name, agreed=one.account_id is not None)
        for one in said_about(person)
    ]


def _now(person: Account) -> AtTheDeskShape:
    return AtTheDeskShape(at_the_desk=said_shapes(person))
