"""`alongside setup`: asks, checks, shows what was said, and makes it after a yes."""

import argparse
import json
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError

from alongside.cli.setup import asking
from alongside.cli.setup.making import make
from alongside.cli.setup.reading import NotTaken, plan_from
from alongside.cli.setup.words import say
from alongside.ground import clock
from alongside.ground.refusal import Refused

# The name settings/database.py gives it; on PostgreSQL making the programme finds out.
DATABASE = "alongside.sqlite3"


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose a file with all answers, and a roster that was made elsewhere."""
    parser.add_argument("--answers", type=Path, help="a file with all answers: asks nothing")
    parser.add_argument("--data", type=Path, help="the data folder, else ALONGSIDE_DATA")
    parser.add_argument("--roster", help="the public part of a roster made elsewhere")
    parser.add_argument("--home", help="the home that roster was made for")


def run(words: argparse.Namespace) -> int:
    """Set the programme up, or leave with one sentence and nothing half made."""
    try:
        data = _data_folder(words)
        if _is_founded(data / DATABASE):
            raise NotTaken(say("already"))
        told = _told(words, data=data)
        plan = plan_from(told, data=data, today=clock.today())
        make(plan, data=data)
    except asking.Stopped:
        print(say("kept"))
        return 1
    except ValidationError as fault:
        sys.exit(say("not-done", why="; ".join(fault.messages)))
    except Refused as refusal:
        sys.exit(say("not-done", why=refusal.words))
    except (NotTaken, OSError) as fault:
        sys.exit(say("not-done", why=fault))
    asking.forget(data)
    return 0


def _data_folder(words: argparse.Namespace) -> Path:
    data = Path(words.data or os.environ.get("ALONGSIDE_DATA") or "var/data").resolve()
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    return data


def _is_founded(database: Path) -> bool:
    """Say whether a programme is here, before anybody answers two dozen questions."""
    if not database.exists():
        return False
    with closing(sqlite3.connect(database)) as kept:
        try:
            return kept.execute("SELECT 1 FROM programme_programme").fetchone() is not None
        except sqlite3.Error:
            return False


def _told(words: argparse.Namespace, *, data: Path) -> dict[str, Any]:
    if bool(words.roster) != bool(words.home):
        raise NotTaken(say("roster"))
    elsewhere = {"home": words.home, "roster": words.roster} if words.roster else {}
    if words.answers:
        told = _content(words.answers)
        if elsewhere:
            # Then no key is made here, wherever the file would have it.
            told.pop("roster_file", None)
        return {**told, **elsewhere}
    interview = asking.Interview(data, clock.today(), with_key=not elsewhere)
    return {**interview.run(), **elsewhere}


def _content(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise NotTaken(say("no-file", why=fault)) from None
    if not isinstance(found, dict):
        raise NotTaken(say("no-file", why=path.name))
    return found
