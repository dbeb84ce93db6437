"""The only doors to certificates, to what somebody could ask for, and to the keys."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from alongside.certificates.models import Certificate, PlaceList, SigningKey
from alongside.certificates.rules import PLACES, Source, State
from alongside.ground.refusal import NotYours
from alongside.people.models import Account
from alongside.programme.models import Credential
from alongside.ripple.models import Step


@dataclass(frozen=True)
class CouldAsk:
    """Something of one's own for which one has not asked yet."""

    source: int
    number: int
    title: str
    done_on: int | None
    runs_out_on: int | None


@dataclass(frozen=True)
class Listed:
    """What the desk is shown of those in one state: a page of them."""

    rows: list[Certificate]
    has_more: bool


def mine(person: Account) -> list[Certificate]:
    """Give one's own, with how many files there are of each; at most `rules.MOST`."""
    return list(_with_files().filter(account=person).order_by("pk"))


def could_ask(person: Account) -> list[CouldAsk]:
    """Give the steps somebody took and the rows of their record, without those asked for."""
    asked = set(Certificate.objects.filter(account=person).values_list("source", "number"))
    steps = Step.objects.filter(account=person, quarter__isnull=False).order_by("role")
    found = [CouldAsk(role, 0, "", None, None) for role in steps.values_list("role", flat=True)]
    found += [
        CouldAsk(Source.RECORD, row.pk, row.what, row.done_on, row.runs_out_on)
        for row in Credential.objects.filter(account=person).order_by("-done_on", "-pk")
    ]
    return [one for one in found if (one.source, one.number) not in asked]


def is_still_there(one: Certificate) -> bool:
    """Say whether the step was not taken back since, nor the row taken out of the record."""
    if one.source == Source.RECORD:
        return Credential.objects.filter(account=one.account_id, pk=one.number).exists()
    taken = Step.objects.filter(account=one.account_id, quarter__isnull=False)
    return taken.filter(role=one.source).exists()


def certificate_of(person: Account, number: int) -> Certificate:
    """Give one of somebody's own; NotYours for any other."""
    found = _with_files().filter(account=person, pk=number).first()
    if found is None:
        raise NotYours
    return found


def at_desk(state: State, *, page: int, size: int) -> Listed:
    """Give a page of those in one state, the oldest first, of places that are open."""
    first = (page - 1) * size
    found = _with_files().filter(state=state, account__closed=False).select_related("account")
    rows = list(found.order_by("pk")[first : first + size + 1])
    return Listed(rows[:size], has_more=len(rows) > size)


def signing_key() -> SigningKey | None:
    """Give the key that signs now; None before the first was made."""
    return SigningKey.objects.filter(stopped_on=None).order_by("-pk").first()


def keys_that_hold() -> list[SigningKey]:
    """Give every key whose word counts: the one that signs, and older ones; newest first."""
    return list(SigningKey.objects.filter(got_out=False).order_by("-pk"))


def taken_back() -> bytes:
    """Give the bits of the list: one for each place, set where a file was taken back."""
    row = PlaceList.objects.first()
    return bytes(PLACES // 8) if row is None else bytes(row.back)


def _with_files() -> QuerySet[Certificate]:
    return Certificate.objects.annotate(files=Count("issued"))
