"""`alongside simulate-load`: a realistic day of made-up people on a scratch house.

It starts a whole house of its own (`alongside serve`) on throw-away data, on core 0, and is the
people itself, on core 1. It never touches a programme that exists.
"""

import argparse
import os
import sys
import tempfile
from dataclasses import fields, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from alongside.cli import migrate
from alongside.cli.door import open_house
from alongside.simulating import rules
from alongside.simulating.rules import Habits

FIRST = 20_000


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose how many people, for how long."""
    parser.add_argument(
        "--people", type=int, help="so many; without it: find how many one core carries"
    )
    parser.add_argument("--seconds", type=float, default=60, help="for one replay of the day")
    parser.add_argument("--seed", type=int, default=1, help="the same number, the same day")
    parser.add_argument("--first", type=int, default=FIRST, help="where the search begins")
    parser.add_argument(
        "--habit", action="append", default=[], metavar="NAME=NUMBER", help="change one"
    )
    parser.add_argument(
        "--database-url", default="", help="an empty PostgreSQL; without it SQLite"
    )


def run(words: argparse.Namespace) -> int:
    """Replay one day, or search; 0 where all went well."""
    if (words.people is not None and words.people < 1) or words.seconds < 1 or words.first < 1:
        sys.exit("Not started: people and seconds are at least 1.")
    habits = _changed(rules.Habits(), words.habit)
    with tempfile.TemporaryDirectory(prefix="alongside-simulated-") as folder:
        os.environ["ALONGSIDE_DATA"] = folder
        os.environ["ALONGSIDE_DATABASE_URL"] = words.database_url
        open_house()
        migrate.apply()
        # Rooms can be loaded only once the house is open.
        scratch: Any = import_module("alongside.simulating.scratch")
        try:
            scratch.make_programme()
        except scratch.NotEmpty:
            sys.exit("Not started: there are people in this database. Give an empty one.")
        return _replayed(words, habits, Path(folder), scratch)


def _replayed(words: argparse.Namespace, habits: Habits, data: Path, scratch: Any) -> int:
    _say_assumptions(habits)

    def is_carried(people: int) -> bool:
        print(f"\n{people:,} people", flush=True)
        seen = scratch.replay(
            data,
            words.database_url,
            people=people,
            seconds=words.seconds,
            habits=habits,
            seed_=words.seed,
        )
        for stage in seen:
            print(_told(stage), flush=True)
        return all(stage.is_well for stage in seen)

    def carries(people: int) -> bool:
        # A slow moment of the machine may have been it.
        return is_carried(people) or is_carried(people)

    if words.people is not None:
        is_well = is_carried(words.people)
        print(f"\n{words.people:,} people: {'carried' if is_well else 'too many'}.")
        return 0 if is_well else 1
    most = rules.most_people(carries, first=words.first)
    lines = rules.lines_in_a_day(most, habits)
    print(f"\nOne core carries {most:,} people ({lines:,.0f} lines a day) at p99 < 100 ms.")
    return 0 if most else 1


def _changed(habits: Habits, words: list[str]) -> Habits:
    known = {field.name for field in fields(habits)}
    for word in words:
        name, _, number = word.partition("=")
        try:
            if name not in known:
                raise ValueError
            habits = replace(habits, **{name: float(number)})
        except ValueError:
            sys.exit(f"Not started: a habit is one of {', '.join(sorted(known))} and a number.")
    return habits


def _say_assumptions(habits: Habits) -> None:
    print("A day as we assume it (docs/scale.md says why):")
    for field in fields(habits):
        print(f"  {field.name:16} {getattr(habits, field.name):g}")
    print(f"  busiest hour     {max(rules.CURVE):.2f} times the mean")
    print(f"  lines a day      {rules.lines_in_a_day(1, habits):g} for each person")


def _told(stage: Any) -> str:
    back = "" if stage.back_after is None else f"  all back after {stage.back_after:.1f} s"
    lag = "  (the client itself was late)" if stage.client_lag > 0.05 else ""
    return (
        f"  {stage.name:20} {stage.open:6} open  {stage.lines:6} lines"
        f"  stored p50 {stage.stored_p50:.1f} p99 {stage.stored_p99:.1f} ms"
        f"  delivered p99 {stage.delivered_p99:.1f} ms  opening p99 {stage.opening_p99:.0f} ms"
        f"  cpu {stage.cpu:.0%}  {stage.memory_mb:.0f} MB  trouble {stage.trouble}{back}{lag}"
    )
