"""Papers that are signed: a specialist's profile, and the programme's word for a specialist."""

import json
from datetime import datetime

from django.db import transaction

from alongside.ground.clock import day_of
from alongside.ground.refusal import NotYours, Refused
from alongside.keys.actions.key_log import log_of
from alongside.keys.models import Endorsement, Profile, Revocation
from alongside.keys.queries import newest_record, record_paper, records_of
from alongside.people import actions as people
from alongside.people.models import Account, DeskUser, RoleName
from alongside.people.queries import account_of_ref, is_specialist
from alongside.programme.actions import prepare_seat
from alongside.programme.queries import programme
from alongside.wall.actions import Kind, note
from pse import base64url
from pse.endorsement import Endorsement as EndorsementPaper
from pse.endorsement import verify_endorsement
from pse.key_log import endorsement_leaf
from pse.key_record import is_same_lock
from pse.profile import Profile as ProfilePaper
from pse.profile import verify_profile
from pse.refusal import Malformed
from pse.refusal import Refused as DoesNotHold
from pse.refusal import WrongSignature as SignedByNobody
from pse.strict_json import fields_of

LARGEST_FILE = 10_000
ENDORSED = (RoleName.SPECIALIST, RoleName.SUPERVISOR, RoleName.SAFETY_OFFICER)
_FILE: dict[str, type] = {"kind": str, "version": int, "endorsement": dict}
_FIELDS: dict[str, type] = {
    "account_id": str,
    "kr_hash": str,
    "role": int,
    "display_name": str,
    "from_day": int,
    "to_day": int,
    "serial": int,
    "sig": str,
}


class BadFile(Refused):
    """This file is not an answer to an endorsement request, or is an old one."""

    code = "bad-file"
    words = "This file is not the answer to a request. Please choose the right file."


class WrongSignature(Refused):
    """Somebody else than this programme's roster key signed it."""

    code = "wrong-signature"
    words = "This file was not signed with the key of this programme."


class UnknownAccount(Refused):
    """Nobody here has this place and these keys."""

    code = "unknown-account"
    words = "Nobody here has the keys that this file names."


class Lapsed(Refused):
    """The days it is good for are over."""

    code = "lapsed"
    words = "The days in this file are over. Please ask for a new one."


class ProfileMoved(Refused):
    """A profile counts up one by one."""

    code = "profile-moved"
    words = "Your profile was changed in another window. Please look again."
    status = 409


@transaction.atomic
def put_profile(person: Account, profile: ProfilePaper, *, today: int) -> Profile:
    """Show a signed profile; for specialists and those who came by a link to become one."""
    if not is_specialist(person, or_wishes=True):
        raise NotYours
    verify_profile(profile, record=record_paper(newest_record(person), person))
    if abs(profile.day - today) > 1:
        raise Malformed("a profile is dated the day it is signed")
    kept = Profile.objects.select_for_update().filter(account=person).first()
    if profile.ver != (kept.ver + 1 if kept else 1):
        raise ProfileMoved
    shown = {"ver": profile.ver, "day": profile.day, "shown": profile.text, "sig": profile.sig}
    return Profile.objects.update_or_create(account=person, defaults=shown)[0]


@transaction.atomic
def take_endorsement(data: bytes, *, by: DeskUser, now: datetime) -> Endorsement:
    """Take the roster's answer: from then on the programme stands behind this person."""
    paper = _read(data)
    person = _person_of(paper)
    _check(paper, person, today=day_of(now))
    people.give_role(person, paper.role)
    if paper.role == RoleName.SPECIALIST:
        prepare_seat(person)
    log_of(endorsement_leaf(programme().home, paper), today=day_of(now))
    until = {"until": paper.to_day}
    note(account=person, kind=Kind.ENDORSED, day=day_of(now), detail=until)
    return Endorsement.objects.create(
        account=person,
        kr_hash=paper.kr_hash,
        role=paper.role,
        display_name=paper.display_name,
        from_day=paper.from_day,
        to_day=paper.to_day,
        serial=paper.serial,
        sig=paper.sig,
    )


@transaction.atomic
def take_profile_down(person: Account) -> None:
    """Show nothing more of someone who closes their place."""
    Profile.objects.filter(account=person).delete()


def _read(data: bytes) -> EndorsementPaper:
    try:
        file = fields_of(json.loads(data[: LARGEST_FILE + 1]), _FILE)
        fields = fields_of(file["endorsement"], _FIELDS)
        raw = {
            name: base64url.from_text(fields[name], size=size)
            for name, size in (("account_id", 16), ("kr_hash", 32), ("sig", 64))
        }
    except (ValueError, RecursionError, DoesNotHold):
        raise BadFile from None
    if (file["kind"], file["version"]) != ("alongside-endorsement", 1):
        raise BadFile
    return EndorsementPaper(**fields | raw)


def _person_of(paper: EndorsementPaper) -> Account:
    try:
        return account_of_ref(paper.account_id)
    except NotYours:
        raise UnknownAccount from None


def _check(paper: EndorsementPaper, person: Account, *, today: int) -> None:
    records = records_of(person)
    here = programme()
    try:
        verify_endorsement(paper, home=here.home, roster=here.roster_key, records=records)
    except SignedByNobody:
        raise WrongSignature from None
    except DoesNotHold:
        known = is_same_lock(records, paper.kr_hash)
        raise (BadFile if known else UnknownAccount) from None
    if paper.to_day < today:
        raise Lapsed
    newer = {"account": person, "serial__gte": paper.serial}
    is_older = Endorsement.objects.filter(**newer).exists()
    is_taken_back = Revocation.objects.filter(**newer).exists()
    if is_older or is_taken_back or not _is_one_thing(paper, person):
        raise BadFile


def _is_one_thing(paper: EndorsementPaper, person: Account) -> bool:
    """A place is for one of these roles: its newest word is never for two."""
    others = Endorsement.objects.filter(account=person).exclude(role=paper.role)
    return paper.role in ENDORSED and not others.exists()
