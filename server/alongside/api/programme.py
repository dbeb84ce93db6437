"""A specialist's seat."""

from django.http import HttpRequest
from ninja import Router

from alongside.api.auth import full, person_of
from alongside.api.me import SeatShape, seat_shape
from alongside.programme import actions

router = Router(tags=["programme"])


@router.put("/seat", auth=full, response=SeatShape)
def set_seat(request: HttpRequest, papers: SeatShape) -> SeatShape:
    """Say how many people one can walk with, and whether new ones may ask."""
    person = person_of(request)
    return seat_shape(actions.set_seat(person, paused=papers.paused, cap=papers.cap))
