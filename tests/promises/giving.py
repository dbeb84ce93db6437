"""What rooms send about words that were given, and about contacts."""

from typing import Any

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.relationships.models import Relationship
from tests.cast import Member

TODAY = clock.today()
REF = b"by Friday, truly"
OTHER = b"and another one!"


def at(relationship: Relationship, ref: bytes | None = None, what: str = "pledges") -> str:
    """Where something lies."""
    path = f"/api/relationships/{relationship.pk}/{what}"
    return path if ref is None else f"{path}/{to_text(ref)}"


def give(
    member: Member, pair: Relationship, *, due: int, ref: bytes = REF, made_by: int = 1
) -> Any:
    """Give one's word for a day."""
    return member.room.put(at(pair, ref), {"made_by": made_by, "due_on": due})


def move(member: Member, pair: Relationship, due: int, *, ref: bytes = REF) -> Any:
    """Move it to another day."""
    return member.room.post(at(pair, ref) + "/move", {"due_on": due})


def say(member: Member, pair: Relationship, word: str, *, ref: bytes = REF) -> Any:
    """Say what became of it."""
    return member.room.post(at(pair, ref) + "/say", {"word": word})


def seen(member: Member, pair: Relationship) -> Any:
    """Everything the two said they would do, as one of them sees it."""
    return member.room.get(at(pair)).json()


def note(
    member: Member,
    pair: Relationship,
    *,
    ref: bytes = REF,
    how: int = 1,
    day: int = TODAY,
    minutes: int = 20,
) -> Any:
    """Note a contact."""
    papers = {"how": how, "day": day, "minutes": minutes}
    return member.room.put(at(pair, ref, "contacts"), papers)


def code(answer: Any) -> str:
    """Why something was refused."""
    return str(answer.json()["error"]["code"])
