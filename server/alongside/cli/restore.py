"""`alongside restore CONTENT KEYS`: a house again, in an empty data folder, with proof."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from django.conf import settings

from alongside.cli.door import open_house
from alongside.ground.refusal import Refused
from alongside.process import lock


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose the two archives."""
    parser.add_argument("content", type=Path, help="the archive with the content")
    parser.add_argument("keys", type=Path, nargs="?", help="the archive with its keys")


def run(words: argparse.Namespace) -> int:
    """Restore and say what was proved; leave with one sentence where that is not possible."""
    open_house()
    # Rooms can be loaded only once the house is open.
    keeping = import_module("alongside.keeping.restore")
    try:
        with lock.held(settings.DATA / "serve.lock"):
            proof = keeping.restore(words.content, words.keys)
    except lock.AlreadyServed as refusal:
        sys.exit(f"Not done: {refusal}")
    except Refused as refusal:
        sys.exit(f"Not done: {refusal.words}")
    print(proof.words)
    if words.keys is None:
        print("The key archive was not given: nobody can open what was written before.")
        print("People who had a place have to make a new one.")
    return 0
