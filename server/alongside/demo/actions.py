"""Makes the demonstration: a programme, its roster key, a coordinator, and six specialists.

Everyone goes the way real people go: a link from the desk, a place, a signed profile, an
endorsement. Only their five words are kept in a file, so that a second start can show them.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction

from alongside.api.keys import SignUp
from alongside.demo.paper import read, roster_seed, write
from alongside.demo.programme import COORDINATOR, PROGRAMME, REVIEWER
from alongside.demo.shown import DemoSpecialist
from alongside.demo.specialists import SPECIALISTS
from alongside.ground.clock import day_of
from alongside.ground.identifiers import new_identifier
from alongside.ground.secrets import log_seed
from alongside.keys import actions as keys
from alongside.keys.queries import records_of, signed_of
from alongside.people import actions as people
from alongside.people.models import Account, DeskUser
from alongside.people.queries import account_named
from alongside.people.second import actions as second
from alongside.people.second.queries import paper_codes_left, secret_of, steps_of
from alongside.people.second.rules import code_at, secret_in_groups, step_at
from alongside.programme import actions as programmes
from alongside.programme.models import Programme
from alongside.programme.queries import NotSetUp, programme
from pse.as_json import endorsement_json
from pse.endorsement import SPECIALIST, Endorsement, sign_endorsement
from pse.key_record import kr_hash_of, lock_of
from pse.person import make_person
from pse.signing import verify_key_of
from pse.words import draw_words

PEOPLE_FILE = "demo-people.json"
LASTS_DAYS = 90
RENEWED_DAYS_BEFORE = 30
FEW_CODES = 4
CODES_IN_A_ROW = 4
# A serial has to grow: so many endorsements a day have a number of their own.
A_DAY = 1_000


@dataclass(frozen=True)
class Demo:
    """Who is in the demonstration and how each comes in; `said` is what to print."""

    programme: str
    coordinator: dict[str, str]
    specialists: list[dict[str, str]]

    def said(self, origin: str) -> str:
        """Say who is here, where each comes in, and with what: it fits one screen."""
        dora, codes = self.coordinator, self.coordinator["codes"].split()
        rows = [codes[at : at + CODES_IN_A_ROW] for at in range(0, len(codes), CODES_IN_A_ROW)]
        return "\n".join(
            [
                f"{self.programme}: a made-up programme with made-up people.",
                "",
                f"To find someone to talk to, open  {origin}/",
                "",
                f"To answer as a specialist, open   {origin}/app/#come-back",
                *(
                    _line(one["name"], one["username"], one["words"])
                    for one in self.specialists
                ),
                "",
                f"To run the programme, open        {origin}/desk/",
                _line("Name", dora["name"], ""),
                _line("Words", dora["words"], ""),
                *(
                    _line(" " if at else "A code", "   ".join(row), "")
                    for at, row in enumerate(rows)
                ),
                "  Each code works once. Or give an app for such codes this secret:",
                f"  {dora['secret']}",
            ]
        )


def make_demo(data: Path, now: datetime) -> Demo:
    """Make the demonstration in a data folder, or find it there; gives what to print."""
    try:
        here = programme()
    except NotSetUp:
        here = _found(data, now=now)
    _two_steps(data, now=now)
    _stand_behind(here, roster_seed(data, home=here.home), now=now)
    return Demo(**read(data / PEOPLE_FILE))


def is_somebody_elses(data: Path) -> bool:
    """Say whether there is a programme here that is no demonstration."""
    try:
        programme()
    except NotSetUp:
        return False
    return not (data / PEOPLE_FILE).exists()


def _found(data: Path, *, now: datetime) -> Programme:
    home = new_identifier()
    roster = verify_key_of(roster_seed(data, home=home))
    settings = vars(PROGRAMME) | {"passes_on": list(PROGRAMME.passes_on)}
    with transaction.atomic():
        here = programmes.found(roster_key=roster, home=home, **settings)
        words = draw_words()
        dora = people.make_desk_user(COORDINATOR, words)
        programmes.switch_on_language("es", reviewer=REVIEWER, by=dora, today=day_of(now))
        found = {
            "programme": here.name,
            "coordinator": {"name": COORDINATOR, "words": words},
            "specialists": [_join(one, dora, here, now=now) for one in SPECIALISTS],
        }
        write(data / PEOPLE_FILE, found)
    return here


def _two_steps(data: Path, *, now: datetime) -> None:
    """Give Dora an app and codes on paper; new codes when few of the old ones are left."""
    kept = read(data / PEOPLE_FILE)
    dora = DeskUser.objects.get(name=COORDINATOR)
    with transaction.atomic():
        if not steps_of(dora):
            seed = new_identifier()
            secret = secret_of(seed)
            # A code of an hour ago, so that the one that fits now can still be used.
            then = now - timedelta(hours=1)
            code = code_at(secret, step_at(then))
            second.add_app(dora, seed, code, name="Demo", is_first=True, now=then)
            kept["coordinator"]["secret"] = secret_in_groups(secret)
        if paper_codes_left(dora) < FEW_CODES:
            kept["coordinator"]["codes"] = " ".join(second.new_paper_codes(dora))
        write(data / PEOPLE_FILE, kept)


def _join(
    one: DemoSpecialist, dora: DeskUser, here: Programme, *, now: datetime
) -> dict[str, str]:
    """Let someone come in by a link and show themselves."""
    today, log = day_of(now), verify_key_of(log_seed())
    made = make_person(
        one.username,
        home=here.home,
        day=today,
        roster=here.roster_key,
        log=log,
        name=one.name,
    )
    link = people.make_link(by=dora, note=one.name, now=now)
    papers = SignUp.model_validate(made.sign_up_payload(link=link))
    token = keys.sign_up(papers.read(), now=now).token
    keys.put_profile(
        token.account, made.person.profiled(one.profile(), ver=1, day=today), today=today
    )
    people.sign_out(token)
    return {"name": one.name, "username": one.username, "words": made.words}


def _stand_behind(here: Programme, seed: bytes, *, now: datetime) -> None:
    """Endorse everyone whose endorsement is missing or ends within 30 days."""
    dora = DeskUser.objects.get(name=COORDINATOR)
    found = {one.username: (one, account_named(one.username)) for one in SPECIALISTS}
    ends = _ends([person for _, person in found.values() if person])
    for one, person in found.values():
        if person and ends[person.pk] < day_of(now) + RENEWED_DAYS_BEFORE:
            keys.take_endorsement(_answer(one, person, here, seed, now=now), by=dora, now=now)
            programmes.set_seat(person, paused=one.paused, cap=one.cap)


def _ends(people_here: list[Account]) -> dict[int, int]:
    signed = signed_of(people_here).values()
    return {one.account.pk: one.endorsement.to_day if one.endorsement else 0 for one in signed}


def _answer(
    one: DemoSpecialist, person: Account, here: Programme, seed: bytes, *, now: datetime
) -> bytes:
    """Write the file that the signing machine would answer with."""
    today = day_of(now)
    draft = Endorsement(
        account_id=person.ref,
        kr_hash=kr_hash_of(lock_of(records_of(person))),
        role=SPECIALIST,
        display_name=one.name,
        from_day=today,
        to_day=today + LASTS_DAYS,
        # Below whatever the roster signs on the same day.
        serial=today * A_DAY - 1,
    )
    signed = endorsement_json(sign_endorsement(seed, here.home, draft))
    file = {"kind": "alongside-endorsement", "version": 1, "endorsement": signed}
    return json.dumps(file).encode()


def _line(name: str, username: str, words: str) -> str:
    return f"  {name:<9} {username:<22} {words}".rstrip()
