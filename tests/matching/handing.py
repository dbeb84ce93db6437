"""Ada's ticks, and handing them over."""

from collections.abc import Sequence
from typing import Any

from tests.cast import Member

TICKED: dict[str, Any] = {
    "facts": ["alcohol", "evenings"],
    "langs": ["en"],
    "matters": "alcohol",
    "anyone": False,
}


def name(person: Member, *, add: Sequence[str] = (), remove: Sequence[str] = ()) -> Any:
    """Name whom one would rather not meet, or take a name back."""
    change = {"add": list(add), "remove": list(remove)}
    answer = person.room.call("PUT", "/api/wish/not-these", change)
    assert answer.status_code == 200, answer.content
    return answer.json()


def hand_over(person: Member, *, not_these: Sequence[str] | None = None, **other: Any) -> Any:
    """Let the programme choose, after naming whom it shall not be: these and no others."""
    if not_these is not None:
        before = person.room.get("/api/wish").json()["not_these"]
        name(person, add=not_these, remove=[one for one in before if one not in not_these])
    answer = person.room.call("PUT", "/api/wish", {**TICKED, **other})
    assert answer.status_code == 200, answer.content
    return answer.json()
