"""`alongside found`: the programme from a file, once, and its first coordinator."""

import argparse
import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from alongside.cli.door import open_house
from alongside.ground.identifiers import from_text
from alongside.ground.refusal import Refused
from pse.words import draw_words

HOME, KEY = 16, 32


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose the file; deploy/programme.json is an example."""
    parser.add_argument("file", type=Path, help="the settings that make the promise")


def run(words: argparse.Namespace) -> int:
    """Make the programme, or leave with one sentence."""
    open_house()
    try:
        settings = json.loads(words.file.read_text(encoding="utf-8"))
        coordinator, five = _found(settings)
    except ValidationError as fault:
        sys.exit(f"Not done: {'; '.join(fault.messages)}")
    except Refused as refusal:
        sys.exit(f"Not done: {refusal.words}")
    except KeyError as fault:
        sys.exit(f"Not done: the file does not say {fault}.")
    except (OSError, TypeError, ValueError) as fault:
        sys.exit(f"Not done: {fault}.")
    print(f"The programme is made. {coordinator} comes in at /desk/ with these words,")
    print(f"shown this once:\n\n  {five}")
    return 0


@transaction.atomic
def _found(settings: dict[str, Any]) -> tuple[str, str]:
    # Rooms can be loaded only once the house is open.
    programmes = import_module("alongside.programme.actions")
    people = import_module("alongside.people.actions")
    home = from_text(settings.pop("home"), length=HOME)
    roster = from_text(settings.pop("roster"), length=KEY)
    coordinator, five = str(settings.pop("coordinator")), draw_words()
    programmes.found(home=home, roster_key=roster, **settings)
    people.make_desk_user(coordinator, five)
    return coordinator, five
