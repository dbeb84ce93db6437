"""What a specialist says of themselves so that they can carry it."""

from collections.abc import Sequence

from django.db import transaction

from alongside.ground.refusal import NotYours
from alongside.people.models import Account
from alongside.programme.actions import hold_seat
from alongside.programme.topics import topics_said


@transaction.atomic
def set_not_now(person: Account, topics: Sequence[str]) -> None:
    """Keep which topics a specialist does not take now; NotYours without a seat, NotATopic."""
    seat = hold_seat(person)
    if seat is None:
        raise NotYours
    seat.not_now = topics_said(topics)
    seat.save(update_fields=["not_now"])
