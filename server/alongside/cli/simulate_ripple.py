"""`alongside simulate-ripple`: how a programme grows, and whether its figures are honest.

It reads no data and touches no programme: everybody in it is a number.
"""

import argparse
import json
import sys
import time
from typing import Any

MOST_PEOPLE, MOST_MONTHS, MOST_PROGRAMMES = 1_000_000, 240, 10_000
FEWEST_PEOPLE = 100
NAMES = {
    "passed-on": "gave support in the year after their own ended",
    "brought": "had somebody come by their invitation who is counted, in a quarter",
}


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose how many people, for how long, and what else to find out."""
    parser.add_argument("--people", type=int, default=10_000, help="so many might come")
    parser.add_argument("--months", type=int, default=60, help="the programme grows so long")
    parser.add_argument("--seed", type=int, default=1, help="the same number, the same people")
    parser.add_argument(
        "--assume", action="append", default=[], metavar="NAME=NUMBER", help="change one"
    )
    parser.add_argument("--plan", action="store_true", help="how long people wait, by seats")
    parser.add_argument(
        "--programmes", type=int, default=0, help="grow so many: do the intervals hold?"
    )
    parser.add_argument("--json", action="store_true", help="print everything, as JSON")


def run(words: argparse.Namespace) -> int:
    """Grow it, and say what is true and what would be told."""
    _refuse_what_cannot_be(words)
    try:
        from alongside.simulating.ripple import report
        from alongside.simulating.ripple.assumptions import (
            Assumptions,
            NoSuchAssumption,
            with_changed,
        )
    except ImportError:
        sys.exit("Not started: this needs numpy; install “alongside[matching]”.")
    try:
        assumed = with_changed(Assumptions(), words.assume)
    except NoSuchAssumption as refusal:
        sys.exit(f"Not started: {refusal}.")
    one = {"months": words.months, "seed": words.seed, "assumed": assumed}
    began = time.process_time()
    found = report.report(words.people, **one)
    found["processor_seconds"] = round(time.process_time() - began, 2)
    if words.plan:
        found["plan"] = report.plan(words.people, **one)
    if words.programmes:
        found["honesty"] = report.honesty(words.people, programmes=words.programmes, **one)
    if words.json:
        print(json.dumps(found, indent=2))
    else:
        _tell(found)
    return 0


def _refuse_what_cannot_be(words: argparse.Namespace) -> None:
    for name, number, least, most in (
        ("people", words.people, FEWEST_PEOPLE, MOST_PEOPLE),
        ("months", words.months, 1, MOST_MONTHS),
        ("programmes", words.programmes, 0, MOST_PROGRAMMES),
        ("seed", words.seed, 0, 2**32),
    ):
        if not least <= number <= most:
            sys.exit(f"Not started: {name} is from {least:,} to {most:,}.")


def _tell(found: dict[str, Any]) -> None:
    here = found["waiting"]
    print(
        f"{found['people']:,} people might come in {found['months']} months"
        f" (seed {found['seed']}, {found['processor_seconds']} s;"
        " docs/ripple.md has the assumptions)"
    )
    print(f"  {here['came']:,} came, {here['supported']:,} were supported")
    print(f"  {here['gave_up']:,} gave up waiting, {here['still_waiting']:,} wait now")
    print(
        f"  once their specialist had stopped: {here['gave_up_again']:,} gave up waiting again,"
        f" {here['wait_again']:,} wait again now"
    )
    print(
        f"  of all who came, half would wait {_up_to(here['half_waited'])} if nobody gave up,"
        f" nine in ten {_up_to(here['nine_in_ten_waited'])}"
    )
    print(f"  specialists: {here['first_specialists']:,} at first, {here['specialists']:,} now")
    print("\nWhat is true, and what the figures would tell (95 in 100):")
    for name, figure in found["figures"].items():
        print(f"  {NAMES[name]}: true {_percent(figure['true'])}, told {_told(figure['told'])}")
        if "true_of_everybody" in figure:
            everybody = _percent(figure["true_of_everybody"])
            print(f"    whoever came, counted or not: true {everybody}; no figure tells that")
    _tell_reached(found["reached"])
    kept = found["suppression"]
    print(
        f"\n{kept['numbers']:,} numbers told and {kept['differences']:,} differences of them:"
        f" {kept['too_small']} are of fewer than eight people"
    )
    for one in found["known_seven"]:
        print(
            f"who knows {_percent(one['knows'])} of those counted and reads daily learns of one"
            f" more in {one['learnt']:,} of {one['batches']:,} batches"
        )
    _tell_plan(found.get("plan", []))
    _tell_honesty(found.get("honesty", []))


def _tell_reached(rows: list[dict[str, Any]]) -> None:
    print("\nWho reached what, by how many people it went through (true / told):")
    roles = dict.fromkeys(row["role"] for row in rows)
    print(f"  {'':11}" + "".join(f"{role:>19}" for role in roles))
    for generation in dict.fromkeys(row["generation"] for row in rows):
        mine = [row for row in rows if row["generation"] == generation]
        cells = "".join(f"{row['true']:>9,} /{row['told'] or '-':>8}" for row in mine)
        print(f"  {'first ones' if generation == 0 else generation!s:11}{cells}")


def _tell_plan(rows: list[dict[str, Any]]) -> None:
    if rows:
        print("\nWaiting, by specialists at the beginning:")
        print(
            "  specialists     came  supported  gave up  half waited  nine in ten  at the end"
        )
    for row in rows:
        print(
            f"  {row['first_specialists']:>11,} {row['came']:>8,} {row['supported']:>10,}"
            f" {row['gave_up']:>8,} {_months(row['half_waited']):>12}"
            f" {_months(row['nine_in_ten_waited']):>12}"
            f" {row['specialists']:>11,}"
        )


def _tell_honesty(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        held = "never told" if row["share"] is None else f"hold it in {_percent(row['share'])}"
        print(
            f"\n{NAMES[row['figure']]}: true {_percent(row['truth'])}; of {row['programmes']:,}"
            f" programmes {row['told']:,} tell it, and their intervals {held}"
        )


def _up_to(months: int | None) -> str:
    return "longer than was seen" if months is None else f"up to {months} months"


def _months(months: int | None) -> str:
    return "longer" if months is None else f"{months}"


def _told(told: dict[str, Any] | None) -> str:
    if told is None:
        return "nothing: too few people"
    low, about, high = (_percent(told[name]) for name in ("low", "about", "high"))
    return f"{about} ({low} to {high}; {told['people']:,} answers)"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f} %"
