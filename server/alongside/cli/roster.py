"""`alongside roster`: the programme's own key, kept offline; needs no server, no network."""

import argparse
import secrets
import sys
from dataclasses import replace
from pathlib import Path

from alongside.cli import paper
from alongside.cli.roster_files import (
    BadFile,
    Request,
    RosterKey,
    opened,
    write_endorsement,
    write_key,
    write_revocation,
)
from alongside.ground import clock
from pse.base64url import from_text, to_text
from pse.endorsement import (
    LONGEST_DAYS,
    ROLES,
    Endorsement,
    endorsement_bytes,
    sign_endorsement,
)
from pse.ids import ID
from pse.key_record import kr_hash_of
from pse.refusal import Refused
from pse.revocation import Revocation, sign_revocation
from pse.signing import verify, verify_key_of
from pse.words import check_words

SUPERVISOR, SAFETY_OFFICER = 3, 5
# A serial has to grow: so many endorsements a day have a number of their own.
A_DAY = 1000


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose one of the four deeds."""
    deeds = parser.add_subparsers(required=True, metavar="new | endorse | revoke | show")
    new = deeds.add_parser("new", help="make the programme's key, or type it in from paper")
    new.add_argument("file", type=Path, help="where the key is written")
    new.add_argument("--home", help="the installation's id, when it is there already")
    new.add_argument("--from-paper", action="store_true", help="ask for the paper backup")
    new.set_defaults(deed=_new)
    endorse = deeds.add_parser("endorse", help="stand behind a name and its keys")
    endorse.add_argument("file", type=Path, help="the request")
    endorse.add_argument("--key", type=Path, required=True, help="the programme's key")
    endorse.add_argument("--days", type=int, default=LONGEST_DAYS, help="at most 90")
    roles = endorse.add_mutually_exclusive_group()
    roles.add_argument(
        "--supervisor", action="store_true", help="as a supervisor, not as a specialist"
    )
    roles.add_argument(
        "--safety-officer", action="store_true", help="as somebody who answers concerns"
    )
    endorse.set_defaults(deed=_endorse)
    revoke = deeds.add_parser("revoke", help="take your word for somebody back")
    revoke.add_argument("file", type=Path, help="the endorsement, or the request before it")
    revoke.add_argument("--key", type=Path, required=True, help="the programme's key")
    revoke.set_defaults(deed=_revoke)
    show = deeds.add_parser("show", help="say what a file of the roster holds")
    show.add_argument("file", type=Path)
    show.set_defaults(deed=_show)


def run(words: argparse.Namespace) -> int:
    """Do the deed, or leave with one sentence."""
    try:
        words.deed(words)
    except (BadFile, paper.Misread, Refused, ValueError) as refusal:
        sys.exit(f"Not done: {refusal}")
    return 0


def _new(words: argparse.Namespace) -> None:
    home = from_text(words.home, size=ID) if words.home else secrets.token_bytes(ID)
    if words.from_paper:
        seed = paper.read(input("The 56 letters and digits of the paper backup: "))
    else:
        seed = secrets.token_bytes(paper.SEED)
    key = RosterKey(home=home, seed=seed)
    write_key(words.file, key)
    _say_key(key)
    print(
        f"\nPaper backup, shown this once. Write it down and lock it away:\n{paper.write(seed)}"
    )


def _endorse(words: argparse.Namespace) -> None:
    key, request = opened(words.key), opened(words.file)
    if not isinstance(key, RosterKey) or not isinstance(request, Request):
        raise BadFile("A key and a request are needed.")
    if request.home != key.home:
        raise BadFile("This request was made for another programme.")
    if words.supervisor:
        request = replace(request, role=SUPERVISOR)
    if words.safety_officer:
        request = replace(request, role=SAFETY_OFFICER)
    _say_request(request)
    if input("Do these four words match what you heard from them? Type yes: ") != "yes":
        raise BadFile("You did not say yes.")
    signed = sign_endorsement(
        key.seed, key.home, _draft(request, key=words.key, days=words.days)
    )
    answer = words.file.with_name(f"{words.file.stem}.endorsement.json")
    write_endorsement(answer, signed)
    print(f"Written: {answer}. Upload it at the desk.")


def _revoke(words: argparse.Namespace) -> None:
    key, about = opened(words.key), opened(words.file)
    if not isinstance(key, RosterKey) or not isinstance(about, Request | Endorsement):
        raise BadFile("A key and an endorsement are needed.")
    account = _known(about, key)
    if input("Take your word for them back? Nobody can ask them then. Type yes: ") != "yes":
        raise BadFile("You did not say yes.")
    today = clock.today()
    serial = _next_serial(words.key.with_name(f"{words.key.name}.serial"), today=today)
    signed = sign_revocation(key.seed, key.home, Revocation(account, serial, today))
    bare = words.file.name.removesuffix(".json").removesuffix(".endorsement")
    answer = words.file.with_name(f"{bare}.revocation.json")
    write_revocation(answer, signed)
    print(f"Written: {answer}. Upload it at the desk.")


def _known(about: Request | Endorsement, key: RosterKey) -> bytes:
    """Say who it is about, and give their account; BadFile for another programme's file."""
    if isinstance(about, Request):
        if about.home != key.home:
            raise BadFile("This request was made for another programme.")
        _say_request(about)
        return about.record.account_id
    verify(verify_key_of(key.seed), endorsement_bytes(key.home, about), about.sig)
    _say_endorsement(about)
    return about.account_id


