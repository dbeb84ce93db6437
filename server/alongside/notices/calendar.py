"""A calendar that says when time is kept free, and nothing else (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, datetime

from alongside.notices.upcoming import Kept
from alongside.people.hidden import hidden

CONTENT_TYPE = "text/calendar; charset=utf-8"
_BEGINS = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//times//times//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
)
_LONGEST_LINE = 75


def written(times: Iterable[Kept], *, ref: bytes, summary: str, now: datetime) -> str:
    """Write the calendar of one person; `ref` names it, `summary` stands on every entry.

    Moments are written in UTC: every calendar shows them in its own zone, summer or winter.
    The two people of one time find it under different names: calendars laid side by side do
    not tell that they meet.
    """
    stamp = _moment(now.replace(hour=0, minute=0, second=0, microsecond=0))
    events = [line for kept in times for line in _event(kept, ref, summary, stamp)]
    lines = [*_BEGINS, *events, "END:VCALENDAR", ""]
    return "\r\n".join(_folded(line) for line in lines)


def _event(kept: Kept, ref: bytes, summary: str, stamp: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{hidden(b'calendar', ref, kept.ref)[:16].hex()}",
        f"DTSTAMP:{stamp}",
        f"DTSTART:{_moment(kept.starts_at)}",
        f"DTEND:{_moment(kept.ends_at)}",
        f"SUMMARY:{_escaped(summary)}",
        "CLASS:PRIVATE",
        "TRANSP:OPAQUE",
        "END:VEVENT",
    ]


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text


def _folded(line: str) -> str:
    """Break a line after 75 bytes at most, never inside a letter."""
    parts: list[str] = []
    part = ""
    for letter in line:
        if len((part + letter).encode()) > _LONGEST_LINE - (1 if parts else 0):
            parts.append(part)
            part = ""
        part += letter
    return "\r\n ".join([*parts, part])
