"""What somebody may not begin for a while. A room above decides it, and says why.

Reading, taking along, help and an appeal are never stopped.
"""

from collections.abc import Collection, Iterable

from alongside.ground.refusal import Refused
from alongside.people.models import Account, Stop, Stopped


class StoppedNow(Refused):
    """A measure stops this for now; whoever it is for reads there why, and until when."""

    code = "stopped-now"
    words = "A measure stops this for now. You can read why under your concerns, and appeal."


def is_stopped(person: Account, what: Stopped) -> bool:
    """Say whether somebody may not do this now."""
    return Stop.objects.filter(account=person, what=what).exists()


def check_not_stopped(person: Account, what: Stopped) -> None:
    """Return if somebody may do this now; StoppedNow else."""
    if is_stopped(person, what):
        raise StoppedNow


def who_is_stopped(people: Iterable[Account], what: Stopped) -> set[int]:
    """Give who of these may not do this now, by account."""
    found = Stop.objects.filter(account__in=[one.pk for one in people], what=what)
    return set(found.values_list("account_id", flat=True))


def stop_exactly(person: Account, whats: Collection[Stopped]) -> None:
    """Stop exactly these for somebody, and nothing else any more."""
    mine = Stop.objects.filter(account=person)
    mine.exclude(what__in=list(whats)).delete()
    Stop.objects.bulk_create(
        [Stop(account=person, what=one) for one in whats], ignore_conflicts=True
    )
