"""Ada's ticks, and handing them over."""

from typing import Any

from tests.cast import Member

TICKED: dict[str, Any] = {
    "facts": ["alcohol", "evenings"],
    "langs": ["en"],
    "matters": "alcohol",
    "anyone": False,
    "not_these": [],
}


def hand_over(person: Member, **other: Any) -> Any:
    """Let the programme choose."""
    answer = person.room.call("PUT", "/api/wish", {**TICKED, **other})
    assert answer.status_code == 200, answer.content
    return answer.json()
