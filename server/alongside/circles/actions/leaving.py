"""Leaving without a reason, and being taken away with one."""

from django.db import transaction

from alongside.circles.actions.leading import check_going, close, conversation_of
from alongside.circles.models import (
    INSIDE,
    Belonging,
    Circle,
    Knock,
    Removal,
    Standing,
    State,
    Step,
)
from alongside.circles.queries import hold, host_of, hosts_of, is_inside, standing_as
from alongside.circles.rules import goes_on
from alongside.conversations.actions import circles as gates
from alongside.people.models import Account


@transaction.atomic
def leave(circle: Circle, *, by: Account) -> None:
    """Leave without a reason: nothing of it is kept. With one host left, the circle is over."""
    hold(circle)
    mine = standing_as(circle, by, *INSIDE)
    if circle.state == State.OVER:
        mine.delete()
        return
    check_going(circle)
    go(circle, mine)


def go(circle: Circle, mine: Belonging) -> None:
    """Let go of somebody; nobody leads alone."""
    was_reading = is_inside(mine)
    who = mine.account
    Knock.objects.filter(belonging__circle=circle, to=who).delete()
    mine.delete()
    if was_reading:
        gates.silence_in_circle(conversation_of(circle), who)
    if not goes_on(len(hosts_of(circle))):
        close(circle)


@transaction.atomic
def remove(circle: Circle, who: Account, why: bytes, *, by: Account, today: int) -> Removal:
    """Take somebody away who does not lead; why is sealed to them, and kept for an appeal."""
    hold(circle)
    host_of(circle, by)
    check_going(circle)
    theirs = standing_as(circle, who, Standing.IN)
    theirs.delete()
    gates.silence_in_circle(conversation_of(circle), who)
    removal, _ = Removal.objects.update_or_create(
        circle=circle,
        account=who,
        defaults={
            "by": by,
            "step": Step.TOLD,
            "removed_on": today,
            "why": why,
            "reader": None,
            "appeal": None,
            "answer": None,
        },
    )
    return removal
