"""`alongside demo`: a programme with made-up people, to try the whole house as two persons."""

import argparse
import os
import sys
from importlib import import_module

from django.conf import settings

from alongside.cli import migrate
from alongside.cli.door import open_house
from alongside.cli.serve import serve
from alongside.ground import clock

FOLDER = "var/demo"


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose where to listen; the port is PORT."""
    parser.add_argument("--listen", default="127.0.0.1", help="address to listen on")


def run(words: argparse.Namespace) -> int:
    """Make the demo if it is not there, say who is in it, and serve it."""
    os.environ.setdefault("ALONGSIDE_DATA", FOLDER)
    open_house()
    if settings.ENVIRONMENT.is_production:
        sys.exit("Not started: a demo prints everyone's words. It is not for real people.")
    migrate.apply()
    # Rooms can be loaded only once the house is open.
    demo = import_module("alongside.demo.actions")
    made = demo.make_demo(settings.DATA, now=clock.now())
    print(made.said(settings.ORIGIN), flush=True)
    print("\nTake two windows, one of them private. Ctrl-C stops.", flush=True)
    return serve(listen=words.listen)
