"""The cast, always the same people: made once with real keys, brought in again for each test.

Ada is a client, Ben her specialist, Cem his supervisor, Dora the coordinator, Eve the safety
officer, Finn a stranger. Deriving their keys takes the real time, once in a run.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client, RequestFactory

from alongside.api.keys import SignUp
from alongside.ground import clock
from alongside.ground.identifiers import new_identifier, to_text
from alongside.ground.secrets import log_seed
from alongside.keys import actions as keys
from alongside.people import actions as people
from alongside.people.models import Account, DeskUser, Role, RoleName
from alongside.people.second import actions as second
from alongside.people.second.queries import secret_of
from alongside.people.second.rules import code_at, step_at
from alongside.programme import actions as programmes
from alongside.programme.help_lines import confirmed
from alongside.programme.models import Programme
from alongside.programme.queries import programme
from alongside.programme.rules import sentences_for
from alongside.relationships.models import Relationship
from alongside.web.crisis import lines_for
from alongside.web.desk import half
from pse.as_json import endorsement_json, profile_json
from pse.holder import Person
from pse.key_record import KeyRecord
from pse.person import Newcomer, make_person
from pse.promise import read_promise
from pse.signing import verify_key_of
from pse.talking import Begun, say_yes
from pse.talking import ask as ask_for
from tests.stored import store

HOME = bytes(range(16))
ROSTER_SEED = bytes(range(32, 64))
DESK_WORDS = "cushion smooth castle easel toddle"
TS = 1_700_000_000_000
NAMES = {
    "ada": "river-otter-4827",
    "ben": "oak-badger-2041",
    "cem": "maple-heron-1188",
    "dora": "cedar-finch-3350",
    "eve": "willow-wren-7316",
    "finn": "meadow-hare-9002",
}
PROFILE: dict[str, Any] = {
    "about": "I listen.",
    "facts": ["alcohol", "evenings", "man"],
    "langs": ["en"],
    "line": "Slow is fine with me.",
    "name": "Ben",
    "reply": {"days": [0, 1, 2], "from": 540, "to": 1_020, "tz": "Europe/Madrid", "within": 24},
    "waiting": "I read what you wrote with care.",
}


@dataclass
class Room:
    """What somebody's browser can do: calls to the API, signed in or not."""

    token: bytes | None = None
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))

    def get(self, path: str, **headers: str) -> Any:
        """Ask for something."""
        return self.call("GET", path, None, **headers)

    def post(self, path: str, papers: Any = None) -> Any:
        """Do something."""
        return self.call("POST", path, papers)

    def put(self, path: str, papers: Any) -> Any:
        """Replace something."""
        return self.call("PUT", path, papers)

    def call(self, method: str, path: str, papers: Any, **headers: str) -> Any:
        """Send a call as a room does."""
        sent = {
            "X-Alongside": "1",
            **{name.replace("_", "-"): headers[name] for name in headers},
        }
        if self.token is not None:
            sent.setdefault("Authorization", f"Bearer {to_text(self.token)}")
        is_raw = isinstance(papers, bytes)
        body = papers if is_raw else b"" if papers is None else json.dumps(papers).encode()
        return self.client.generic(
            method, path, body, content_type="application/json", headers=sent
        )


@dataclass
class Member:
    """One of the cast: their keys, their row, and their room."""

    made: Newcomer
    account: Account
    room: Room

    @property
    def person(self) -> Person:
        """Somebody with all their keys opened."""
        return self.made.person

    @property
    def record(self) -> KeyRecord:
        """Their public keys."""
        return self.person.record

    @property
    def username(self) -> str:
        """The name they come in with."""
        return self.person.username


@pytest.fixture
def house(db: Any) -> Programme:
    """A programme with its promise."""
    return found()


@pytest.fixture
def desk(house: Programme) -> DeskUser:
    """Dora at the desk."""
    return DeskUser.objects.create(name="Dora", password=_desk_password())


