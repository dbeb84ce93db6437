"""`alongside restore CONTENT KEYS`: a house again, in an empty data folder, with proof."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from django.conf import settings

from alongside.cli.door import open_house
from alongside.ground.refusal import Refused
from alongside.process import lock
from pse.base64url import from_text
from pse.refusal import Malformed


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose the two archives, and what their signature is checked with."""
    parser.add_argument("content", type=Path, help="the archive with the content")
    parser.add_argument("keys", type=Path, nargs="?", help="the archive with its keys")
    parser.add_argument("--log", type=log_key, help="the log key of the house that made it")


def log_key(told: str) -> bytes:
    """Read the log key as config.json tells it; ValueError for anything else."""
    try:
        return from_text(told, size=32)
    except Malformed:
        raise argparse.ArgumentTypeError("this is no log key") from None


def run(words: argparse.Namespace) -> int:
    """Restore and say what was proved; leave with one sentence where that is not possible."""
    open_house()
    # Rooms can be loaded only once the house is open.
    keeping = import_module("alongside.keeping.restore")
    try:
        with lock.quiet(settings.DATA):
            restored = keeping.restore(words.content, words.keys, log=words.log)
    except lock.AlreadyServed as refusal:
        sys.exit(f"Not done: {refusal}")
    except Refused as refusal:
        sys.exit(f"Not done: {refusal.words}")
    print(restored.words)
    if words.keys is None:
        print("The key archive was not given: nobody can open what was written before.")
        print("People who had a place have to make a new one.")
    return 0
