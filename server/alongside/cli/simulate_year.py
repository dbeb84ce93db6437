"""`alongside simulate-year`: fills a demo programme with a year of made-up people.

For looking at lists and reports as they are after a year. It goes into a demo programme, which
it makes if there is none, and never where real people are.
"""

import argparse
import os
import sys
from importlib import import_module
from typing import Any

from django.conf import settings

from alongside.cli import migrate
from alongside.cli.demo import FOLDER
from alongside.cli.door import open_house
from alongside.ground import clock

MOST = 20_000


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose how many, and which year."""
    parser.add_argument("--relationships", type=int, default=300, help="so many in the year")
    parser.add_argument("--seed", type=int, default=1, help="the same number, the same year")


def run(words: argparse.Namespace) -> int:
    """Make the year, and say what is in it."""
    if not 1 <= words.relationships <= MOST:
        sys.exit(f"Not made: relationships are from 1 to {MOST:,}.")
    os.environ.setdefault("ALONGSIDE_DATA", FOLDER)
    open_house()
    if settings.ENVIRONMENT.is_production:
        sys.exit("Not made: these people are made up. This is not for real people.")
    settings.DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    migrate.apply()
    # Rooms can be loaded only once the house is open.
    demo: Any = import_module("alongside.demo.actions")
    made: Any = import_module("alongside.simulating.year.made")
    if demo.is_somebody_elses(settings.DATA):
        sys.exit("Not made: there is a programme here that is no demo. Name another folder.")
    now = clock.now()
    demo.make_demo(settings.DATA, now=now)
    try:
        told = made.make(
            settings.DATA, relationships=words.relationships, seed=words.seed, now=now
        )
    except made.AlreadyMade:
        sys.exit("Not made: there is a year here already. Name another folder.")
    print(told.words)
    print("To look at it: alongside demo")
    return 0
