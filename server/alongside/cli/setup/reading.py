"""Reads answers, from a file or from the questions: the same checks for both."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from alongside.cli.setup.words import say
from alongside.ground.identifiers import from_text
from alongside.programme import checks
from alongside.programme.help_lines import Line, NotALine, lines_from
from alongside.web import words as sentences
from alongside.web.crisis import lines_for

PROMISED = (
    "name",
    "country",
    "lang",
    "time_zone",
    "contact_name",
    "contact_phone",
    "independent_name",
    "independent_phone",
    "min_age",
    "retention_months",
    "retention_least",
    "retention_most",
    "retention_open_allowed",
    "answer_within_hours",
    "passes_on",
    "reviewed_by",
    "reviewed_on",
    "leave_url",
)
PLACES = ("origin", "env_file", "coordinator")
USUAL_KEEPING = {
    "retention_months": 12,
    "retention_least": 1,
    "retention_most": 24,
    "retention_open_allowed": True,
}
MAY_BE_LEFT_OUT = {
    "lang": "en",
    "help_lines": None,
    "mail_url": "",
    "mail_from": "",
    "answer_within_hours": 48,
    **{name: value for name, value in USUAL_KEEPING.items() if name != "retention_months"},
}
HOME, KEY = 16, 32
LONGEST_COORDINATOR = 40
LATER = {"", "later"}
_NOT_IN_A_VALUE = set(" \"'\\`$")


class NotTaken(Exception):
    """An answer that cannot be taken; says so in one sentence."""


@dataclass(frozen=True)
class Roster:
    """Where the new roster key is written, or the public part of one made elsewhere."""

    file: Path | None
    home: bytes | None = None
    key: bytes | None = None


@dataclass(frozen=True)
class Plan:
    """Everything that setting up needs to know, checked."""

    settings: dict[str, Any]
    origin: str
    mail_url: str
    mail_from: str
    coordinator: str
    roster: Roster
    env_file: Path


def plan_from(told: Mapping[str, Any], *, data: Path, today: int) -> Plan:
    """Read all answers together; NotTaken with the field and the reason."""
    roster_fields = ("home", "roster") if "roster" in told else ("roster_file",)
    _check_fields(told, {*PROMISED, *PLACES, *MAY_BE_LEFT_OUT, *roster_fields})
    full = {**MAY_BE_LEFT_OUT, **told}
    settings = {name: _named(name, full[name], today=today) for name in PROMISED}
    check_apart(settings)
    check_keeping(settings)
    lines = help_lines(full["help_lines"], country=settings["country"], today=today)
    mail_url = read_mail_url(full["mail_url"])
    return Plan(
        settings=settings | {"help_lines": lines},
        origin=read_origin(full["origin"]),
        mail_url=mail_url,
        mail_from=read_mail_from(full["mail_from"]) if mail_url else "",
        coordinator=read_coordinator(full["coordinator"]),
        roster=_roster(full, data=data),
        env_file=new_file(full["env_file"]),
    )


def checked(field: str, typed: Any, *, today: int) -> Any:
    """Check one answer about the programme; NotTaken in the words the desk uses too."""
    try:
        return checks.checked(field, typed, today=today)
    except checks.NotRight as refusal:
        raise NotTaken(sentences.say(f"check.{refusal.code}")) from None


def check_apart(settings: Mapping[str, Any]) -> None:
    """Let the two whom people can call be two; NotTaken otherwise."""
    try:
        checks.are_apart(
            _Contacts(**{name: settings[name] for name in _Contacts.__annotations__})
        )
    except checks.NotRight as refusal:
        raise NotTaken(sentences.say(f"check.{refusal.code}")) from None


def check_keeping(settings: Mapping[str, Any]) -> None:
    """Let words be kept for a time that people might choose; NotTaken otherwise."""
    try:
        checks.can_be_kept(_Keeping(**{name: settings[name] for name in USUAL_KEEPING}))
    except checks.NotRight as refusal:
        raise NotTaken(sentences.say(f"check.{refusal.code}")) from None


def help_lines(told: Any, *, country: str, today: int) -> list[Line]:
    """Read a list of help lines; without one, those the software knows, not checked yet."""
    if told is None:
        return lines_for(country)
    if not isinstance(told, list):
        raise NotTaken(say("no-list"))
    try:
        return lines_from(told, today=today)
    except NotALine as refusal:
        why = sentences.say(f"check.line.{refusal.code}")
        raise NotTaken(say("line", why=why)) from None


def read_coordinator(typed: Any) -> str:
    """Read the name of the first coordinator."""
    name: str = checked("coordinator", typed, today=0)
    if len(name) > LONGEST_COORDINATOR:
        raise NotTaken(say("coordinator-long"))
    return name


def read_origin(typed: Any) -> str:
    """Read the address people see: https, a host, nothing behind it."""
    text = str(typed or "").strip().rstrip("/").lower()
    try:
        parts = urlsplit(text)
        is_whole = parts.hostname and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        raise NotTaken(say("origin")) from None
    if not is_whole or text != f"https://{parts.netloc}" or not _is_value(text):
        raise NotTaken(say("origin"))
    return text


def read_mail_url(typed: Any) -> str:
    """Read where mail is handed in; empty when that is left for later."""
    text = str(typed or "").strip()
    if text.lower() in LATER:
        return ""
    try:
        parts = urlsplit(text)
        is_whole = parts.scheme in {"smtp", "smtps"} and parts.hostname and parts.port != 0
    except ValueError:
        raise NotTaken(say("mail-url")) from None
    if not is_whole or not _is_value(text):
        raise NotTaken(say("mail-url"))
    return text


def read_mail_from(typed: Any) -> str:
    """Read the address mail comes from."""
    text = str(typed or "").strip()
    before, at, host = text.partition("@")
    if not before or not at or "." not in host or "@" in host or not _is_value(text):
        raise NotTaken(say("mail-from"))
    return text


def new_file(typed: Any) -> Path:
    """Read the place of a file that is not there yet, in a folder that is."""
    text = str(typed or "").strip()
    if not text:
        raise NotTaken(say("empty"))
    path = Path(text).expanduser().absolute()
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise NotTaken(say("no-folder"))
    if path.exists() or path.is_symlink():
        raise NotTaken(say("file-there"))
    return path


def key_file(typed: Any, *, data: Path) -> Path:
    """Read the place of the roster key: anywhere but in the data folder."""
    path = new_file(typed)
    if path.resolve().is_relative_to(data.resolve()):
        raise NotTaken(say("in-data"))
    return path


@dataclass
class _Contacts:
    contact_name: str
    contact_phone: str
    independent_name: str
    independent_phone: str


@dataclass
class _Keeping:
    retention_months: int
    retention_least: int
    retention_most: int
    retention_open_allowed: bool


def _check_fields(told: Mapping[str, Any], known: set[str]) -> None:
    for field in told:
        if field not in known:
            raise NotTaken(say("unknown", field=repr(field)))
    for field in sorted(known - set(MAY_BE_LEFT_OUT)):
        if field not in told:
            raise NotTaken(say("missing", field=repr(field)))


def _named(field: str, typed: Any, *, today: int) -> Any:
    try:
        return checked(field, typed, today=today)
    except NotTaken as refusal:
        raise NotTaken(say("field", field=field, why=refusal)) from None


def _roster(told: Mapping[str, Any], *, data: Path) -> Roster:
    if "roster" not in told:
        return Roster(key_file(told["roster_file"], data=data))
    try:
        home = from_text(str(told["home"]), length=HOME)
        return Roster(None, home, from_text(str(told["roster"]), length=KEY))
    except ValueError as fault:
        raise NotTaken(f"{say('roster')} {fault}") from None


def _is_value(text: str) -> bool:
    """Say whether a text stands in a settings file as it is."""
    return text.isascii() and text.isprintable() and not set(text) & _NOT_IN_A_VALUE
