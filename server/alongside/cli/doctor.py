"""`alongside doctor`: what is missing or unsafe before real people come, line by line."""

import argparse
import hashlib
import json
import os
import stat
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.core.checks import ERROR, run_checks
from django.db import DatabaseError, connection

from alongside.cli.door import open_house
from alongside.cli.roster_files import KEY, LARGEST
from alongside.cli.serve import is_up_to_date
from alongside.ground import clock
from alongside.programme.help_lines import ASK_AFTER, stale_names
from alongside.web.words import say


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose where a test goes, if one is to be sent."""
    parser.add_argument("--mail", metavar="ADDRESS", help="send a test mail to this address")
    parser.add_argument("--text", metavar="NUMBER", help="send a test text to this number")


def run(words: argparse.Namespace) -> int:
    """Say each trouble in one sentence; the answer is 0 when there is none."""
    open_house()
    if words.mail is not None:
        # Rooms can be loaded only once the house is open.
        return int(import_module("alongside.cli.mail").send_trial_to(words.mail))
    if words.text is not None:
        return int(import_module("alongside.cli.texts").send_trial_to(words.text))
    troubles = [trouble for look in LOOKS for trouble in look()]
    for trouble in troubles:
        print(f"- {trouble}")
    print(f"{len(troubles)} to mend." if troubles else "All is well.")
    return 1 if troubles else 0


def _mode() -> Iterator[str]:
    if not settings.ENVIRONMENT.is_production:
        yield "ALONGSIDE_MODE is development: not for real people."


def _data_folder() -> Iterator[str]:
    folder = Path(settings.DATA)
    if not os.access(folder, os.W_OK):
        yield f"The data folder {folder} is missing or cannot be written to."
    for path in sorted([*folder.glob("secrets"), *folder.glob("secrets/*")]):
        if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            name, mode = path.relative_to(folder), 700 if path.is_dir() else 600
            yield f"{name} can be read by others: chmod {mode}."


def _database() -> Iterator[str]:
    try:
        connection.ensure_connection()
    except DatabaseError as fault:
        yield f"The database does not answer: {fault}"
        return
    if not is_up_to_date():
        yield "The database is not up to date: alongside migrate."


def _programme() -> Iterator[str]:
    """Name what is missing before the door opens, and help lines nobody looked at for long."""
    if not _is_ready():
        return
    # Rooms can be loaded only once the house is open.
    queries = import_module("alongside.programme.queries")
    desk = import_module("alongside.conversations.desk")
    today = clock.today()
    try:
        lines = queries.programme().help_lines
    except queries.NotSetUp:
        yield "There is no programme yet: alongside setup."
        return
    for name in desk.missing_at_desk(today):
        yield say(f"desk.missing.{name}")
    for name in stale_names(lines, today=today):
        yield f"The help line {name} was not checked for {ASK_AFTER} days: /desk/help-lines."


def _is_ready() -> bool:
    try:
        return is_up_to_date()
    except DatabaseError:
        return False


def _roster_key() -> Iterator[str]:
    """Find a key of the programme that lies beside its data, whatever the file is called."""
    for path in sorted(Path(settings.DATA).rglob("*")):
        if path.is_file() and _is_roster_key(path):
            name = path.relative_to(settings.DATA)
            yield f"The roster key {name} lies in the data folder: carry it away from here."


def _is_roster_key(path: Path) -> bool:
    if path.stat().st_size > LARGEST:
        return False
    try:
        content = json.loads(path.read_bytes())
    except ValueError:
        return False
    return isinstance(content, dict) and content.get("kind") == KEY


def _room() -> Iterator[str]:
    """Compare every file of the room with the hash written down when it was assembled."""
    folder = Path(settings.WHITENOISE_ROOT) / "app"
    manifest = folder / "manifest.json"
    if not manifest.exists():
        yield "The room is not assembled: make setup."
        return
    listed: dict[str, str] = json.loads(manifest.read_text())["files"]
    for name, expected in listed.items():
        path = folder / name
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            yield f"The room's file {name} is not the one that was assembled."
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix().removesuffix(".gz").removesuffix(".br")
        if path.is_file() and name not in {*listed, "manifest.json"}:
            yield f"The room's folder holds {name}, which was not assembled."


def _mail() -> Iterator[str]:
    """Say why notes do not go out, if the mail server has failed."""
    try:
        trouble = import_module("alongside.cli.mail").trouble_now()
    except DatabaseError:
        return
    if trouble:
        yield trouble


def _texts() -> Iterator[str]:
    """Say why no text goes out, if a provider is set."""
    yield from import_module("alongside.cli.texts").trouble_now()


def _django() -> Iterator[str]:
    for found in run_checks():
        if found.level >= ERROR:
            yield f"{found.msg}"


Look = Callable[[], Iterator[str]]
LOOKS: tuple[Look, ...] = (
    _mode,
    _data_folder,
    _database,
    _programme,
    _roster_key,
    _room,
    _mail,
    _texts,
    _django,
)
