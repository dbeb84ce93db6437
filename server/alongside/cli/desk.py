"""`alongside desk`: who sits at the desk, one more, or someone who lost every way in."""

import argparse
import sys
from importlib import import_module
from typing import Any

from alongside.cli.door import open_house
from alongside.ground.refusal import NotYours, Refused

LONGEST = 40


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose what to do, and for whom."""
    deeds = parser.add_subparsers(dest="deed", required=True)
    deeds.add_parser("list", help="name everyone who sits at the desk")
    add = deeds.add_parser("add", help="give someone a seat and show their five words once")
    add.add_argument("name", help="the name they sign in with")
    reset = deeds.add_parser("reset", help="new five words, no second step, signed out")
    reset.add_argument("name", help="the name they sign in with")


def run(words: argparse.Namespace) -> int:
    """Do it, or leave with one sentence."""
    open_house()
    try:
        print({"list": _list, "add": _add, "reset": _reset}[words.deed](words))
    except NotYours:
        sys.exit(f"Not done: nobody at the desk is called {words.name}.")
    except Refused as refusal:
        sys.exit(f"Not done: {refusal.words}")
    return 0


def _list(_words: argparse.Namespace) -> str:
    users = _queries().desk_users()
    lines = [f"  {user.name:<20} {_way_in(user)}" for user in users]
    return "\n".join(lines) or "Nobody sits at the desk yet: alongside desk add NAME."


def _add(words: argparse.Namespace) -> str:
    name = words.name.strip()
    if not 0 < len(name) <= LONGEST:
        sys.exit(f"Not done: a name has 1 to {LONGEST} letters.")
    five = _actions().add_desk_user(name)
    return (
        f"{name} comes in at /desk/ with these words, shown this once:\n\n  {five}\n\n"
        "Whoever has the words first sets up the second step: please do it today."
    )


def _reset(words: argparse.Namespace) -> str:
    user = _queries().desk_user_named(words.name.strip())
    five = _actions().reset_desk_user(user)
    return (
        f"{user.name} is signed out everywhere. The old words, passkeys, apps and codes on\n"
        f"paper do not work any more. The new words, shown this once:\n\n  {five}\n\n"
        "Whoever has the words first sets up the second step: please do it today."
    )


def _way_in(user: object) -> str:
    return "" if _queries().has_second_step(user) else "has no second step yet"


# Rooms can be loaded only once the house is open.
def _queries() -> Any:
    return import_module("alongside.people.second.queries")


def _actions() -> Any:
    return import_module("alongside.people.second.actions")
