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
from alongside.cli.serve import is_up_to_date


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose where a test mail goes, if one is to be sent."""
    parser.add_argument("--mail", metavar="ADDRESS", help="send a test mail to this address")


def run(words: argparse.Namespace) -> int:
    """Say each trouble in one sentence; the answer is 0 when there is none."""
    open_house()
    if words.mail is not None:
        # Rooms can be loaded only once the house is open.
        return int(import_module("alongside.cli.mail").send_trial_to(words.mail))
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
    for path in sorted(folder.glob("secrets/*")):
        if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            yield f"secrets/{path.name} can be read by others: chmod 600."


def _database() -> Iterator[str]:
    try:
        connection.ensure_connection()
    except DatabaseError as fault:
        yield f"The database does not answer: {fault}"
        return
    if not is_up_to_date():
        yield "The database is not up to date: alongside migrate."


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


def _django() -> Iterator[str]:
    for found in run_checks():
        if found.level >= ERROR:
            yield f"{found.msg}"


Look = Callable[[], Iterator[str]]
LOOKS: tuple[Look, ...] = (_mode, _data_folder, _database, _room, _mail, _django)
