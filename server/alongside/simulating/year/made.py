"""Makes a year in a demo programme, and says in some lines what is in it."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from alongside.demo.paper import roster_seed
from alongside.demo.programme import COORDINATOR
from alongside.ground.clock import day_of
from alongside.people.models import Account, DeskUser
from alongside.programme.queries import programme
from alongside.simulating.year import counted, meetings, noted, rows
from alongside.simulating.year.between import Between, between
from alongside.simulating.year.people import join
from alongside.simulating.year.plan import Year, plan


class AlreadyMade(Exception):
    """There is one year in a demo, not two."""


@dataclass(frozen=True)
class Made:
    """What was made."""

    year: Year
    between: list[Between]
    appointments: int
    batches: int

    @property
    def words(self) -> str:
        """Say it in some lines."""
        states = Counter(walk.state for walk in self.year.walks)
        met = Counter(one.became for walk in self.year.walks for one in walk.meetings)
        told = ", ".join(f"{many} {state}" for state, many in sorted(states.items()))
        of_meetings = ", ".join(f"{many} {became}" for became, many in sorted(met.items()))
        return (
            f"{len(self.year.walks)} relationships of {self.year.clients} people "
            f"with {self.year.specialists} specialists: {told}.\n"
            f"Meetings of the year: {of_meetings}.\n"
            f"Appointments the house still knows of: {self.appointments}.\n"
            f"{self._count('words')} words were given, {self._count('contacts')} contacts "
            f"noted; {self._count('hurts')} times something did not sit right; "
            f"{self.batches} batches of eight closed."
        )

    def _count(self, what: str) -> int:
        return sum(len(getattr(one, what)) for one in self.between)


@transaction.atomic
def make(data: Path, *, relationships: int, seed: int, now: datetime) -> Made:
    """Fill a demo programme with a year that ends today; AlreadyMade if it has one."""
    if Account.objects.filter(username__startswith="year-").exists():
        raise AlreadyMade
    here, today = programme(), day_of(now)
    year = plan(relationships, seed=seed)
    dora = DeskUser.objects.get(name=COORDINATOR)
    roster = roster_seed(data, home=here.home)
    specialists = join(year.specialists, dora, here, roster=roster, now=now)
    made = rows.keep(year, specialists, today=today)
    kept = meetings.keep(year, made, specialists, today=today)
    found = list(between(year, seed=seed))
    noted.keep(made, found, kept, today=today)
    noted.hand_in(year, specialists, seed=seed, today=today)
    batches = counted.keep(made, found, seed=seed, today=today)
    return Made(year, found, len(kept), batches)
