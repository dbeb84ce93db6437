"""`alongside backup FOLDER`: content and keys in two archives, while the house serves."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from alongside.cli.door import open_house
from alongside.ground import clock
from alongside.ground.refusal import Refused
from alongside.keeping import shelf


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose the folder, and what to do there."""
    parser.add_argument("folder", type=Path, help="where archives are kept")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--check", action="store_true", help="count and hash the newest backup")
    choice.add_argument(
        "--forget",
        action="store_true",
        help=f"only destroy key archives that are {shelf.KEEP_KEYS_FOR} days old",
    )


def run(words: argparse.Namespace) -> int:
    """Back up, check or forget; leave with one sentence where that is not possible."""
    if words.forget:
        _say_destroyed(shelf.destroy_old_keys(words.folder, now=clock.now()))
        return 0
    open_house()
    try:
        _check(words.folder) if words.check else _back_up(words.folder)
    except Refused as refusal:
        sys.exit(f"Not done: {refusal.words}")
    except OSError as fault:
        sys.exit(f"Not done: {fault}.")
    return 0


def _back_up(folder: Path) -> None:
    # Rooms can be loaded only once the house is open.
    backup = import_module("alongside.keeping.backup")
    made = backup.back_up(folder, now=clock.now())
    print(f"content  {made.content}  {made.rows} rows")
    print(f"keys     {made.keys}  {made.key_rows} rows, and the secrets")
    print("Keep the two in two places: together they open what each alone does not.")
    _say_destroyed(made.destroyed)


def _check(folder: Path) -> None:
    content, keys = import_module("alongside.keeping.backup").check(folder)
    print(f"The backup of {content.made} is whole: {content.rows} and {keys.rows} rows.")


def _say_destroyed(count: int) -> None:
    if count:
        print(f"Key archives that were {shelf.KEEP_KEYS_FOR} days old and are gone: {count}.")
