"""Finds the command someone typed and runs it; each command is a file of its own."""

import argparse
import re
import sys
from collections.abc import Sequence
from importlib import import_module

from alongside import VERSION

COMMANDS = {
    "serve": "serve pages, API, room and live wire from this process",
    "demo": "make a demo programme, print who is in it, and serve it",
    "migrate": "bring the database up to date",
    "setup": "set up a programme: asks in words, or reads a file with all answers",
    "roster": "offline: make the roster key, stand behind a specialist or stop, show a file",
    "witness": "look at a programme's list of who is who from outside, and sign it",
    "desk": "who sits at the desk: list them, add one, or let one begin anew",
    "hold": "a court asks: keep what the server can read about somebody, told to them",
    "sign-out": "end every sign-in of a place whose device was lost, told to them",
    "packs": "questions of others that the programme may ask: add one, list them",
    "backup": "write content and keys into two archives apart, while the house serves",
    "restore": "bring a house back from a backup, and prove it",
    "upgrade": "back up, bring the tables to this version, and prove them",
    "close": "end the programme: announce the day, and destroy the keys on it",
    "verify-deploy": "compare what an address serves with a release",
    "simulate-load": "replay a day of made-up people on scratch data: how many it carries",
    "simulate-year": "fill a demo programme with a year of made-up people",
    "simulate-ripple": "grow a programme of numbers: who waits, and are its figures honest",
    "open-export": "open what somebody took along from their place",
    "listening": "judge a pack of the listening coach, or train one from your own tables",
    "doctor": "say what is missing or unsafe before real people come",
}

# What follows these is 16 or 32 bytes written in base64url, and one in 64 begins with a dash.
MARKS = frozenset({"--home", "--log", "--roster"})
DASHED = re.compile(r"-[\w-]{21}|-[\w-]{42}", re.ASCII)


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the answer is 0 when it did what was asked."""
    typed = list(sys.argv[1:] if words is None else words)
    if typed and typed[0] in COMMANDS:
        return _run(typed[0], typed[1:])
    if typed == ["--version"]:
        print(f"alongside {VERSION}")
        return 0
    _help()
    return 0 if typed in ([], ["help"], ["--help"], ["-h"]) else 2


def _run(name: str, words: Sequence[str]) -> int:
    command = import_module(f"alongside.cli.{name.replace('-', '_')}")
    parser = argparse.ArgumentParser(prog=f"alongside {name}", description=COMMANDS[name])
    command.describe(parser)
    return int(command.run(parser.parse_args(_marks_joined(words))))


def _marks_joined(words: Sequence[str]) -> list[str]:
    """A mark that begins with a dash belongs to the option before it, not to itself."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in MARKS and DASHED.fullmatch(word):
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined


def _help() -> None:
    print("alongside COMMAND\n")
    for name, sentence in COMMANDS.items():
        print(f"  {name:15} {sentence}")