@pytest.fixture
def app(desk: DeskUser) -> bytes:
    """The secret of the app with codes that Dora set up for the second step."""
    return set_up_app(desk)


@pytest.fixture
def ada(house: Programme) -> Member:
    """A client."""
    return bring_in("ada")


@pytest.fixture
def ben(house: Programme, desk: DeskUser) -> Member:
    """Ada's specialist, whom the programme stands behind."""
    return bring_in_specialist("ben", desk)


@pytest.fixture
def cem(house: Programme) -> Member:
    """Ben's supervisor."""
    return bring_in("cem", RoleName.SUPERVISOR)


@pytest.fixture
def dora(house: Programme) -> Member:
    """The coordinator, in a room of her own."""
    return bring_in("dora", RoleName.COORDINATOR)


@pytest.fixture
def eve(house: Programme) -> Member:
    """The safety officer."""
    return bring_in("eve", RoleName.SAFETY_OFFICER)


@pytest.fixture
def finn(house: Programme) -> Member:
    """A stranger, who has a place here and nothing to do with the others."""
    return bring_in("finn")


@pytest.fixture
def nobody(db: Any) -> Room:
    """A room that is signed out."""
    return Room()


@pytest.fixture
def asked(ada: Member, ben: Member) -> Relationship:
    """Ada has asked Ben, and her hello is stored."""
    return ask(ada, ben)[0]


@pytest.fixture
def talking(asked: Relationship, ben: Member) -> Relationship:
    """Ben has said yes."""
    return accept(asked, ben)


def set_up_app(user: DeskUser, *, is_first: bool = True) -> bytes:
    """Give a coordinator an app with codes; its first code is of long ago. Gives the secret."""
    seed, then = new_identifier(), clock.now() - timedelta(hours=1)
    secret = secret_of(seed)
    typed = code_now(secret, at=then)
    second.add_app(user, seed, typed, name="My app", is_first=is_first, now=then)
    return secret


def code_now(secret: bytes, *, at: datetime | None = None, later: int = 0) -> str:
    """What an app with this secret shows now, or so many half minutes later."""
    return code_at(secret, step_at(at or clock.now()) + later)


def pass_words(user: DeskUser, client: Client | None = None, *, to: str = "") -> Client:
    """Be half in at the desk, as if the right words were typed; hashing them takes a second."""
    at_door = client or Client()
    request = RequestFactory().post("/desk/sign-in")
    request.session = SessionStore()
    half.begin(request, user, to=to)
    request.session.save()
    at_door.cookies[django_settings.SESSION_COOKIE_NAME] = request.session.session_key
    return at_door


def sign_in_at_desk(
    user: DeskUser, secret: bytes, client: Client | None = None, *, to: str = ""
) -> Client:
    """Be wholly in at the desk: the second step is taken on its own page."""
    at_door = pass_words(user, client, to=to)
    answer = at_door.post("/desk/sign-in/second", {"code": code_now(secret)})
    assert answer.status_code == 302, answer.content
    return at_door


def found(**settings: Any) -> Programme:
    """Found the programme at the cast's home."""
    return programmes.found(
        roster_key=verify_key_of(ROSTER_SEED),
        home=HOME,
        **{
            "name": "Riverside Peers",
            "country": "US",
            "passes_on": ["pass-on-life", "pass-on-child"],
            "contact_name": "Dora Lindqvist",
            "contact_phone": "503-555-0142",
            "independent_name": "Open Door Advocates",
            "independent_phone": "503-555-0187",
            "leave_url": "https://www.weather.gov/",
            "reviewed_by": "Dora Lindqvist",
            "reviewed_on": clock.today(),
            "help_lines": [confirmed(line, today=clock.today()) for line in lines_for("US")],
            "door_open": True,
        }
        | settings,
    )


def bring_in(name: str, role: int = RoleName.CLIENT, *, link: str | None = None) -> Member:
    """Let one of the cast come in, exactly as their room would, and be what they are."""
    made = fresh(name)
    papers = SignUp.model_validate(made.sign_up_payload(link=link))
    signed_in = keys.sign_up(papers.read(), now=clock.now())
    account = signed_in.token.account
    if link is None:
        Role.objects.filter(account=account).update(role=role)
    return Member(made, account, Room(signed_in.raw))


