"""Asking for a certificate, a yes to it, its files, and taking it back."""

import secrets
from functools import partial

from django.db import transaction

from alongside.certificates import rules, signing
from alongside.certificates.models import Certificate, Issued, PlaceList, SigningKey
from alongside.certificates.queries import (
    certificate_of,
    could_ask,
    is_still_there,
    mine,
    signing_key,
)
from alongside.certificates.rules import (
    LONGEST_NAME,
    MOST,
    MOST_FILES,
    PLACES,
    Chosen,
    NotACertificate,
    State,
    Vouched,
    line_of,
)
from alongside.ground.refusal import NotYours
from alongside.people.announcements import PlaceClosed
from alongside.people.models import Account
from alongside.programme.queries import languages, programme

# What stands in place of a title that its holder leaves out.
NEUTRAL = {"en": "Certificate", "es": "Certificado"}


@transaction.atomic
def make_key(*, old_got_out: bool, today: int) -> SigningKey:
    """Make a key that signs from now on; the one before stops, and holds on or does not."""
    if not signing.is_here():
        raise NotACertificate("no-library")
    _list()
    old = SigningKey.objects.filter(stopped_on=None)
    stopped = list(old.values_list("pk", flat=True))
    old.update(stopped_on=today, got_out=old_got_out)
    made = SigningKey.objects.create(public=secrets.token_bytes(32), made_on=today)
    made.public = signing.made_key(made.pk)
    made.save(update_fields=["public"])
    for one in stopped:
        transaction.on_commit(partial(signing.forget_secret, one))
    return made


@transaction.atomic
def ask(person: Account, source: int, number: int, *, known_as: str) -> Certificate:
    """Ask the programme to stand by something of one's own. NotYours, NotACertificate."""
    Account.objects.select_for_update().get(pk=person.pk)
    found = next(
        (one for one in could_ask(person) if (one.source, one.number) == (source, number)), None
    )
    if found is None:
        raise NotYours
    if signing_key() is None:
        raise NotACertificate("certificate-no-key")
    if len(mine(person)) >= MOST:
        raise NotACertificate("certificate-many")
    return Certificate.objects.create(
        account=person,
        source=source,
        number=number,
        known_as=line_of(known_as, longest=LONGEST_NAME, code="certificate-name"),
        title=found.title,
        done_on=found.done_on,
        runs_out_on=found.runs_out_on,
    )


@transaction.atomic
def let_go(person: Account, number: int) -> None:
    """Take back what one asked for, or has: every file of it says so from now on."""
    one = _locked(number)
    if one.account_id != person.pk:
        raise NotYours
    _take_files_back(one)
    one.delete()


@transaction.atomic
def say_yes(number: int, what: Vouched) -> None:
    """Stand by what somebody asked for. NotYours for what is asked, or is there, no more."""
    one = _locked(number)
    if one.state != State.ASKED or not is_still_there(one):
        raise NotYours
    one.title, one.hours, one.done_on = what.title, what.hours, what.done_on
    one.state = State.STANDS
    one.save(update_fields=["title", "hours", "done_on", "state"])


@transaction.atomic
def say_not_now(number: int) -> None:
    """Say not now; whoever asked sees it. NotYours for what is asked no more."""
    one = _locked(number)
    if one.state != State.ASKED:
        raise NotYours
    one.state, one.known_as = State.NOT_NOW, ""
    one.save(update_fields=["state", "known_as"])


@transaction.atomic
def take_back(number: int) -> None:
    """Stand by it no longer: every file of it says so from now on. NotYours if none stands."""
    one = _locked(number)
    if one.state != State.STANDS:
        raise NotYours
    _take_files_back(one)
    one.state, one.known_as = State.TAKEN_BACK, ""
    one.save(update_fields=["state", "known_as"])


@transaction.atomic
def make_file(person: Account, number: int, chosen: Chosen) -> str:
    """Make one file for its holder, with what they chose; it is told once and kept nowhere."""
    one = certificate_of(person, _locked(number).pk)
    key = signing_key()
    if one.state != State.STANDS or key is None:
        raise NotACertificate("certificate-not-now")
    if one.issued.count() >= MOST_FILES:
        raise NotACertificate("certificate-files")
    name = line_of(chosen.name, longest=LONGEST_NAME, code="certificate-name")
    places = _list()
    place = rules.free_place(bytes(places.taken), below=secrets.randbelow)
    made = signing.signed(
        one,
        Chosen(name, chosen.programme, chosen.title, chosen.hours, chosen.day),
        programme=programme().name,
        neutral=NEUTRAL.get(languages()[0], NEUTRAL["en"]),
        place=place,
        by=key,
    )
    places.taken = rules.with_bits(bytes(places.taken), [place])
    places.save(update_fields=["taken"])
    Issued.objects.create(certificate=one, place=place)
    return made


@transaction.atomic
def forget_of_closed(closed: PlaceClosed) -> None:
    """Whoever closes their place leaves no row; what they made holds on, and names nobody."""
    Certificate.objects.filter(account=closed.account).delete()


def _locked(number: int) -> Certificate:
    found = Certificate.objects.select_for_update().filter(pk=number).first()
    if found is None:
        raise NotYours
    return found


def _take_files_back(one: Certificate) -> None:
    gone = list(one.issued.values_list("place", flat=True))
    if not gone:
        return
    places = _list()
    places.back = rules.with_bits(bytes(places.back), gone)
    places.save(update_fields=["back"])
    one.issued.all().delete()


def _list() -> PlaceList:
    """Give the one row, held until the transaction is over."""
    empty = bytes(PLACES // 8)
    PlaceList.objects.get_or_create(pk=1, defaults={"taken": empty, "back": empty})
    return PlaceList.objects.select_for_update().get(pk=1)
