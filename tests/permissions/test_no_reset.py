"""Nobody is reset into readable history: by no route, no page of the desk, no command."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from alongside.cli.commands import COMMANDS
from alongside.ground import clock
from alongside.ground.secrets import server_key
from alongside.keys.models import Bundle, KeyRecord, Slot, StateIndex, StatePart, WayChange
from pse.account import WORDS, open_slot, words_lock
from pse.as_json import read_slot
from pse.base64url import to_text
from pse.new_lock import renew_lock
from pse.person import come_back, make_person
from pse.refusal import NotOpened, Refused
from pse.ticket import verifier_of
from tests.cast import HOME, sign_in_at_desk
from tests.permissions.test_desk_routes import address_of
from tests.permissions.test_desk_routes import routes as desk_routes
from tests.permissions.test_every_route import (
    OPEN,
    everybody,
    papers_for,
    undone,
)

__all__ = ["everybody"]

HOUSE = Path(__file__).parents[2] / "server" / "alongside"
TABLES = (Slot, Bundle, StateIndex, StatePart, KeyRecord, WayChange)
# What each command can do with the place of somebody: never open it, never hand it on.
CAN = {
    "serve": "answers rooms; nothing of its own",
    "demo": "makes places for made-up people, in a folder of their own",
    "migrate": "changes tables, never rows of keys",
    "setup": "makes a programme in an empty folder; there is nobody yet",
    "backup": "copies what is sealed",
    "restore": "puts back what was sealed, into an empty folder",
    "upgrade": "as backup, then as migrate",
    "close": "destroys ways in at the end of the programme; makes none",
    "roster": "stands behind keys; reads no database",
    "desk": "gives coordinators new words; none of them opens a place",
    "witness": "signs a list of keys as a stranger reads it; reads no database",
    "verify-deploy": "compares files that anybody may fetch",
    "open-export": "opens a file for whoever has its own words; reads no database",
    "simulate-load": "makes places for made-up people, in a folder that is thrown away",
    "simulate-year": "makes places for made-up people in a demo; throws their words away",
    "simulate-ripple": "grows a programme of numbers; reads no database",
    "hold": "keeps rows that the house can read; none of them opens a place",
    "sign-out": "ends sign-ins; makes none",
    "doctor": "reads settings and says what is missing",
    "listening": "learns and judges a pack from files; reads no database",
    "packs": "checks questions and lays them into a folder; reads no database",
}
# The only files that may write ways in, sealed keys or key records.
WRITERS = {
    "keys/actions/changes.py",
    "keys/actions/coming_in.py",
    "keys/actions/devices.py",
    "keys/actions/new_lock.py",
    "keys/actions/renewing.py",
    "keys/actions/state.py",
    "keys/actions/ways_in.py",
}
STORED = {model.__name__ for model in TABLES}
KEEPERS = {"keep_slot", "keep_way_in", "keep_record", "keep_first_state"}
MAKING = {"create", "bulk_create", "update_or_create", "get_or_create", "update", "save"}


def kept(member):
    """Everything of somebody's lock that the house holds, as it stands in the tables."""
    return {
        model.__name__: list(
            model.objects.filter(account=member.account).order_by("pk").values()
        )
        for model in TABLES
    }


def sealed(member):
    """The boxes that only they are handed."""
    boxes = [Bundle.objects.get(account=member.account).sealed_keys]
    boxes += Slot.objects.filter(account=member.account).values_list("box", flat=True)
    parts = StatePart.objects.filter(account=member.account)
    every = (*boxes, *parts.values_list("sealed_part", flat=True))
    return [f'"{to_text(box)}"' for box in every]


OTHERS = ("ben", "cem", "dora", "eve", "finn", "nobody")


def test_no_route_lets_anybody_else_touch_or_fetch_adas_lock(everybody, ada, asked, ben):
    before, boxes = kept(ada), sealed(ada)
    for method, path in sorted(OPEN):
        for who in OTHERS:
            member, room = everybody[who]
            papers = papers_for(path, member, ben, asked)
            with undone():
                answer = room.call(method, path.replace("{number}", str(asked.pk)), papers)
                assert kept(ada) == before, f"{who} changed it at {path}"
            found = [box for box in boxes if box.encode() in answer.content]
            assert found == [], f"{who} was handed it at {path}"


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_page_of_the_desk_touches_or_shows_a_lock(desk, app, ada, ben, asked, method):
    whole = sign_in_at_desk(desk, app)
    before, boxes = [kept(one) for one in (ada, ben)], sealed(ada) + sealed(ben)
    for route in desk_routes():
        with undone():
            answer = getattr(whole, method)(address_of(route))
            assert [kept(one) for one in (ada, ben)] == before, route
        assert not [box for box in boxes if box.encode() in answer.getvalue()], route


def test_every_command_is_judged_here_by_name():
    assert set(COMMANDS) == set(CAN)


def calls_in(path):
    """Names of what is called in a file, and on which table."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name):
            yield node.func.id, set()
        elif isinstance(node.func, ast.Attribute):
            under = {one.id for one in ast.walk(node.func.value) if isinstance(one, ast.Name)}
            yield node.func.attr, under


def test_only_the_room_of_keys_writes_a_lock_and_no_command_or_page_does():
    found = set()
    for path in HOUSE.rglob("*.py"):
        name = path.relative_to(HOUSE).as_posix()
        for called, under in calls_in(path):
            if called in KEEPERS or (called in MAKING and under & STORED):
                found.add(name)
    assert found <= WRITERS
    assert {"keys/actions/coming_in.py", "keys/actions/new_lock.py"} <= found


def test_an_administrator_who_sets_other_words_gets_past_the_door_and_no_further(ada, nobody):
    """With the whole database and the server's own secret they make the proof fit."""
    theirs = words_lock("about about acorn acorn above", home=HOME, username=ada.username)
    verifier = verifier_of(server_key(), ada.account.ref, WORDS, theirs.auth)
    Slot.objects.filter(account=ada.account, type=WORDS).update(verifier=verifier)

    proof = {"username": ada.username, "auth": to_text(theirs.auth)}
    entered = nobody.post("/api/sign-in", proof).json()

    slot = read_slot(entered["slot"])
    with pytest.raises(NotOpened):
        open_slot(slot, theirs, home=HOME, account_id=ada.account.ref, g=slot.g)


def test_an_administrator_who_exchanges_the_whole_lock_makes_a_place_that_no_room_opens(ada):
    """Slots, bundle and state of their own, under Ada's name and id: the keys do not fit."""
    other = make_person(
        ada.username,
        home=HOME,
        day=clock.today(),
        words="about about acorn acorn above",
        roster=ada.person.trust.roster,
        log=ada.person.trust.log,
    )
    swapped = replace(other.person, records=ada.person.records)
    made = renew_lock(swapped, day=clock.today(), words="about about acorn acorn above")
    me = ada.room.get("/api/me").json()
    for lies in (
        {"bundle": made.payload["bundle"], "state": made.payload["state"]},
        {
            "bundle": made.payload["bundle"],
            "state": made.payload["state"],
            "key_records": [*me["key_records"], made.payload["key_record"]],
        },
        {"key_records": [made.payload["key_record"]]},
    ):
        answer = {"me": {**me, **lies}, "slot": made.payload["words"]["slot"]}
        with pytest.raises(Refused):
            come_back(made.locks[0], answer, home=HOME, username=ada.username)
    with pytest.raises(Refused):
        come_back(
            ada.made.locks[0],
            {"me": me, "slot": made.payload["words"]["slot"]},
            home=HOME,
            username=ada.username,
        )
