"""Whether notes of meetings are written here, and how a payer counts them."""

from django.http import HttpRequest
from ninja import Router

from alongside.api.auth import full
from alongside.api.shapes import Shape
from alongside.programme import queries

router = Router(tags=["documenting"], auth=full)


class DocumentingShape(Shape):
    """What the programme says; `rule` is 1 for eight minutes, 2 for whole units.

    `keep_years`: until the end of which year after a meeting each of two keeps its note.
    """

    is_on: bool
    rule: int
    work: str
    goals: list[str]
    keep_years: int


@router.get("/documenting", response=DocumentingShape)
def documenting(request: HttpRequest) -> DocumentingShape:
    """Give what the programme says about notes of meetings."""
    said = queries.documenting()
    return DocumentingShape(
        is_on=said.is_on,
        rule=said.rule,
        work=said.work,
        goals=list(said.goals),
        keep_years=said.keep_years,
    )