def _draft(request: Request, *, key: Path, days: int) -> Endorsement:
    if not 1 <= days <= LONGEST_DAYS:
        raise ValueError(f"--days is a number from 1 to {LONGEST_DAYS}.")
    today = clock.today()
    return Endorsement(
        account_id=request.record.account_id,
        kr_hash=kr_hash_of(request.record),
        role=request.role,
        display_name=request.display_name,
        from_day=today,
        to_day=today + days,
        serial=_next_serial(key.with_name(f"{key.name}.serial"), today=today),
    )


def _next_serial(path: Path, *, today: int) -> int:
    """Give a serial above every one before, even when the note beside the key was lost."""
    before = int(path.read_text()) if path.exists() else 0
    serial = max(before + 1, today * A_DAY)
    path.write_text(str(serial))
    return serial


def _show(words: argparse.Namespace) -> None:
    found = opened(words.file)
    if isinstance(found, RosterKey):
        _say_key(found)
    elif isinstance(found, Request):
        _say_request(found)
    elif isinstance(found, Revocation):
        _say_revocation(found)
    else:
        _say_endorsement(found)


def _say_key(key: RosterKey) -> None:
    print("The programme's key.")
    print(f"  home    {to_text(key.home)}")
    print(f"  roster  {to_text(verify_key_of(key.seed))}")


def _say_request(request: Request) -> None:
    account = request.record.account_id
    words = " ".join(check_words(account, kr_hash_of(request.record)))
    print("A request to stand behind someone.")
    print(f"  name   {request.display_name}")
    print(f"  role   {ROLES.get(request.role, 'unknown')}")
    print(f"  check  {words}")
    if request.is_renewed:
        print("This person has a new lock. Speak with them, and compare the four words, first.")


def _say_revocation(revocation: Revocation) -> None:
    print("A word taken back: the programme no longer stands behind someone.")
    print(f"  day     {clock.date_of(revocation.day)}")
    print(f"  serial  up to {revocation.serial}")


def _say_endorsement(endorsement: Endorsement) -> None:
    words = " ".join(check_words(endorsement.account_id, endorsement.kr_hash))
    print("An endorsement: the programme stands behind someone.")
    print(f"  name    {endorsement.display_name}")
    print(f"  role    {ROLES.get(endorsement.role, 'unknown')}")
    print(f"  check   {words}")
    print(
        f"  from    {clock.date_of(endorsement.from_day)} "
        f"until {clock.date_of(endorsement.to_day)}"
    )
    print(f"  serial  {endorsement.serial}")
