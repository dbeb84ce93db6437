"""Asking to join a circle, the waiting room, and its answer."""

from collections.abc import Mapping

from django.db import transaction

from alongside.circles.actions.leading import NotNowInCircle, check_held, conversation_of
from alongside.circles.models import Belonging, Circle, Knock, Standing, State
from alongside.circles.queries import (
    belonging_of,
    count_inside,
    count_waiting,
    count_waiting_for,
    hold,
    host_of,
    hosts_of,
    standing_as,
    was_taken_away,
)
from alongside.circles.rules import MOST_IN_A_CIRCLE, MOST_IN_WAITING_ROOM, MOST_WAITING_FOR
from alongside.conversations.actions import circles as gates
from alongside.ground.refusal import Refused
from alongside.keys.queries import endorsement_in_force
from alongside.people.models import Account, RoleName, Stopped
from alongside.people.stopping import check_not_stopped, is_stopped


class CircleFull(Refused):
    """There is no place in it, or in its waiting room."""

    code = "circle-full"
    words = "There is no place free now. Please try again another day."


class WaitsForEnough(Refused):
    """Whoever waits for three circles waits for no fourth."""

    code = "waits-for-enough"
    words = "You are waiting for three circles already. Please stop waiting for one first."


class OtherHosts(Refused):
    """What was written was sealed for other hosts than there are now."""

    code = "other-hosts"
    words = "The hosts of this circle changed. Please look again."


@transaction.atomic
def ask(circle: Circle, letters: Mapping[bytes, bytes], *, by: Account, today: int) -> None:
    """Ask to join: one sealed letter for each host; the same again changes nothing."""
    hold(circle)
    check_held()
    check_not_stopped(by, Stopped.CIRCLES)
    known = belonging_of(circle, by)
    if known is not None and known.standing == Standing.WAITING:
        return
    if known is not None or circle.state != State.OPEN or was_taken_away(circle, by):
        raise NotNowInCircle
    hosts = {bytes(one.ref): one for one in hosts_of(circle)}
    if set(letters) != set(hosts):
        raise OtherHosts
    if count_waiting_for(by) >= MOST_WAITING_FOR:
        raise WaitsForEnough
    if _is_full(circle) or count_waiting(circle) >= MOST_IN_WAITING_ROOM:
        raise CircleFull
    mine = Belonging.objects.create(
        circle=circle, account=by, standing=Standing.WAITING, since_on=today
    )
    Knock.objects.bulk_create(
        Knock(belonging=mine, to=hosts[ref], box=box) for ref, box in letters.items()
    )
    gates.somebody_asks(conversation_of(circle))


@transaction.atomic
def take_ask_back(circle: Circle, *, by: Account) -> None:
    """Wait no more; nothing of it is kept. A not now stays for its days: NotYours."""
    hold(circle)
    standing_as(circle, by, Standing.WAITING).delete()


@transaction.atomic
def let_in(circle: Circle, who: Account, *, by: Account, today: int) -> None:
    """Let somebody who waits in: from now on a host's header may name them."""
    hold(circle)
    host_of(circle, by)
    waiting = standing_as(circle, who, Standing.WAITING)
    # Whoever asked before a measure stopped it comes in once it is over.
    if circle.state == State.OVER or is_stopped(who, Stopped.CIRCLES):
        raise NotNowInCircle
    if _is_full(circle):
        raise CircleFull
    waiting.standing, waiting.since_on = Standing.IN, today
    waiting.save(update_fields=["standing", "since_on"])
    Knock.objects.filter(belonging=waiting).delete()
    is_specialist = endorsement_in_force(who, today=today) is not None
    role = RoleName.SPECIALIST if is_specialist else RoleName.CLIENT
    gates.name_in_circle(conversation_of(circle), who, role=role)


@transaction.atomic
def decline(circle: Circle, who: Account, *, by: Account, today: int) -> None:
    """Say that it is not now; the programme words it, and nobody gives a reason."""
    hold(circle)
    host_of(circle, by)
    waiting = standing_as(circle, who, Standing.WAITING)
    waiting.standing, waiting.since_on = Standing.NOT_NOW, today
    waiting.save(update_fields=["standing", "since_on"])
    Knock.objects.filter(belonging=waiting).delete()


def _is_full(circle: Circle) -> bool:
    return count_inside(circle) >= MOST_IN_A_CIRCLE
