"""What time lets go of, and what goes with somebody's place."""

from django.db import transaction
from django.db.models import Q

from alongside.circles.actions.leaving import go
from alongside.circles.models import INSIDE, Belonging, Circle, Knock, Removal, Standing, State
from alongside.circles.rules import ASK_DAYS, NO_DAYS, REMOVAL_DAYS, last_day_of
from alongside.people.announcements import PlaceClosed


@transaction.atomic
def forget_old_circles(*, today: int) -> int:
    """Forget asks and noes that are old, and removals; gives how many rows."""
    asked = last_day_of(ASK_DAYS, today=today)
    unanswered = Q(standing__in=(Standing.WAITING, Standing.ASKED_TO_HOST), since_on__lte=asked)
    declined = Q(standing=Standing.NOT_NOW, since_on__lte=last_day_of(NO_DAYS, today=today))
    old = Belonging.objects.filter(unanswered | declined)
    old.filter(was_in=True).update(standing=Standing.IN, was_in=False)
    proposed = old.filter(circle__state=State.PROPOSED).values("circle")
    gone = Circle.objects.filter(pk__in=list(proposed.values_list("circle", flat=True)))
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
