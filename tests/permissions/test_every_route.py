"""Every route, every member of the cast: what opens, and that the rest is one closed door."""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction

from alongside.api.urls import api
from alongside.consent.models import Emergency, Telling
from alongside.conversations.models import Conversation
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.keys.documents.actions import keep_document
from alongside.people import actions as people
from alongside.people.models import Scope
from alongside.relationships import actions as relationships
from alongside.repairs.models import Repair
from pse.document import Version, document_hash_of
from pse.file import SEALED_PIECE
from pse.new_lock import renew_lock
from pse.person import renew_ways_in
from pse.renewal import renew_keys
from tests.appointments.meeting import HOURS_PAPERS as HOURS
from tests.cast import Room, ask_papers, profile_papers, yes_papers
from tests.consent.telling import emergency, put_emergency, put_telling, telling
from tests.matching.handing import TICKED
from tests.permissions import circle_doors, concern_doors, together_doors
from tests.permissions.belongings import FILE_ID, OWN, give_device, give_file, spare_papers
from tests.permissions.judging import expected, judged
from tests.permissions.library_doors import DOORS, PAPERS, give_stories, story_address
from tests.permissions.passing_on import STEP_PAPERS, STEPS

FIRST = Version(1, bytes(32), b"\x01" + bytes(104), b"\x01" + bytes(1_096))
MISSING = 1_000_000
EVERYBODY = ("ada", "ben", "cem", "dora", "eve", "finn", "spare", "nobody")
SIGNED_IN = ("ada", "ben", "cem", "dora", "eve", "finn")
BY_NAME = "/api/relationships/{number}/"
PAGE = "/api/documents/{doc_id}"
FILE = "/api/files/{conv}/{file_id}"
TIME = "/api/appointments/{ref}/"
# What was sealed before anybody knocks: only the person decides.
PREPARED: dict[str, Any] = {}
# Who gets further than the door. What they get there is told by the tests of each room.
OPEN = {
    ("GET", "/api/help"): EVERYBODY,
    ("GET", "/api/key-log"): (*SIGNED_IN, "nobody"),
    ("GET", "/api/key-log/checkpoint"): (*SIGNED_IN, "nobody"),
    ("POST", "/api/key-log/cosignatures"): EVERYBODY,
    ("GET", "/api/packs"): SIGNED_IN,
    ("POST", "/api/sign-up"): EVERYBODY,
    ("POST", "/api/sign-in"): EVERYBODY,
    ("POST", "/api/sign-in/spare"): EVERYBODY,
    ("POST", "/api/sign-in/device"): EVERYBODY,
    ("POST", "/api/sign-in/passkey"): EVERYBODY,
    ("POST", "/api/ways-in/changes"): SIGNED_IN,
    ("POST", "/api/ways-in/changes/finish"): SIGNED_IN,
    ("POST", "/api/ways-in/changes/cancel"): SIGNED_IN,
    ("POST", "/api/ways-in/sign-out"): SIGNED_IN,
    ("POST", "/api/ways-in/let-back"): SIGNED_IN,
    ("POST", "/api/ways-in/renew"): ("spare",),
    ("POST", "/api/ways-in/spare-seen"): SIGNED_IN,
    ("PUT", "/api/ways-in/spare"): SIGNED_IN,
    ("GET", "/api/me"): (*SIGNED_IN, "spare"),
    ("PUT", "/api/state"): SIGNED_IN,
    ("POST", "/api/key-records"): SIGNED_IN,
    ("POST", "/api/new-lock"): SIGNED_IN,
    ("POST", "/api/sign-out"): (*SIGNED_IN, "spare"),
    ("POST", "/api/sign-out/others"): SIGNED_IN,
    ("POST", "/api/ticket"): SIGNED_IN,
    ("POST", "/api/close-place"): SIGNED_IN,
    ("GET", "/api/documents"): SIGNED_IN,
    **dict.fromkeys(((way, PAGE) for way in ("GET", "PUT", "DELETE")), SIGNED_IN),
    # Nobody sends files before the yes; tests/files tells who may afterwards.
    ("POST", FILE): (),
    ("PUT", FILE + "/{i}"): (),
    ("GET", FILE + "/{i}"): ("ada", "ben"),
    ("GET", "/api/directory"): SIGNED_IN,
    ("POST", "/api/asks"): ("ada", "finn"),
    ("POST", "/api/invites"): ("ben",),
    ("GET", "/api/invites"): ("ben",),
    ("POST", "/api/invites/take-back"): ("ben",),
    ("POST", "/api/invites/look"): EVERYBODY,
    ("GET", "/api/relationships"): SIGNED_IN,
    ("POST", BY_NAME + "accept"): ("ada", "ben"),
    # There is no other edition of the promise yet; tests/relationships tells who may then.
    ("POST", BY_NAME + "agree"): (),
    ("POST", BY_NAME + "keep"): (),
    ("POST", BY_NAME + "decline"): ("ada", "ben"),
    ("POST", BY_NAME + "withdraw"): ("ada", "ben"),
    ("POST", BY_NAME + "end"): ("ada", "ben"),
    ("POST", BY_NAME + "block"): ("ada", "ben"),
    ("POST", BY_NAME + "unblock"): ("ada", "ben"),
    ("POST", BY_NAME + "pause"): ("ada", "ben"),
    ("POST", BY_NAME + "resume"): ("ada", "ben"),
    ("PUT", BY_NAME + "plan"): ("ada", "ben"),
    ("DELETE", BY_NAME + "plan/wish"): ("ada", "ben"),
    ("POST", BY_NAME + "plan/heard"): ("ada", "ben"),
    ("PUT", BY_NAME + "way-back"): ("ada", "ben"),
    ("POST", BY_NAME + "again"): ("ada",),
    # Ben cannot ask, call off or give: that is the client's door. He may only suggest.
    ("POST", BY_NAME + "handover"): ("ada",),
    ("POST", BY_NAME + "handover/suggest"): ("ben",),
    ("POST", BY_NAME + "handover/no"): ("ada",),
    ("POST", BY_NAME + "handover/call-off"): ("ada",),
    ("POST", BY_NAME + "handover/look"): ("ada", "ben"),
    ("POST", BY_NAME + "handover/until"): ("ada",),
    # Nobody has come yet; tests/relationships tells who may then.
    ("POST", BY_NAME + "handover/history"): (),
    ("GET", "/api/handovers"): SIGNED_IN,
    ("POST", "/api/handovers/{number}/yes"): (),
    ("POST", "/api/handovers/{number}/no"): (),
    # Nobody is supported before the yes; tests/counts tells who may be counted in then.
    ("GET", "/api/counting"): (),
    ("POST", "/api/counting"): (),
    **STEPS,
    ("GET", BY_NAME + "pledges"): ("ada", "ben"),
    # Nobody gives their word before the yes; tests/promises tells who may afterwards.
    ("PUT", BY_NAME + "pledges/{ref}"): ("ada", "ben"),
    ("POST", BY_NAME + "pledges/{ref}/move"): (),
    ("POST", BY_NAME + "pledges/{ref}/say"): (),
    ("GET", BY_NAME + "contacts"): ("ada", "ben"),
    ("PUT", BY_NAME + "contacts/{ref}"): (),
    ("DELETE", BY_NAME + "contacts/{ref}"): (),
    ("GET", "/api/reply-counts"): ("ben",),
    ("PUT", "/api/reply-counts/{month}"): ("ben",),
    ("GET", "/api/wish"): ("ada", "finn"),
    ("PUT", "/api/wish"): ("ada", "finn"),
    ("DELETE", "/api/wish"): ("ada", "finn"),
    ("PUT", "/api/wish/not-these"): ("ada", "finn"),
    # Nobody has proposed anybody here; tests/matching tells who may answer.
    ("POST", "/api/wish/someone-else"): (),
    ("GET", "/api/proposals"): ("ben",),
    ("POST", "/api/proposals/{number}/yes"): (),
    ("POST", "/api/proposals/{number}/no"): (),
    ("GET", BY_NAME + "repairs"): ("ada", "ben"),
    # It is Ada's: Ben may reply, and only she can close it.
    ("PUT", BY_NAME + "repairs/{ref}"): ("ada",),
    ("PUT", BY_NAME + "repairs/{ref}/desk"): ("ada",),
    ("POST", BY_NAME + "repairs/{ref}/answered"): ("ben",),
    ("DELETE", BY_NAME + "repairs/{ref}"): ("ada",),
    **(DOORS | concern_doors.DOORS | together_doors.DOORS),
    **{door: SIGNED_IN if who else () for door, who in circle_doors.OPEN.items()},
    ("GET", "/api/wall"): SIGNED_IN,
    ("POST", "/api/wall/taken"): SIGNED_IN,
    ("PUT", "/api/seat"): ("ben",),
    ("PUT", "/api/profile"): ("ben",),
    ("GET", "/api/notices"): SIGNED_IN,
    ("PUT", "/api/notices"): SIGNED_IN,
    ("PUT", "/api/notices/device"): SIGNED_IN,
    ("DELETE", "/api/notices/device"): SIGNED_IN,
    ("PUT", "/api/notices/number"): SIGNED_IN,
    ("DELETE", "/api/notices/number"): SIGNED_IN,
    ("POST", "/api/notices/number/code"): SIGNED_IN,
    ("POST", "/api/notices/calendar"): SIGNED_IN,
    ("DELETE", "/api/notices/calendar"): SIGNED_IN,
    ("GET", "/api/endorsement-request"): ("ben",),
    ("GET", "/api/supervisors"): SIGNED_IN,
    # Nobody is a supervisor here; tests/api/test_supervising.py tells who may.
    ("GET", "/api/supervising"): (),
    ("GET", "/api/told"): SIGNED_IN,
    # Nobody tells before the yes; tests/consent tells who may afterwards.
    ("POST", "/api/told"): (),
    ("POST", "/api/told/link"): EVERYBODY,
    ("GET", "/api/told/{ref}"): ("ada", "ben"),
    ("POST", "/api/told/{ref}/withdraw"): ("ada",),
    ("GET", "/api/emergencies"): SIGNED_IN,
    ("POST", "/api/emergencies"): ("ben",),
    ("POST", "/api/emergencies/{ref}/told"): ("ben",),
    # The programme stands behind no supervisor here.
    ("POST", "/api/emergencies/{ref}/confirm"): (),
    ("POST", "/api/emergencies/{ref}/talk"): ("ada",),
    ("GET", "/api/hours"): ("ben",),
    ("PUT", "/api/hours"): ("ben",),
    # Free times are for two who talk, and for nobody before the yes or after an end.
    ("GET", BY_NAME + "times"): (),
    ("GET", "/api/appointments"): SIGNED_IN,
    ("POST", BY_NAME + "appointments"): ("ada", "ben"),
    # There is no time between anybody here; tests/appointments tells who may then.
    ("POST", TIME + "agree"): (),
    ("POST", TIME + "decline"): (),
    ("POST", TIME + "move"): (),
    ("POST", TIME + "move/agree"): (),
    ("POST", TIME + "move/keep"): (),
    ("POST", TIME + "cancel"): (),
    ("PUT", TIME + "earlier"): (),
    ("POST", TIME + "earlier/take"): (),
    ("POST", TIME + "said"): (),
    ("POST", "/api/at-the-desk/{number}/agree"): (),
    ("POST", "/api/at-the-desk/{number}/take-back"): (),
}


