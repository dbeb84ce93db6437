"""`alongside upgrade FOLDER`: back up, bring the tables to this version, and prove them."""

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings

from alongside import VERSION
from alongside.cli.door import open_house
from alongside.ground import clock
from alongside.ground.refusal import Refused
from alongside.process import lock


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose where the backup goes."""
    parser.add_argument("folder", type=Path, help="where archives are kept")


def run(words: argparse.Namespace) -> int:
    """Upgrade, or leave everything as it is and say why."""
    open_house()
    try:
        with lock.held(settings.DATA / lock.SERVING):
            _upgrade(words.folder)
    except lock.AlreadyServed as refusal:
        sys.exit(f"Not done: {refusal} Stop it first.")
    except Refused as refusal:
        sys.exit(f"Not done: {refusal.words}")
    except OSError as fault:
        sys.exit(f"Not done: {fault}.")
    return 0


def _upgrade(folder: Path) -> None:
    # Rooms can be loaded only once the house is open.
    schema = import_module("alongside.keeping.schema")
    nodes = schema.applied()
    schema.refuse_newer(nodes)
    missing = schema.pending()
    if not missing:
        print(f"These data are ready for version {VERSION}.")
        return
    with lock.held(settings.DATA / lock.WIRE):
        _go_up(folder, schema, steps=len(missing))


def _go_up(folder: Path, schema: Any, *, steps: int) -> None:
    made = import_module("alongside.keeping.backup").back_up(folder, now=clock.now())
    way_back = (
        "To go back: install the version you had, name an empty ALONGSIDE_DATA, and run\n"
        f"  alongside restore {made.content} {made.keys}"
    )
    print(f"Before anything else, a backup was made.\n{way_back}\n", flush=True)
    schema.migrate_up()
    print(import_module("alongside.keeping.proof").prove().words)
    print(f"Done: {steps} steps. These data are ready for version {VERSION}.")
