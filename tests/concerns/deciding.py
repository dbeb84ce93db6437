"""What officers' rooms, and the room of whom a measure is for, make with the reference."""

import os
from dataclasses import dataclass, field
from typing import Any

from alongside.concerns.measures import NO_HELLOS, PAUSE, REMOVAL, WORD
from alongside.ground.identifiers import to_text
from pse.report_letter import Measured
from tests.cast import Member
from tests.concerns.raising import letter, opened_letter

SET, SECOND, APPEAL, DECISION = 5, 6, 7, 8
STAYS, SHORTER, LIFTED = 1, 2, 3
__all__ = ["LIFTED", "NO_HELLOS", "PAUSE", "REMOVAL", "SHORTER", "STAYS", "WORD", "Measured"]


@dataclass
class Decided:
    """A measure, and what everybody's room does with it."""

    by: Member
    on: Member
    kind: int
    days: int
    officers: tuple[Member, ...]
    id: bytes = field(default_factory=lambda: os.urandom(16))

    @property
    def path(self) -> str:
        """Where it is."""
        return f"/api/measures/{to_text(self.id)}"

    def papers(self, b: str = "He asked her for money.") -> dict[str, Any]:
        """The measure as its officer's room hands it in."""
        says = Measured(self.on.record.account_id, self.kind, self.days, "No money.")
        said = letter(self.by, self.id, SET, b, self.on, *self.officers, said=says)
        on = to_text(self.on.record.account_id)
        return {
            "id": to_text(self.id),
            "on": on,
            "kind": self.kind,
            "days": self.days,
            "letter": said,
        }

    def set(self) -> Any:
        """Set it."""
        return self.by.room.post("/api/measures", self.papers())

    def seen(self, member: Member) -> Any:
        """What the house gives somebody of it."""
        return member.room.get(self.path)

    def seconds(self, officer: Member, *, yes: bool) -> Any:
        """Another officer agrees, or does not."""
        readers = (self.on, *self.officers) if yes else self.officers
        papers = {"yes": yes, "letter": self._said(officer, SECOND, readers, 2 - yes)}
        return officer.room.post(f"{self.path}/second", papers)

    def appeals(self, *officers: Member, by: Member | None = None) -> Any:
        """Whom it is for asks that somebody else looks at it."""
        who = by or self.on
        says = Measured(who.record.account_id, 0)
        papers = letter(who, self.id, APPEAL, "I never did.", who, *officers, said=says)
        return who.room.post(f"{self.path}/appeal", papers)

    def decides(self, officer: Member, outcome: int, days: int = 0) -> Any:
        """An officer answers an appeal, or makes it less."""
        papers = self.decision(officer, outcome, days)
        return officer.room.post(f"{self.path}/decision", papers)

    def decision(self, officer: Member, outcome: int, days: int = 0) -> dict[str, Any]:
        """What that officer's room hands in."""
        readers = (self.on, *self.officers)
        said = self._said(officer, DECISION, readers, outcome, days)
        return {"outcome": outcome, "days": days, "letter": said}

    def said_to(self, member: Member, *writers: Member) -> list[str]:
        """The letters that somebody can open."""
        rows = self.seen(member).json()["letters"]
        return [opened_letter(self.id, row, member, writers) for row in rows]

    def _said(
        self, by: Member, sort: int, readers: tuple[Member, ...], does: int, days: int = 0
    ) -> dict[str, Any]:
        says = Measured(self.on.record.account_id, does, days)
        return letter(by, self.id, sort, "I looked at it.", *readers, said=says)


def mine(member: Member) -> list[dict[str, Any]]:
    """What was decided about somebody, as their room is given it."""
    found: list[dict[str, Any]] = member.room.get("/api/measures").json()["measures"]
    return found