def routes() -> set[tuple[str, str]]:
    """Every call the server takes, from its own description."""
    described: dict[str, Any] = api.get_openapi_schema()["paths"]
    return {(method.upper(), path) for path, methods in described.items() for method in methods}


def test_every_route_is_named_here():
    assert routes() == set(OPEN)


@pytest.fixture
def everybody(ada, ben, cem, dora, eve, finn, nobody, asked, desk):
    """Everyone at the door, each with their room; Ada comes with her spare code as well."""
    spare = people.sign_in(ada.account, scope=Scope.SPARE, now=clock.now())
    for member in (ada, ben, cem, dora, eve, finn):
        give_device(member)
        keep_document(member.account, OWN, FIRST, today=clock.today())
    give_file(ada, asked)
    made = telling(ada, ben, asked.conv)
    put_telling(made, ada, ben)
    put_emergency(emergency(ben, ada, asked.conv), ada, ben)
    Repair.objects.create(relationship=asked, ref=OWN, by=ada.account, due_on=clock.today())
    PREPARED["link"] = made.knock
    next_one = telling(ada, ben, asked.conv, before=made.sealed.package)
    PREPARED["told"] = next_one.papers
    PREPARED["emergencies"] = emergency(ben, ada, asked.conv).papers
    give_stories(ada)
    concern_doors.give_concern(ada, ben, eve, desk)
    together_doors.give_together(ben, cem)
    relationships.invite(OWN, by=ben.account, today=clock.today())
    members = dict(zip(SIGNED_IN, (ada, ben, cem, dora, eve, finn), strict=True))
    rooms = {name: (member, member.room) for name, member in members.items()}
    return rooms | {"spare": (ada, Room(spare.raw)), "nobody": (ada, nobody)}


