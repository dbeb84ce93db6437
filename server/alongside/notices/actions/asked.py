"""Somebody is asked by name, or shown somebody: no line of a talk tells them, so a note does.

Rooms above are known by the shape of what they announce alone; wiring.py lists who listens.
"""

from typing import Protocol

from django.db import transaction
from django.db.models import Q

from alongside.notices.models import Owed, Reach
from alongside.people.kept_apart import is_kept_from
from alongside.people.models import Account


class Pair(Protocol):
    """Two people, as a relationship names them."""

    client: Account


class Handover(Protocol):
    """Another specialist, named for a talk."""

    to: Account

    @property
    def relationship(self) -> Pair:
        """Give the two whose talk it was before."""


class OfHandover(Protocol):
    """An announcement about a handover."""

    @property
    def handover(self) -> Handover:
        """Give who is named for whose talk."""


class ToOne(Protocol):
    """An announcement that one person is to hear of."""

    @property
    def to(self) -> Account:
        """Give who it is."""


class OfTalk(Protocol):
    """An announcement about what two people are to each other."""

    @property
    def relationship(self) -> Pair:
        """Give the two."""


@transaction.atomic
def owe_person(person: Account) -> None:
    """Owe somebody a note, if they asked for notes; one that is owed already is enough."""
    reached = Q(confirmed=True, turned_on=True) | Q(hears=True)
    found = Reach.objects.filter(reached, account=person, account__closed=False)
    owed = [Owed(reach=reach) for reach in found]
    Owed.objects.bulk_create(owed, ignore_conflicts=True)


def asked_over(made: OfHandover) -> None:
    """A client asks somebody to take over or to stand in: whoever is asked hears of it."""
    owe_person(made.handover.to)


def agreed_over(made: OfHandover) -> None:
    """Whoever was asked said yes: what comes next is the client's."""
    owe_person(made.handover.relationship.client)


def suggested(made: OfHandover) -> None:
    """Somebody was suggested: the client hears of it, unless the two keep apart."""
    handover = made.handover
    client = handover.relationship.client
    if not is_kept_from(client, handover.to):
        owe_person(client)


def debrief_moved(made: ToOne) -> None:
    """A talk was asked for or has a day: whoever it waits on hears of it, without a reason."""
    owe_person(made.to)


def break_planned(made: OfTalk) -> None:
    """A specialist plans a break, or is back: whoever walks with them hears of it."""
    owe_person(made.relationship.client)
