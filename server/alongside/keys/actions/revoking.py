"""The programme takes its word for a specialist back."""

import json
from datetime import datetime

from django.db import transaction

from alongside.ground.announce import announce
from alongside.ground.clock import day_of
from alongside.ground.refusal import NotYours
from alongside.keys.actions.key_log import log_of
from alongside.keys.actions.signed import (
    LARGEST_FILE,
    BadFile,
    UnknownAccount,
    WrongSignature,
)
from alongside.keys.announcements import WordTakenBack
from alongside.keys.models import Endorsement, Revocation
from alongside.people.models import Account, DeskUser
from alongside.people.queries import account_of_ref
from alongside.programme.queries import programme
from alongside.wall.actions import Kind, note
from pse.as_json import read_revocation
from pse.key_log import revocation_leaf
from pse.refusal import Refused as DoesNotHold
from pse.revocation import Revocation as RevocationPaper
from pse.revocation import verify_revocation
from pse.strict_json import fields_of

KIND = "alongside-revocation"
_FILE: dict[str, type] = {"kind": str, "version": int, "revocation": dict}


def is_revocation(data: bytes) -> bool:
    """Say whether a file from the signing machine takes a word back."""
    try:
        file = json.loads(data[: LARGEST_FILE + 1])
    except (ValueError, RecursionError):
        return False
    return isinstance(file, dict) and file.get("kind") == KIND


@transaction.atomic
def take_revocation(data: bytes, *, by: DeskUser, now: datetime) -> str:
    """Stop standing behind a specialist, and give their name: nobody is shown or asks them."""
    paper = _read(data)
    person = _person_of(paper)
    here = programme()
    _check(paper, person, home=here.home, roster=here.roster_key)
    Endorsement.objects.filter(account=person, serial__lte=paper.serial).update(revoked=True)
    log_of(revocation_leaf(here.home, paper), today=day_of(now))
    Revocation.objects.create(account=person, serial=paper.serial, day=paper.day, sig=paper.sig)
    note(account=person, kind=Kind.ENDORSEMENT_TAKEN_BACK, day=day_of(now))
    announce(WordTakenBack(person))
    return _name_of(person)


def _name_of(person: Account) -> str:
    newest = Endorsement.objects.filter(account=person).order_by("-serial").first()
    return newest.display_name if newest else ""


def _read(data: bytes) -> RevocationPaper:
    try:
        file = fields_of(json.loads(data[: LARGEST_FILE + 1]), _FILE)
        paper = read_revocation(file["revocation"])
    except (ValueError, RecursionError, DoesNotHold):
        raise BadFile from None
    if (file["kind"], file["version"]) != (KIND, 1):
        raise BadFile
    return paper


def _person_of(paper: RevocationPaper) -> Account:
    try:
        return account_of_ref(paper.account_id)
    except NotYours:
        raise UnknownAccount from None


def _check(paper: RevocationPaper, person: Account, *, home: bytes, roster: bytes) -> None:
    try:
        verify_revocation(paper, home=home, roster=roster)
    except DoesNotHold:
        raise WrongSignature from None
    if Revocation.objects.filter(account=person, serial__gte=paper.serial).exists():
        raise BadFile
