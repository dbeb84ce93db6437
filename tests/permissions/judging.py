"""What somebody learned at a door, and what they had to find."""

from typing import Any


def judged(answer: Any, missing: Any) -> str:
    """What somebody learned at a door."""
    if answer.status_code in {405, 500}:
        return f"a fault: {answer.status_code}"
    if answer.status_code == 401 and answer.json()["error"]["code"] == "signed-out":
        return "sign in first"
    if answer.status_code != 404:
        return "open"
    is_wall = answer.json()["error"]["code"] == "not-found" == missing.json()["error"]["code"]
    return "wall" if is_wall and answer.content == missing.content else "a wall with a crack"


def expected(who: str, open_to: tuple[str, ...]) -> str:
    """What somebody has to find."""
    if who in open_to:
        return "open"
    return "sign in first" if who == "nobody" else "wall"
