"""Measures "How we are doing" for a programme of this size: server time and questions.

python -m bench.reports [--relationships 300] [--year] [--database sqlite|postgresql]

With `--year` it asks for the reports over a year of `alongside simulate-year`.

The last line is one JSON object with the key `reports`; it ends with 1 if an aim is missed.
"""

import argparse
import json
import os
import sys
from random import Random
from typing import Any

from .stores import KINDS, store

STATEMENTS = 10
# A programme has an answer within a second; a land of them may wait for five.
PROGRAMME, MS, MS_OF_MANY = 1_000, 1_000, 5_000
PAGES = {"page": "/desk/report", "file": "/desk/report/as-file"}
# A report is about everyone: it reads these whole, once each.
READ = {
    *("relationships_relationship", "appointments_appointment", "counts_figure"),
    *("promises_pledge", "promises_contact", "promises_replycount"),
}
# What each two who walk together said they would do in a year, and how often they met outside.
SAID, OUTSIDE = 10, 12
# How often somebody supported lets one statement be counted in a quarter.
OFTEN = 0.3


def main() -> None:
    """Make a year of the programme, ask for the report, say how it went."""
    asked = arguments()
    with store(asked.database):
        from .crowd import crowd, know_sizes
        from .desk import looked
        from .seed import sitting

        if asked.year:
            times, said, outside, figures = lived(asked.relationships)
        else:
            made = crowd(asked.relationships, wishes=1)
            figures = counted(asked.relationships)
            times = met(made.relationships)
            said, outside = noted(made.relationships)
        cookie = sitting()
        know_sizes()
        found = {name: looked(name, url, cookie) for name, url in PAGES.items()}
    most = MS if asked.relationships <= PROGRAMME else MS_OF_MANY
    for one in found.values():
        one["read_whole"] = sorted({*one["read_whole"]} - READ)
        one["holds"] = (
            one["statements"] <= STATEMENTS and one["ms"] < most and not one["read_whole"]
        )
    told = {
        "database": asked.database,
        "relationships": asked.relationships,
        "year": asked.year,
        "figures": figures,
        "appointments": times,
        "pledges": said,
        "contacts": outside,
        "aim_ms": most,
        "load": round(os.getloadavg()[0], 1),
        "pages": found,
        "holds": all(one["holds"] for one in found.values()),
    }
    print(json.dumps({"reports": told}))
    sys.exit(not told["holds"])


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--relationships", type=int, default=300)
    parser.add_argument("--year", action="store_true", help="the year of simulate-year")
    parser.add_argument("--database", choices=KINDS, default="sqlite")
    return parser.parse_args()


def lived(relationships: int) -> tuple[int, int, int, int]:
    """Make the year that the demo shows; gives appointments, words, contacts and figures."""
    from django.conf import settings

    from alongside.counts.models import Figure
    from alongside.demo.actions import make_demo
    from alongside.ground import clock
    from alongside.promises.models import Contact, Pledge
    from alongside.simulating.year.made import make

    now = clock.now()
    make_demo(settings.DATA, now=now)
    year = make(settings.DATA, relationships=relationships, seed=1, now=now)
    words, outside, told = (one.objects.count() for one in (Pledge, Contact, Figure))
    return year.appointments, words, outside, told


def counted(relationships: int) -> int:
    """Close as many batches as such a programme closes in a year; gives how many."""
    from alongside.counts import rules
    from alongside.counts.models import Figure
    from alongside.ground import clock

    chance = Random(7)
    batches = int(relationships * OFTEN / rules.LEAST)
    made = [
        Figure(
            topic=topic,
            quarter=quarter,
            about=rules.about(chance.randint(2, rules.LEAST), chance=chance.random()),
        )
        for topic in rules.TOPICS
        for quarter in rules.quarters_of_year(clock.today())
        for _ in range(batches)
    ]
    Figure.objects.bulk_create(made, batch_size=1_000)
    return len(made)


def met(relationships: Any) -> int:
    """Let everybody who walks together have met weekly for eight weeks; gives how often."""
    from datetime import timedelta

    from alongside.appointments.models import Appointment, Stands
    from alongside.appointments.rules import meeting
    from alongside.ground import clock
    from alongside.relationships.models import State

    now = clock.now().replace(minute=0, second=0, microsecond=0)
    pairs = [one for one in relationships if one.state == State.ACTIVE]
    made = [
        Appointment(
            ref=(at * 8 + week).to_bytes(16, "big"),
            series=at.to_bytes(16, "big"),
            relationship=pair,
            client_id=pair.client_id,
            specialist_id=pair.specialist_id,
            starts_at=now - timedelta(weeks=week, minutes=at),
            minutes=50,
            state=Stands.OVER,
            proposed_by=1,
            client_says=meeting.MET if (at + week) % 9 else meeting.NOT_MET,
        )
        for at, pair in enumerate(pairs)
        for week in range(1, 9)
    ]
    Appointment.objects.bulk_create(made, batch_size=1_000)
    return len(made)


def noted(relationships: Any) -> tuple[int, int]:
    """Let everybody who walks together give their word and note contacts; gives how many."""
    from alongside.ground import clock
    from alongside.promises.models import Became, Contact, How, Made, Pledge, Side
    from alongside.relationships.models import State

    today, chance = clock.today(), Random(9)
    pairs = [one for one in relationships if one.state == State.ACTIVE]
    pledges = [
        Pledge(
            relationship=pair,
            ref=at.to_bytes(16, "big"),
            by=chance.choice(Side.values),
            made_by=Made.TAP,
            state=chance.choice((Became.KEPT, Became.KEPT, Became.KEPT, Became.BROKEN)),
            made_on=today - 36 * at - 7,
            due_on=today - 36 * at,
            moves=chance.randint(0, 1),
            settled_on=today - 36 * at,
        )
        for pair in pairs
        for at in range(SAID)
    ]
    contacts = [
        Contact(
            relationship=pair,
            ref=at.to_bytes(16, "big"),
            by=Side.SPECIALIST,
            how=How.PHONE,
            day=today - 30 * at,
            minutes=chance.randint(1, 12) * 5,
        )
        for pair in pairs
        for at in range(OUTSIDE)
    ]
    Pledge.objects.bulk_create(pledges, batch_size=1_000)
    Contact.objects.bulk_create(contacts, batch_size=1_000)
    return len(pledges), len(contacts)


if __name__ == "__main__":
    main()
