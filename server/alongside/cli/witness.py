"""`alongside witness`: a partner organisation looks at a programme's list of who is who.

It needs no server, no database and no Django: its own key, its own note of what it saw last,
and the address of the programme.
"""

import argparse
import sys
from pathlib import Path

from alongside.cli.witness_fetch import Programme, Unreachable, fetched, post_back
from alongside.cli.witness_files import (
    BadFile,
    Seen,
    WitnessKey,
    keep_proof,
    new_key,
    read_key,
    read_seen,
    write_seen,
)
from alongside.ground import clock
from pse.audit import check_grown, read_on
from pse.base64url import from_text, to_text
from pse.ids import HASH, ID
from pse.key_log import EMPTY
from pse.note import Witness, cosign, write_witness
from pse.refusal import LogTrouble, Refused
from pse.signing import verify_key_of

FORKED = 3


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose one of the two deeds."""
    deeds = parser.add_subparsers(required=True, metavar="new | look")
    new = deeds.add_parser("new", help="make a key for your organisation")
    new.add_argument("file", type=Path, help="where the key is written")
    new.add_argument("--name", required=True, help="what you are called, such as a host name")
    new.set_defaults(deed=_new)
    look = deeds.add_parser("look", help="check a programme's list, and sign that it grew")
    look.add_argument("url", help="the programme's address, such as https://peers.example.org")
    look.add_argument("--key", type=Path, required=True, help="your organisation's key")
    look.add_argument("--seen", type=Path, required=True, help="your note of what you saw last")
    look.add_argument("--home", help="the programme's id, if you heard it from them")
    look.add_argument("--log", help="the key its list is signed with, if you heard it")
    look.add_argument(
        "--print", action="store_true", help="print the signed note, post nothing"
    )
    look.set_defaults(deed=_look)


def run(words: argparse.Namespace) -> int:
    """Do the deed; 3 where the programme shows another list than before."""
    try:
        return int(words.deed(words))
    except (BadFile, Unreachable, Refused) as refusal:
        sys.exit(f"Not done: {refusal}")


def _new(words: argparse.Namespace) -> int:
    key = new_key(words.file, words.name)
    print("Your organisation's key is made. Keep the file to yourself.")
    print("The programme puts this line into ALONGSIDE_WITNESSES:")
    print(write_witness(Witness(key.name, verify_key_of(key.seed))))
    return 0


def _look(words: argparse.Namespace) -> int:
    key = read_key(words.key)
    before = read_seen(words.seen)
    programme = _expected(fetched(words.url), before, words)
    try:
        log = read_on(
            EMPTY,
            programme.leaves,
            programme.note,
            home=programme.home,
            log_key=programme.log_key,
        )
        check_grown(log, [before.at] if before else [])
    except LogTrouble as trouble:
        return _refuse(words.seen, before, programme, trouble)
    now = int(clock.now().timestamp())
    signed = cosign(key.seed, key.name, programme.note, seconds=now)
    write_seen(words.seen, Seen(programme.home, programme.log_key, log.at(), programme.note))
    _hand_over(words, signed, key)
    _say(before, log.size)
    return 0


def _expected(
    programme: Programme, before: Seen | None, words: argparse.Namespace
) -> Programme:
    """The programme that was seen before, or that one heard of; BadFile for another."""
    home = from_text(words.home, size=ID) if words.home else None
    log = from_text(words.log, size=HASH) if words.log else None
    known_home = before.home if before else home
    known_log = before.log_key if before else log
    if known_home not in (None, programme.home) or home not in (None, programme.home):
        raise BadFile("This is another programme than the one you know.")
    if known_log not in (None, programme.log_key) or log not in (None, programme.log_key):
        raise BadFile("This programme signs with another key than the one you know.")
    if known_home is None or known_log is None:
        print("You see this programme for the first time. Compare with them by phone:")
        print(f"  home  {to_text(programme.home)}")
        print(f"  log   {to_text(programme.log_key)}")
    return programme


def _refuse(path: Path, before: Seen | None, programme: Programme, trouble: LogTrouble) -> int:
    proof = keep_proof(path, before, programme.note, programme.rows)
    if trouble.cause == "log-rewritten":
        print("Not signed. The programme shows another list than the one you saw before.")
    else:
        print("Not signed. The programme's list is not the one it signed.")
    print(f"Both are kept as proof in {proof}. Call the programme, and keep this file.")
    return FORKED


def _hand_over(words: argparse.Namespace, signed: str, key: WitnessKey) -> None:
    if words.print:
        print(signed, end="")
    elif not post_back(words.url, signed):
        print(f"The programme did not take it: it does not list {key.name} as a witness yet.")


def _say(before: Seen | None, size: int) -> None:
    lines = "1 line" if size == 1 else f"{size} lines"
    more = "" if before is None else f", {size - before.at.size} more than last time"
    print(f"Signed: {lines}{more}. Nothing that you saw before was changed.")
