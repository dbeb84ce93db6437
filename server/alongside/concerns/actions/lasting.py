"""What time does to measures: they end, they lapse, they are forgotten. It sets none."""

from django.db import transaction
from django.db.models import Q

from alongside.concerns.actions.applying import apply_to
from alongside.concerns.decided import over_by
from alongside.concerns.measures import (
    REMOVAL,
    ends_for_good,
    last_begun_without_second,
    last_over_to_forget,
)
from alongside.concerns.models import Measure, Standing
from alongside.relationships import actions as relationships


def end_measures(*, today: int) -> int:
    """End what has lasted its days, each by itself; gives how many."""
    return sum(_end(pk, today=today) for pk in over_by(today).values_list("pk", flat=True))


def part_from_removed(*, today: int) -> int:
    """End the talks of somebody removed, once the time for an appeal is over and none waits."""
    removed = Measure.objects.filter(standing=Standing.IN_FORCE, kind=REMOVAL)
    settled = removed.filter(Q(appealed_on=None) | Q(heard_on__isnull=False))
    done = 0
    for measure in settled.select_related("on").order_by("id"):
        began = measure.began_on
        if began is None:
            continue
        if measure.heard_on is not None or ends_for_good(began_on=began, today=today):
            done += relationships.end_all(measure.on, today=today)
    return done


@transaction.atomic
def forget_old_measures(*, today: int) -> int:
    """Forget what was over half a year ago, and what no second officer agreed to."""
    over = Q(standing=Standing.OVER, ends_on__lte=last_over_to_forget(today))
    settled = Q(appealed_on=None) | Q(heard_on__isnull=False)
    waited = Q(
        standing__in=(Standing.WAITS, Standing.REFUSED),
        set_on__lte=last_begun_without_second(today),
    )
    return Measure.objects.filter((over & settled) | waited).delete()[0]


@transaction.atomic
def _end(pk: int, *, today: int) -> bool:
    held = over_by(today).select_for_update(of=("self",)).filter(pk=pk).first()
    if held is None:
        return False
    held.standing = Standing.OVER
    held.save(update_fields=["standing"])
    apply_to(held.on, today=today)
    return True
