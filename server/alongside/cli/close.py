"""`alongside close`: announce the end of the programme, call it off, or carry it out."""

import argparse
import sys
from datetime import date
from importlib import import_module

from django.conf import settings

from alongside.cli.door import open_house
from alongside.ground import clock
from alongside.ground.refusal import Refused
from alongside.process import lock


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose one of three."""
    choice = parser.add_mutually_exclusive_group(required=True)
    choice.add_argument("--on", metavar="DAY", help="announce the day, like 2027-03-01")
    choice.add_argument("--call-off", action="store_true", help="go on after all")
    choice.add_argument("--now", action="store_true", help="destroy; only once the day is here")


def run(words: argparse.Namespace) -> int:
    """Do it, or leave with one sentence and nothing done."""
    open_house()
    try:
        if words.now:
            _end()
        elif words.call_off:
            _call_off()
        else:
            _announce(words.on)
    except lock.AlreadyServed as refusal:
        sys.exit(
            f"Not done: {refusal} It ends the programme by itself within ten minutes of the "
            "day's beginning (UTC), or stop it first."
        )
    except Refused as refusal:
        sys.exit(f"Not done: {refusal.words}")
    return 0


def _announce(written: str) -> None:
    try:
        day = (date.fromisoformat(written) - clock.EPOCH).days
    except ValueError:
        sys.exit(f"Not done: {written} is not a day. Write it like 2027-03-01.")
    # Rooms can be loaded only once the house is open.
    actions = import_module("alongside.programme.actions")
    name = import_module("alongside.programme.queries").programme().name
    actions.announce_end(day, today=clock.today())
    print(f"{name} ends on {written}. The first page, the desk and every room say so.")
    print("The door is shut to new people. On that day (UTC) all keys are destroyed.")
    print("Until then it may be called off: alongside close --call-off")


def _call_off() -> None:
    import_module("alongside.programme.actions").call_off_end(today=clock.today())
    print("The programme goes on. The door is shut until a coordinator opens it at the desk.")


def _end() -> None:
    ending = import_module("alongside.keeping.ending")
    here = import_module("alongside.programme.queries").programme()
    with lock.quiet(settings.DATA):
        if import_module("alongside.programme.rules").has_come(
            here.closes_on, today=clock.today()
        ):
            _confirm(here.name)
        print(ending.end(today=clock.today()))


def _confirm(name: str) -> None:
    print("This destroys the keys of everybody here, then all that they wrote, for good.")
    try:
        typed = input(f"Type the programme's name ({name}) to go on: ")
    except EOFError:
        typed = ""
    if typed.strip() != name:
        sys.exit("Not done: that is not the programme's name.")
