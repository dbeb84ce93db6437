"""Where a specialist can be reached, and when they want no note."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from alongside.api.auth import full, person_of
from alongside.api.shapes import Bool, Name, Shape
from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.notices import post
from alongside.notices.actions import leave_address
from alongside.notices.actions.reaching import Wish
from alongside.notices.models import Reach
from alongside.notices.queries import reach_of
from alongside.notices.rules import LONGEST_ADDRESS, QUIET, WHOLE_DAY
from alongside.people.models import Account
from alongside.people.queries import is_specialist

router = Router(tags=["notices"])
Minute = Annotated[int, Field(strict=True, ge=0, lt=WHOLE_DAY)]
Address = Annotated[str, Field(max_length=LONGEST_ADDRESS)]
Language = Annotated[str, Field(max_length=5)]


class WishShape(Shape):
    """Where and when somebody wants notes; an empty address takes it away.

    `lang`: the language they read just now, which letters are written in.
    """

    address: Address
    on: Bool
    quiet_from: Minute
    quiet_to: Minute
    zone: Name
    lang: Language = ""

    def read(self) -> Wish:
        """Read it."""
        return Wish(self.address, self.on, self.quiet_from, self.quiet_to, self.zone, self.lang)


class ReachShape(Shape):
    """What somebody left here; `mail`: this house sends any; `zone` may be empty."""

    mail: Bool
    address: str
    confirmed: Bool
    returned: Bool
    on: Bool
    quiet_from: int
    quiet_to: int
    zone: str


@router.get("/notices", auth=full, response=ReachShape)
def notices(request: HttpRequest) -> ReachShape:
    """Give where one can be reached."""
    person = person_of(request)
    if not is_specialist(person):
        raise NotYours
    return _written(person)


@router.put("/notices", auth=full, response=ReachShape)
def put_notices(request: HttpRequest, papers: WishShape) -> ReachShape:
    """Leave an address, choose quiet hours, or turn notes off."""
    person = person_of(request)
    leave_address(person, papers.read(), now=clock.now())
    return _written(person)


def _written(person: Account) -> ReachShape:
    reach = reach_of(person) or Reach(quiet_from=QUIET[0], quiet_to=QUIET[1], zone="")
    return ReachShape(
        mail=post.is_set_up(),
        address=reach.address,
        confirmed=reach.confirmed,
        returned=reach.returned,
        on=reach.turned_on,
        quiet_from=reach.quiet_from,
        quiet_to=reach.quiet_to,
        zone=reach.zone,
    )
