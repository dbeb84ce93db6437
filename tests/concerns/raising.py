"""What a reporter's and an officer's rooms make, with the reference in Python."""

import json
import os
from dataclasses import dataclass
from typing import Any

from alongside.ground import clock
from alongside.ground.identifiers import from_text, to_text
from alongside.keys import actions as keys
from pse.as_json import endorsement_json
from pse.endorsement import Endorsement, sign_endorsement
from pse.key_record import kr_hash_of
from pse.report import PERSON, Cover, Officer, Report, Words, open_report, seal_report
from pse.report_letter import Envelope, Said, open_letter, seal_letter
from tests.cast import HOME, ROSTER_SEED, Member

OWN, ADDED, ANSWER, NOTE = 1, 2, 3, 4
# So that others can seal to Ada's report while it is under way.
SAFETY_OFFICER = 5


def officer_answer(member: Member, name: str, *, days: int = 90, serial: int = 1) -> bytes:
    """The signing machine's answer for a safety officer."""
    today, kr_hash = clock.today(), kr_hash_of(member.record)
    draft = Endorsement(
        member.record.account_id, kr_hash, SAFETY_OFFICER, name, today, today + days, serial
    )
    signed = endorsement_json(sign_endorsement(ROSTER_SEED, HOME, draft))
    file = {"kind": "alongside-endorsement", "version": 1, "endorsement": signed}
    return json.dumps(file).encode()


def make_officer(member: Member, desk: Any, name: str, **more: int) -> Member:
    """Let the programme stand behind somebody as a safety officer."""
    keys.take_endorsement(officer_answer(member, name, **more), by=desk, now=clock.now())
    return member


@dataclass
class Raised:
    """A concern, and what everybody's room does with it."""

    by: Member
    id: bytes
    papers: dict[str, Any]
    cover: Cover

    @property
    def path(self) -> str:
        """Where it is."""
        return f"/api/concerns/{to_text(self.id)}"

    def hand_in(self) -> Any:
        """Raise it."""
        return self.by.room.post("/api/concerns", self.papers)

    def seen(self, member: Member) -> Any:
        """What the house gives somebody of it."""
        return member.room.get(self.path)

    def adds(self, b: str, *readers: Member) -> Any:
        """The one who raised it says more."""
        papers = letter(self.by, self.id, ADDED, b, self.by, *readers)
        return self.by.room.post(f"{self.path}/more", papers)

    def asks_again(self, b: str, *readers: Member) -> Any:
        """The one who raised it wants somebody else to look."""
        papers = letter(self.by, self.id, ADDED, b, self.by, *readers)
        return self.by.room.post(f"{self.path}/again", papers)

    def looks(self, officer: Member) -> Any:
        """An officer looks at it."""
        return officer.room.post(f"{self.path}/look")

    def answers(self, officer: Member, b: str, *officers: Member) -> Any:
        """An officer answers, before the eyes of the others."""
        papers = letter(officer, self.id, ANSWER, b, self.by, officer, *officers)
        return officer.room.post(f"{self.path}/answer", papers)

    def notes(self, officer: Member, b: str, *officers: Member) -> Any:
        """An officer writes to the others."""
        papers = letter(officer, self.id, NOTE, b, officer, *officers)
        return officer.room.post(f"{self.path}/notes", papers)

    def opened(self, officer: Member) -> Report:
        """What an officer reads, with what the house gives them."""
        found = self.seen(officer).json()
        readers = tuple(
            Officer(from_text(one["account_id"]), from_text(one["kr_hash"]))
            for one in found["readers"]
        )
        cover = Cover(
            HOME,
            from_text(found["concern"]["id"]),
            from_text(found["concern"]["from_id"]),
            readers,
            len(found["boxes"]) - 1,
        )
        return open_report(
            cover,
            [from_text(one) for one in found["boxes"]],
            from_text(found["wrap"]),
            me=officer.record.account_id,
            ek_seeds=_seeds(officer),
            reporter=self.by.record,
            people={},
        )

    def said_to(self, member: Member, *writers: Member) -> list[str]:
        """The letters that somebody can open."""
        return [
            opened_letter(self.id, row, member, writers)
            for row in self.seen(member).json()["letters"]
        ]


def concern(
    by: Member,
    on: Member,
    *officers: Member,
    b: str = "He asked me for money.",
    id: bytes = b"",
) -> Raised:
    """A concern about a person, sealed to these officers."""
    report = id or os.urandom(16)
    readers = sorted((one.record for one in officers), key=lambda one: one.account_id)
    words = Words(PERSON, b, (on.record.account_id,), b"", clock.today())
    made = seal_report(
        words,
        [],
        home=HOME,
        id=report,
        reporter=by.record,
        ik_seed=by.person.ik_seed,
        officers=readers,
    )
    papers = {
        "id": to_text(report),
        "boxes": [to_text(box) for box in made.boxes],
        "readers": [
            {
                "account_id": to_text(one.account_id),
                "kr_hash": to_text(kr_hash_of(one)),
                "wrap": to_text(made.wraps[one.account_id]),
            }
            for one in readers
        ],
        "own": letter(by, report, OWN, b, by),
    }
    return Raised(by, report, papers, made.cover)


def letter(
    by: Member,
    report: bytes,
    sort: int,
    b: str,
    *readers: Member,
    said: Said = None,
) -> dict[str, Any]:
    """A sealed letter, as it is handed in."""
    records = sorted((one.record for one in readers), key=lambda one: one.account_id)
    named = tuple(Officer(one.account_id, kr_hash_of(one)) for one in records)
    envelope = Envelope(HOME, report, os.urandom(16), sort, by.record.account_id, named)
    made = seal_letter(
        envelope,
        b,
        day=clock.today(),
        ik_seed=by.person.ik_seed,
        readers=records,
        said=said,
    )
    return {
        "id": to_text(envelope.id),
        "box": to_text(made.box),
        "readers": [
            {
                "account_id": to_text(one.account_id),
                "kr_hash": to_text(one.kr_hash),
                "wrap": to_text(made.wraps[one.account_id]),
            }
            for one in named
        ],
    }


def opened_letter(
    report: bytes, row: dict[str, Any], member: Member, writers: tuple[Member, ...]
) -> str:
    """What a letter says to one of its readers."""
    named = tuple(
        Officer(from_text(one["account_id"]), from_text(one["kr_hash"]))
        for one in row["readers"]
    )
    from_id = from_text(row["from_id"])
    envelope = Envelope(HOME, report, from_text(row["id"]), row["sort"], from_id, named)
    sender = next(one.record for one in writers if one.record.account_id == from_id)
    box, wrap = from_text(row["box"]), from_text(row["wrap"])
    by = {"me": member.record.account_id, "ek_seeds": _seeds(member), "sender": sender}
    return open_letter(envelope, box, wrap, **by)[0]


def _seeds(member: Member) -> dict[bytes, bytes]:
    return {kr_hash_of(member.record): member.person.secrets.ek[0]}
