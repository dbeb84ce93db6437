"""`alongside hold`: what the server can read about somebody stays longer, or no more."""

import argparse
import getpass
import sys
from datetime import timedelta
from importlib import import_module
from typing import Any

from alongside.cli.door import open_house
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.ground.refusal import NotYours, Refused


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose what to do, about whom, why, and until when."""
    deeds = parser.add_subparsers(dest="deed", required=True)
    deeds.add_parser("list", help="name every hold: about whom, by whom, why, until when")
    place = deeds.add_parser("place", help="hold what the server can read about somebody")
    place.add_argument("name", help="the name they sign in with")
    _order(place)
    renew = deeds.add_parser("renew", help="decide anew that a hold goes on")
    renew.add_argument("number", type=int, help="its number in the list")
    _order(renew)
    lift = deeds.add_parser("lift", help="hold it no more")
    lift.add_argument("number", type=int, help="its number in the list")


def run(words: argparse.Namespace) -> int:
    """Do it, or leave with one sentence and nothing done."""
    open_house()
    try:
        print(
            {"list": _list, "place": _place, "renew": _renew, "lift": _lift}[words.deed](words)
        )
    except NotYours:
        sys.exit("Not done: there is no such hold. See alongside hold list.")
    except Refused as refusal:
        sys.exit(f"Not done: {refusal.words}")
    return 0


def _order(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--days", type=int, required=True, help="for how long: 1 to 90")
    parser.add_argument("--reason", required=True, help="who asks for it, and by what")
    parser.add_argument("--by", required=True, help="who decides it: a name at the desk")
    parser.add_argument("--second", required=True, help="who agrees: another name at the desk")
    parser.add_argument(
        "--untold-days", type=int, help="only by a written ban: told after so many days"
    )
    parser.add_argument("--ban", help="the written ban on telling: whose, and of which day")


def _list(_words: argparse.Namespace) -> str:
    lines = [_line(one) for one in _queries().holds()]
    return "\n".join(lines) or "Nothing is held about anybody."


def _place(words: argparse.Namespace) -> str:
    person = import_module("alongside.people.queries").account_named(words.name.strip())
    if person is None:
        sys.exit(f"Not done: no place here is called {words.name}.")
    hold = _actions().place_hold(person, _read(words), **_two(words), today=clock.today())
    return _said(hold)


def _renew(words: argparse.Namespace) -> str:
    return _said(
        _actions().renew_hold(words.number, _read(words), **_two(words), today=clock.today())
    )


def _lift(words: argparse.Namespace) -> str:
    _actions().lift_hold(words.number, today=clock.today())
    return "Lifted. What its time was over for goes within ten minutes."


def _read(words: argparse.Namespace) -> Any:
    rules, today = import_module("alongside.people.holding.rules"), clock.today()
    if (words.untold_days is None) != (words.ban is None):
        sys.exit("Not done: --untold-days and --ban go together.")
    silence = None
    if words.ban is not None:
        silence = rules.Silence(today + words.untold_days, words.ban)
    return rules.Order(words.reason, today + words.days, silence)


def _two(words: argparse.Namespace) -> dict[str, Any]:
    return {"by": _at_the_desk(words.by), "second": _at_the_desk(words.second)}


def _at_the_desk(name: str) -> Any:
    """Somebody at the desk, by their five words: a name alone says nothing of who types it."""
    five = getpass.getpass(f"The five words of {name}: ")
    people = import_module("alongside.people.actions")
    return people.desk_sign_in(name.strip(), five, address="hold", now=clock.now())


def _said(hold: Any) -> str:
    told = "They are told." if hold.is_told else "They are told when the ban on telling ends."
    return f"{_line(hold)}\n{told} Sealed words are not held, and go by their own time."


def _line(hold: Any) -> str:
    name = hold.account.username or f"a closed place ({to_text(hold.account.ref)})"
    until = "lifted" if hold.lifted_on is not None else f"until {_day(hold.until_on)}"
    line = f"  {hold.pk}  {name}  since {_day(hold.placed_on)}  {until}"
    if hold.reason:
        line += (
            f"\n     by {hold.by} and {hold.second} on {_day(hold.decided_on)}: {hold.reason}"
        )
    if hold.silent_until is not None:
        line += f"\n     not to be told before {_day(hold.silent_until)}: {hold.silent_basis}"
    return line


def _day(number: int) -> str:
    return str(clock.EPOCH + timedelta(days=number))


# Rooms can be loaded only once the house is open.
def _queries() -> Any:
    return import_module("alongside.people.holding.queries")


def _actions() -> Any:
    return import_module("alongside.people.holding.actions")