def bring_in_specialist(name: str, desk: DeskUser, *, display_name: str = "Ben") -> Member:
    """Let a specialist come in by a link, show themselves and be endorsed."""
    link = people.make_link(by=desk, note=display_name, now=clock.now())
    member = bring_in(name, link=link)
    show(member, PROFILE | {"name": display_name})
    keys.take_endorsement(answer_for(member, display_name), by=desk, now=clock.now())
    return member


def show(member: Member, fields: dict[str, Any], *, ver: int = 1) -> None:
    """Sign a profile and show it."""
    profile = member.person.profiled(fields, ver=ver, day=clock.today())
    keys.put_profile(member.account, profile, today=clock.today())


def profile_papers(member: Member, *, ver: int = 1, **fields: Any) -> dict[str, Any]:
    """What a room sends to show a profile."""
    return profile_json(member.person.profiled(PROFILE | fields, ver=ver, day=clock.today()))


def answer_for(
    member: Member,
    display_name: str = "Ben",
    *,
    from_day: int | None = None,
    days: int = 90,
    serial: int = 1,
    seed: bytes = ROSTER_SEED,
) -> bytes:
    """The signing machine's answer to a request."""
    endorsed = member.person.endorsed(
        seed,
        display_name=display_name,
        from_day=clock.today() if from_day is None else from_day,
        days=days,
        serial=serial,
    )
    file = {
        "kind": "alongside-endorsement",
        "version": 1,
        "endorsement": endorsement_json(endorsed),
    }
    return json.dumps(file).encode()


def ask_papers(client: Member, specialist: Member, *, months: int | None = None) -> Begun:
    """What a client's room makes to ask: papers for the API, a frame for the wire."""
    here = programme()
    kept = here.retention_months if months is None else months
    return ask_for(
        client.person,
        specialist.record,
        sentences=sentences_for(here, months=kept),
        retention=kept,
        hello="Hello, I would like to talk.",
        name="Ada",
        day=clock.today(),
        ts=TS,
    )


def yes_papers(specialist: Member, relationship: Relationship) -> dict[str, Any]:
    """What a specialist's room signs to say yes."""
    return say_yes(
        specialist.person,
        conv=relationship.conv,
        sentences=read_promise(relationship.promise),
        day=clock.today(),
    )


def ask(
    client: Member,
    specialist: Member,
    *,
    with_hello: bool = True,
    months: int | None = None,
) -> tuple[Relationship, Begun]:
    """Ask over the API; the hello is stored as the relay stores it."""
    begun = ask_papers(client, specialist, months=months)
    answer = client.room.post("/api/asks", begun.payload)
    assert answer.status_code == 201, answer.content
    if with_hello:
        store(begun.frame)
    return Relationship.objects.get(pk=answer.json()["id"]), begun


def accept(relationship: Relationship, specialist: Member) -> Relationship:
    """Say yes over the API."""
    papers = yes_papers(specialist, relationship)
    answer = specialist.room.post(f"/api/relationships/{relationship.pk}/accept", papers)
    assert answer.status_code == 200, answer.content
    relationship.refresh_from_db()
    return relationship


def fresh(name: str) -> Newcomer:
    """One of the cast with the state they had at sign-up, whatever another test did."""
    made = _made(name, clock.today())
    person = Person(**vars(made.person))
    return Newcomer(person, made.words, made.spare, made.locks, made.slots)


@cache
def _made(name: str, today: int) -> Newcomer:
    return make_person(
        NAMES.get(name, name),
        home=HOME,
        day=today,
        roster_seed=ROSTER_SEED,
        log=verify_key_of(log_seed()),
        name=name.capitalize(),
    )


@cache
def _desk_password() -> str:
    return make_password(DESK_WORDS)
