"""`alongside sign-out NAME`: ends every sign-in of a place, for somebody who asked for it."""

import argparse
import sys
from importlib import import_module

from alongside.cli.door import open_house


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose whose."""
    parser.add_argument("name", help="the name they sign in with")


def run(words: argparse.Namespace) -> int:
    """End them, or leave with one sentence."""
    open_house()
    # Rooms can be loaded only once the house is open.
    name = words.name.strip()
    person = import_module("alongside.people.queries").account_named(name)
    if person is None:
        sys.exit(f"Not done: no place here is called {name}.")
    import_module("alongside.people.actions").sign_out_by_programme(person)
    print(f"{name} is signed out on every device, and reads so under Who can see what.")
    print("Whoever has the five words, or a device of theirs, comes in again: if those may be")
    print("known, they need a new lock, which only they can make.")
    return 0
