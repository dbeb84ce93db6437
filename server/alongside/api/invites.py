"""Invites: a specialist's links, and looking whether one can be used."""

from django.http import HttpRequest
from ninja import Router, Status

from alongside.api.auth import full, person_of
from alongside.api.shapes import Bool, Day, Id, Shape
from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.people.queries import is_specialist
from alongside.relationships import actions
from alongside.relationships.models import Invite
from alongside.relationships.queries import invites_of

router = Router(tags=["invites"])


class WhichShape(Shape):
    """One invite, by its identifier."""

    invite_id: Id


class InviteShape(WhichShape):
    """One of a specialist's invites, as the house knows it."""

    ends_on: Day
    used: Bool
    came_again: Bool

    @classmethod
    def of(cls, one: Invite) -> "InviteShape":
        """Write a stored one."""
        return cls(
            invite_id=one.ref,
            ends_on=one.ends_on,
            used=one.used_by_id is not None,
            came_again=one.came_again,
        )


class InvitesShape(Shape):
    """Those of one specialist."""

    invites: list[InviteShape]


@router.post("/invites", auth=full, response={201: InviteShape})
def invite(request: HttpRequest, which: WhichShape) -> Status[InviteShape]:
    """Make an invite usable for a week."""
    made = actions.invite(which.invite_id, by=person_of(request), today=clock.today())
    return Status(201, InviteShape.of(made))


@router.get("/invites", auth=full, response=InvitesShape)
def invites(request: HttpRequest) -> InvitesShape:
    """Give one's invites."""
    person = person_of(request)
    if not is_specialist(person):
        raise NotYours
    return InvitesShape(invites=[InviteShape.of(one) for one in invites_of(person)])


@router.post("/invites/take-back", auth=full, response={204: None})
def take_back(request: HttpRequest, which: WhichShape) -> Status[None]:
    """Take an invite back."""
    actions.take_invite_back(which.invite_id, by=person_of(request))
    return Status(204, None)


@router.post("/invites/look", response={204: None})
def look(request: HttpRequest, which: WhichShape) -> Status[None]:
    """Say whether an invite can be used; anybody who has it may ask."""
    actions.look_at_invite(which.invite_id, today=clock.today())
    return Status(204, None)