def address(path: str, number: int) -> str:
    """A path with something in it: what there is, or nothing."""
    own, file_id = (OWN, FILE_ID) if number < MISSING else (bytes(16), bytes(16))
    conv = Conversation.objects.order_by("id").first()
    path = path.replace("{number}", str(number)).replace("{doc_id}", to_text(own))
    path = path.replace("{conv}", to_text(conv.ref)).replace("{file_id}", to_text(file_id))
    if path.startswith("/api/library/"):
        return story_address(path, is_there=number < MISSING)
    if path.startswith(concern_doors.BY_REF) or "/repairs/" in path:
        return path.replace("{ref}", to_text(own)).replace("{letter}", to_text(own))
    kept = Emergency if path.startswith("/api/emergencies") else Telling
    ref = kept.objects.get().ref if number < MISSING else bytes(16)
    path = path.replace("{month}", "0").replace("{role}", "1")
    return path.replace("{i}", "0").replace("{ref}", to_text(ref))


@contextmanager
def undone():
    """Let each find everything as it was."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def papers_for(path: str, member: Any, ben: Any, asked: Any) -> Any:
    """Well-made papers, so that nothing but the person decides."""
    made: dict[str, Callable[[], Any]] = {
        "/api/asks": lambda: ask_papers(member, ben).payload,
        "/api/key-log/cosignatures": lambda: {"note": ""},
        "/api/invites": lambda: {"invite_id": "A" * 22},
        "/api/invites/take-back": lambda: {"invite_id": to_text(OWN)},
        "/api/invites/look": lambda: {"invite_id": to_text(OWN)},
        "/api/told": lambda: PREPARED["told"],
        "/api/told/link": lambda: PREPARED["link"],
        "/api/emergencies": lambda: PREPARED["emergencies"],
        "/api/emergencies/{ref}/talk": lambda: {"wishes": True},
        **(PAPERS | concern_doors.PAPERS | together_doors.papers(ben)),
        "/api/measures": lambda: concern_doors.set_papers(ben),
        BY_NAME + "pledges/{ref}": lambda: {"made_by": 1, "due_on": clock.today()},
        BY_NAME + "pledges/{ref}/move": lambda: {"due_on": clock.today() + 1},
        BY_NAME + "pledges/{ref}/say": lambda: {"word": "kept"},
        BY_NAME + "contacts/{ref}": lambda: {"how": 1, "day": clock.today(), "minutes": 20},
        "/api/reply-counts/{month}": lambda: {"within": 3, "later": 1, "much_later": 0},
        "/api/wish/not-these": lambda: {"add": [], "remove": []},
        "/api/wish": lambda: {**TICKED, "matters": None, "facts": []},
        "/api/seat": lambda: {"paused": False, "cap": 3},
        "/api/profile": lambda: profile_papers(member, ver=2 if member is ben else 1),
        "/api/notices/number": lambda: {"number": "+4915112345678"},
        "/api/notices": lambda: {
            "address": "",
            "on": True,
            "quiet_from": 1260,
            "quiet_to": 480,
            "zone": "UTC",
        },
        "/api/state": lambda: member.person.remember(name="me"),
        "/api/key-records": lambda: renew_keys(
            replace(member.person), day=clock.today(), months=[]
        ),
        FILE: lambda: {"pieces": 1},
        FILE + "/{i}": lambda: bytes(SEALED_PIECE),
        PAGE: lambda: {
            "ver": 2,
            "prev": to_text(document_hash_of(FIRST)),
            "lock": to_text(FIRST.lock),
            "box": to_text(FIRST.box),
        },
        "/api/new-lock": lambda: {
            **renew_lock(replace(member.person), day=clock.today()).payload,
            "spare_auth": "A" * 43,
        },
        **STEP_PAPERS,
        "/api/counting": lambda: {"statement": 1, "wholly": True},
        "/api/wall/taken": lambda: {"what": 3},
        "/api/close-place": lambda: {"auth": "A" * 43},
        "/api/ways-in/renew": lambda: renew_ways_in(member.person).payload,
        "/api/ways-in/changes": lambda: {"kind": 2, "slot_id": to_text(OWN)},
        "/api/ways-in/changes/finish": lambda: {
            "slot_id": to_text(OWN),
            "state": member.person.remember(name="me"),
        },
        "/api/ways-in/changes/cancel": lambda: {"slot_id": to_text(OWN)},
        "/api/ways-in/sign-out": lambda: {"slot_id": to_text(OWN)},
        "/api/ways-in/let-back": lambda: {"slot_id": to_text(OWN)},
        "/api/ways-in/spare": lambda: spare_papers(member),
        BY_NAME + "accept": lambda: yes_papers(member, asked),
        BY_NAME + "pause": lambda: {"until_on": None},
        BY_NAME + "plan": lambda: {"ends_on": clock.today() + 84},
        BY_NAME + "plan/heard": lambda: {"weeks": 4},
        BY_NAME + "repairs/{ref}": lambda: {"tells_desk": False},
        BY_NAME + "repairs/{ref}/desk": lambda: {"tells_desk": True},
        BY_NAME + "way-back": lambda: {"wish": True},
        BY_NAME + "agree": lambda: {
            "version": 2,
            "day": clock.today(),
            "sig": "A" * 86,
            "lang": "en",
        },
        BY_NAME + "keep": lambda: {"version": 2},
        BY_NAME + "handover": lambda: {
            "kind": "handover",
            "to": to_text(ben.account.ref),
            "until_on": None,
            "day": clock.today(),
            "sig": "A" * 86,
        },
        BY_NAME + "handover/suggest": lambda: {
            "to": to_text(ben.account.ref),
            "until_on": clock.today() + 7,
        },
        BY_NAME + "handover/until": lambda: {"until_on": clock.today() + 14},
        BY_NAME + "handover/history": lambda: {
            "all": False,
            "wraps": [{"epoch": 0, "wrap": to_text(bytes(112))}],
        },
        "/api/handovers/{number}/yes": lambda: {"day": clock.today(), "sig": "A" * 86},
        "/api/hours": lambda: HOURS,
        BY_NAME + "appointments": lambda: {"at": 1, "minutes": 50},
        TIME + "move": lambda: {"at": 1},
        TIME + "move/agree": lambda: {"at": 1},
        TIME + "earlier": lambda: {"wants": True},
        TIME + "earlier/take": lambda: {"at": 1},
        TIME + "said": lambda: {"what": "met"},
        BY_NAME + "again": lambda: {"conv": "A" * 22, "rand": "A" * 22},
    }
    made |= circle_doors.papers(ben)
    return made[path]() if path in made else None


def test_each_door_opens_for_those_it_is_for_and_is_one_wall_for_all_others(
    everybody, asked, ben
):
    # One cast for all doors: each of them finds everything as it was, and every fault is told.
    faults = {}
    for method, path in sorted(OPEN):
        found = {
            who: knocked(member, room, method, path, ben, asked)
            for who, (member, room) in everybody.items()
        }
        wanted = {who: expected(who, OPEN[method, path]) for who in EVERYBODY}
        if found != wanted:
            faults[method, path] = {
                who: f"{found[who]}, not {wanted[who]}"
                for who in EVERYBODY
                if found[who] != wanted[who]
            }

    assert faults == {}


def knocked(member: Any, room: Room, method: str, path: str, ben: Any, asked: Any) -> str:
    """What somebody learns at a door, and at one behind which nothing is."""
    papers = papers_for(path, member, ben, asked)
    with undone():
        answer = room.call(method, address(path, asked.pk), papers)
    with undone():
        missing = room.call(method, address(path, asked.pk + MISSING), papers)
    return judged(answer, missing)


def test_what_does_not_exist_is_answered_alike(everybody):
    for _, room in everybody.values():
        answers = [
            room.get(path)
            for path in ("/api/", "/api/nothing", "/api/me/more", "/api/relationships/x/end/y")
        ]

        assert {(answer.status_code, answer.content) for answer in answers} == {
            (404, answers[0].content)
        }
