"""How people treat each other here: the newest words, and somebody's yes to them."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from alongside.api.auth import full, person_of
from alongside.api.shapes import Day, Shape
from alongside.programme import actions, queries
from alongside.programme.house_rules import lines_in

router = Router(tags=["house rules"], auth=full)
Version = Annotated[int, Field(strict=True, ge=0, le=30_000)]


class RulesShape(Shape):
    """The version that counts; `yes` is the one I said yes to last."""

    version: Version
    lines: list[str]
    written_on: Day | None
    yes: Version | None


class HouseYesShape(Shape):
    """To which version somebody says yes."""

    version: Version


@router.get("/house-rules", response=RulesShape)
def house_rules(request: HttpRequest, lang: str = "") -> RulesShape:
    """Give the newest version in a language that is on."""
    version, newest = queries.newest_house_rules()
    words = None if newest is None else newest.words
    language = queries.one_that_is_on(lang)
    return RulesShape(
        version=version,
        lines=lines_in(words, language, main=queries.programme().lang),
        written_on=None if newest is None else newest.written_on,
        yes=queries.house_yes_of(person_of(request)),
    )


@router.post("/house-rules/yes", response={204: None})
def say_yes(request: HttpRequest, papers: HouseYesShape) -> Status[None]:
    """Keep to the newest version from now on."""
    actions.say_yes_to_house_rules(person_of(request), papers.version)
    return Status(204, None)
