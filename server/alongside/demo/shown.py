"""What a made-up specialist shows, in the shape of a real profile."""

from dataclasses import dataclass
from typing import Any

WEEKDAYS = (0, 1, 2, 3, 4)
EVERY_DAY = (*WEEKDAYS, 5, 6)


@dataclass(frozen=True)
class Reply:
    """When someone usually answers: days from 0 Monday, minutes of their day, within hours."""

    days: tuple[int, ...]
    from_minute: int
    to_minute: int
    tz: str
    within: int


@dataclass(frozen=True)
class DemoSpecialist:
    """What one specialist chose to show, and how many people they walk with."""

    username: str
    name: str
    line: str
    about: str
    waiting: str
    facts: tuple[str, ...]
    langs: tuple[str, ...]
    reply: Reply
    cap: int = 12
    paused: bool = False

    def profile(self) -> dict[str, Any]:
        """Give the fields of a profile as protocol/envelope.md names them."""
        return {
            "about": self.about,
            "facts": sorted(self.facts),
            "langs": sorted(self.langs),
            "line": self.line,
            "name": self.name,
            "reply": {
                "days": list(self.reply.days),
                "from": self.reply.from_minute,
                "to": self.reply.to_minute,
                "tz": self.reply.tz,
                "within": self.reply.within,
            },
            "waiting": self.waiting,
        }


def listed(ids: str) -> tuple[str, ...]:
    """Give the fact ids written with spaces between."""
    return tuple(ids.split())
