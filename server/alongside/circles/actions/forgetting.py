"""What time lets go of, and what goes with somebody's place."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from alongside.circles.actions.leaving import go
from alongside.circles.models import INSIDE, Belonging, Circle, Knock, Removal, Standing, State
from alongside.circles.rules import ASK_DAYS, NO_DAYS, REMOVAL_DAYS, last_day_of
from alongside.conversations.actions import circles as gates
from alongside.people.announcements import PlaceClosed

# The timers come again in ten minutes.
AT_ONCE = 50


def forget_old_circles(*, today: int) -> int:
    """Forget asks and noes that are old, removals, and circles that are over."""
    return _forget_rows(today=today) + _forget_what_is_over()


def _forget_what_is_over() -> int:
    """Forget who belonged to a circle that is over, once no word of it is left."""
    told = Removal.objects.filter(circle=OuterRef("pk"))
    over = Circle.objects.filter(state=State.OVER).exclude(Exists(told))
    due = list(
        over.filter(conversation__in=gates.wordless(but=Circle)).order_by("pk")[:AT_ONCE]
    )
    for one in due:
        _forget_one(one)
    return len(due)


@transaction.atomic
def _forget_one(circle: Circle) -> None:
    log = circle.conversation
    circle.delete()
    if log is not None:
        gates.forget_log(log)


@transaction.atomic
def _forget_rows(*, today: int) -> int:
    asked = last_day_of(ASK_DAYS, today=today)
    unanswered = Q(standing__in=(Standing.WAITING, Standing.ASKED_TO_HOST), since_on__lte=asked)
    declined = Q(standing=Standing.NOT_NOW, since_on__lte=last_day_of(NO_DAYS, today=today))
    old = Belonging.objects.filter(unanswered | declined)
    old.filter(was_in=True).update(standing=Standing.IN, was_in=False)
    proposed = old.filter(circle__state=State.PROPOSED).values("circle")
    listed = list(proposed.values_list("circle", flat=True))
    # A second host may have said yes since: what has begun by now stays.
    waits = Circle.objects.filter(pk__in=listed, state=State.PROPOSED).select_for_update()
    gone = Circle.objects.filter(pk__in=[one.pk for one in waits], state=State.PROPOSED)
    removals = Removal.objects.filter(removed_on__lte=last_day_of(REMOVAL_DAYS, today=today))
    return old.delete()[0] + gone.delete()[0] + removals.delete()[0]


def forget_of_closed(closed: PlaceClosed) -> None:
    """Whoever closes their place leaves every circle, and no letter to or about them stays."""
    person = closed.account
    for mine in Belonging.objects.filter(account=person).select_related(
        "circle__conversation", "account"
    ):
        circle = mine.circle
        if circle.state == State.PROPOSED:
            circle.delete()
        elif mine.standing in INSIDE and circle.state != State.OVER:
            go(circle, mine)
        else:
            mine.delete()
    Knock.objects.filter(to=person).delete()
    Removal.objects.filter(Q(account=person) | Q(reader=person)).delete()
