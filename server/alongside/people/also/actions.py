"""Saying it at the desk, agreeing in the room, and taking it back on either side."""

from django.db import IntegrityError, transaction

from alongside.ground.refusal import Refused
from alongside.people.models import Account, AlsoSpecialist, DeskUser

LONGEST_NAME = 30


class AtTheDeskAlready(Refused):
    """This specialist is somebody else at the desk already."""

    code = "at-the-desk-already"
    words = "You said yes to someone else. Take that back first."


@transaction.atomic
def say_also(user: DeskUser, username: str) -> None:
    """Say that one is a specialist too; nothing shows until that specialist agrees."""
    typed = username[:LONGEST_NAME]
    AlsoSpecialist.objects.update_or_create(
        user=user, defaults={"username": typed, "account": None}
    )


@transaction.atomic
def agree(said: AlsoSpecialist, *, by: Account) -> None:
    """Say "yes, this is me" in the specialist's own room."""
    try:
        with transaction.atomic():
            AlsoSpecialist.objects.filter(pk=said.pk, username=by.username).update(account=by)
    except IntegrityError:
        raise AtTheDeskAlready from None


@transaction.atomic
def take_back(said: AlsoSpecialist) -> None:
    """Take it back, on either side; twice changes nothing."""
    AlsoSpecialist.objects.filter(pk=said.pk).delete()
