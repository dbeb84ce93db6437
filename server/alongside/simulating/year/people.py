"""The specialists of a made-up year: they come in the way real ones do, and take nobody new.

Their five words are thrown away: nobody can come in as them, so nobody is let wait for them.
"""

import json
from datetime import datetime

from alongside.api.keys import SignUp
from alongside.ground.clock import day_of
from alongside.ground.secrets import log_seed
from alongside.keys import actions as keys
from alongside.people import actions as people
from alongside.people.models import Account, DeskUser
from alongside.programme import actions as programmes
from alongside.programme.models import Programme
from alongside.simulating.year.plan import CAP
from pse.as_json import endorsement_json
from pse.person import Newcomer, make_person
from pse.signing import verify_key_of

LASTS_DAYS = 90
NAMES = (
    *("Amara", "Boris", "Chen", "Dalia", "Emeka", "Farah", "Goran", "Hana"),
    *("Ines", "Jonas", "Kofi", "Leila", "Mateo", "Nadia", "Omar", "Petra", "Quinn"),
    *("Rosa", "Sami", "Tara", "Uri", "Vera", "Wanda", "Yusuf", "Zoe"),
)


def join(
    many: int, dora: DeskUser, here: Programme, *, roster: bytes, now: datetime
) -> list[Account]:
    """Let so many come in by a link from the desk, and let the programme stand behind each."""
    return [_join(at, dora, here, roster=roster, now=now) for at in range(many)]


def name_of(at: int) -> str:
    """What somebody is called; after all names were used once, with a number."""
    turn, place = divmod(at, len(NAMES))
    return f"{NAMES[place]} {turn + 1}" if turn else NAMES[place]


def _join(at: int, dora: DeskUser, here: Programme, *, roster: bytes, now: datetime) -> Account:
    today, name = day_of(now), name_of(at)
    made = make_person(
        f"year-stays-{1000 + at:04}",
        home=here.home,
        day=today,
        roster=here.roster_key,
        log=verify_key_of(log_seed()),
        name=name,
    )
    link = people.make_link(by=dora, note=name, now=now)
    papers = SignUp.model_validate(made.sign_up_payload(link=link))
    token = keys.sign_up(papers.read(), now=now).token
    account: Account = token.account
    people.sign_out(token)
    keys.take_endorsement(_word(made, name, roster, today, at), by=dora, now=now)
    programmes.set_seat(account, paused=True, cap=CAP)
    return account


def _word(made: Newcomer, name: str, roster: bytes, today: int, at: int) -> bytes:
    endorsed = made.person.endorsed(
        roster,
        display_name=name,
        from_day=today,
        days=LASTS_DAYS,
        serial=today * 1_000 - 2 - at,
    )
    file = {
        "kind": "alongside-endorsement",
        "version": 1,
        "endorsement": endorsement_json(endorsed),
    }
    return json.dumps(file).encode()
