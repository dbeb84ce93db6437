"""What is told stands on the wall of the client and of their specialist, as it happens."""

from typing import Any

from alongside.consent.models import Emergency, EndedBy, Telling
from alongside.people.models import RoleName
from alongside.wall.actions import Kind, Note, note_all
from pse.base64url import from_text

_STOPPED = {
    EndedBy.CLIENT: Kind.DISCLOSURE_WITHDRAWN,
    EndedBy.TIME: Kind.DISCLOSURE_ENDED,
    EndedBy.PLACE_CLOSED: Kind.DISCLOSURE_ENDED,
}


def told(telling: Telling, *, today: int) -> None:
    """A client signed that something is told."""
    _tell_two(telling, Kind.DISCLOSURE_MADE, today=today, until=telling.until_day)


def opened(telling: Telling, *, today: int) -> None:
    """Whoever was told opened it for the first time."""
    _tell_two(telling, Kind.DISCLOSURE_OPENED, today=today)


def stopped(telling: Telling, *, today: int) -> None:
    """It is told no more."""
    kind = _STOPPED[EndedBy(telling.ended_by or EndedBy.TIME)]
    _tell_two(telling, kind, today=today)


def emergency_shown(entry: Emergency, *, today: int) -> None:
    """A client was told that somebody outside was told, on which day."""
    detail = {
        "ref": entry.ref,
        "by": RoleName.SPECIALIST,
        "on": entry.entered_on,
        "what": entry.reason,
    }
    people = ((entry.client, entry.specialist), (entry.specialist, entry.client))
    note_all(Note(one, Kind.EMERGENCY_TOLD, today, other, detail) for one, other in people)


def emergency_confirmed(entry: Emergency, *, today: int) -> None:
    """A second person confirmed it, and the client knows of it."""
    by = RoleName.SUPERVISOR if entry.confirmed_by else RoleName.COORDINATOR
    detail = {"ref": entry.ref, "by": by}
    other = entry.confirmed_by
    people = (entry.client, entry.specialist)
    note_all(Note(one, Kind.EMERGENCY_CONFIRMED, today, other, detail) for one in people)


def _tell_two(telling: Telling, kind: Kind, *, today: int, until: int | None = None) -> None:
    detail: dict[str, Any] = {
        "ref": telling.ref,
        "conv": from_text(telling.paper["conv"]),
        "until": until,
    }
    people = (telling.client, telling.specialist)
    note_all(Note(one, kind, today, telling.recipient, detail) for one in people)
