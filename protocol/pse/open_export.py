"""Opens what somebody took along: checks all of it, and writes copies that can be read."""

import argparse
import getpass
import sys
from collections.abc import Sequence
from pathlib import Path

from .export import open_export
from .export_check import Checked, check
from .export_reading import day_words, write_readable
from .refusal import NotOpened, Refused
from .words import phrase_of


def main(words: Sequence[str] | None = None) -> int:
    """Open one file; 0 when all of it holds."""
    parser = argparse.ArgumentParser(prog="pse_open.py", description=__doc__)
    describe(parser)
    return run(parser.parse_args(words))


def describe(parser: argparse.ArgumentParser) -> None:
    """Say which file, and where the readable copies go."""
    parser.add_argument("file", type=Path, help="the file that was taken along")
    parser.add_argument("--into", type=Path, help="a new folder; else beside the file")
    parser.add_argument("--check", action="store_true", help="only check, write nothing")


def run(words: argparse.Namespace) -> int:
    """Ask for the five words, check everything, write what can be read."""
    folder = words.into or words.file.with_name(f"{words.file.stem}-open")
    if not words.check and folder.exists():
        return _refuse(f"{folder} is there already.")
    try:
        checked = check(open_export(words.file, phrase_of(_asked())))
    except NotOpened:
        return _refuse("The words and the file do not fit, or the file was changed.")
    except Refused as refusal:
        return _refuse(f"Not opened: {refusal}.")
    _say(checked)
    if not words.check:
        write_readable(checked, folder)
        print(f"Written to {folder}. Anyone who has this folder can read it.")
    return 0


def _asked() -> str:
    if sys.stdin.isatty():
        return getpass.getpass("The five words of this file: ")
    return sys.stdin.readline()


def _say(checked: Checked) -> None:
    print(f"Taken along on {day_words(checked.papers['day'])}. Everything in it holds.")
    for number, talk in enumerate(checked.talks, start=1):
        both = "both signed the promise" if talk.has_both else "not both signed the promise"
        print(f"  {number}. with {talk.name}: {len(talk.lines)} lines, {both}.")
        if talk.stopped is not None:
            print(f"     It stood still: {talk.stopped}.")
    kept = checked.documents
    print(f"  Notebook: {len(kept.pages)} pages, {len(kept.kept)} kept lines.")
    _say_of_the_list(checked)


def _say_of_the_list(checked: Checked) -> None:
    print("The list of who is who is not in this file, so nothing was compared with it.")
    if checked.log is not None:
        print(f"It had {checked.log.size} lines then, and the programme signed it.")


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
