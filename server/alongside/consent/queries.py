"""The only doors to what is told about people."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from alongside.consent.models import Emergency, EmergencyWrap, LinkBox, Telling, Wrap
from alongside.consent.rules import is_open_on
from alongside.ground.refusal import NotYours
from alongside.keys.queries import (
    Signed,
    is_supervisor_in_force,
    signed_of,
    supervisors_in_force,
)
from alongside.people.models import Account
from pse.base64url import from_text
from pse.emergency import Emergency as EmergencyPaper
from pse.package import CONSENT, TOLD, Package, Reader

_BYTES = {"id", "conv", "prev", "door", "purpose_hash", "terms_hash", "content_hash", "sig"}
_ENTRY_BYTES = {"id", "conv", "words_hash", "sig"}


def tellings_of(person: Account, *, today: int) -> QuerySet[Telling]:
    """Give everything a person signed, told or was told, oldest first.

    Whoever was told sees it only while it may be read, and the programme stands behind them.
    """
    mine = Q(client=person) | Q(specialist=person)
    if is_supervisor_in_force(person, today=today):
        days = Q(from_day__lte=today, until_day__gte=today)
        mine |= Q(recipient=person, ended_on=None) & days
    found = Telling.objects.filter(mine).select_related("client", "specialist", "recipient")
    return found.order_by("client_id", "n")


def telling_of(person: Account, ref: bytes, *, today: int) -> Telling:
    """Give one that its reader may read today; NotYours else, whatever the reason is."""
    found = tellings_of(person, today=today).filter(ref=ref, ended_on=None).first()
    if found is None or not is_open_on(found.from_day, found.until_day, today=today):
        raise NotYours
    return found


def signed_by(client: Account, ref: bytes) -> Telling:
    """Give one that a client signed; NotYours else."""
    found = Telling.objects.filter(client=client, ref=ref).first()
    if found is None:
        raise NotYours
    return found


def newest_of(client: Account) -> Telling | None:
    """Give the last one that a client signed."""
    return Telling.objects.filter(client=client).order_by("-n").first()


def with_link(ref: bytes, *, today: int) -> Telling | None:
    """Give one that goes out by a link and may be read today."""
    found = Telling.objects.filter(ref=ref, recipient=None, ended_on=None)
    telling = found.select_related("client", "specialist").first()
    if telling is None or not is_open_on(telling.from_day, telling.until_day, today=today):
        return None
    return telling


def link_box_of(telling: Telling) -> bytes:
    """Give what whoever has the link opens it with; empty where none is left."""
    found = LinkBox.objects.filter(telling=telling).first()
    return b"" if found is None else bytes(found.box)


def wraps_for(person: Account, tellings: Iterable[Telling], *, box: int) -> dict[int, bytes]:
    """Give a person's keys to one of the boxes, by telling, in one question."""
    found = Wrap.objects.filter(account=person, box=box, telling__in=list(tellings))
    return dict(found.values_list("telling_id", "wrap"))


def wrap_of(person: Account, telling: Telling) -> bytes:
    """Give a reader's key to what is told; NotYours for anybody else."""
    wrap = wraps_for(person, [telling], box=TOLD).get(telling.pk)
    if wrap is None:
        raise NotYours
    return wrap


def consent_wraps(person: Account, tellings: Iterable[Telling]) -> dict[int, bytes]:
    """Give a person's keys to the consents, which stay for the account."""
    return wraps_for(person, tellings, box=CONSENT)


def emergencies_of(person: Account, *, today: int) -> QuerySet[Emergency]:
    """Give the entries a person made, was asked to confirm, or was told of.

    A supervisor sees them only while the programme stands behind them.
    """
    mine = Q(client=person, told_on__isnull=False) | Q(specialist=person)
    if is_supervisor_in_force(person, today=today):
        mine |= Q(supervisor=person)
    found = Emergency.objects.filter(mine).select_related("client", "specialist", "supervisor")
    return found.order_by("id")


def emergency_of(person: Account, ref: bytes, *, today: int) -> Emergency:
    """Give one entry to somebody who may see it; NotYours else."""
    found = emergencies_of(person, today=today).filter(ref=ref).first()
    if found is None:
        raise NotYours
    return found


def emergency_wraps(person: Account, entries: Iterable[Emergency]) -> dict[int, bytes]:
    """Give a person's keys to the words of entries, in one question."""
    found = EmergencyWrap.objects.filter(account=person, emergency__in=list(entries))
    return dict(found.values_list("emergency_id", "wrap"))


def at_desk() -> QuerySet[Emergency]:
    """Give the entries that somebody has to look at: not told yet, or not confirmed.

    Whoever closed their place is told nothing any more.
    """
    waits = Q(told_on=None, client__closed=False) | Q(confirmed_on=None)
    found = Emergency.objects.filter(waits).select_related("specialist", "client")
    return found.order_by("look_on", "id")


def emergency_at_desk(id: int) -> Emergency:
    """Give one entry by its number, for the desk; NotYours else."""
    found = Emergency.objects.filter(pk=id).first()
    if found is None:
        raise NotYours
    return found


def newest_overdue_look(*, today: int) -> int | None:
    """Give the newest day on which somebody should have looked again; None without any."""
    late = Emergency.objects.filter(told_on=None, look_on__lt=today, client__closed=False)
    return late.order_by("look_on").values_list("look_on", flat=True).last()


def supervisors(*, today: int) -> list[Signed]:
    """Give the people who can be told here, with all that is signed about them."""
    people = supervisors_in_force(today=today)
    found = signed_of(people)
    return [found[one.pk] for one in people]


def package_of(paper: dict[str, Any]) -> Package:
    """Read a header as it is kept."""
    return Package(**_read(paper, _BYTES))


def entry_of(paper: dict[str, Any]) -> EmergencyPaper:
    """Read an entry as it is kept."""
    return EmergencyPaper(**_read(paper, _ENTRY_BYTES))


def _read(paper: dict[str, Any], raw: set[str]) -> dict[str, Any]:
    readers = tuple(
        Reader(from_text(one["account_id"]), from_text(one["kr_hash"]), one["part"])
        for one in paper["readers"]
    )
    fields = {name: from_text(value) if name in raw else value for name, value in paper.items()}
    return {**fields, "readers": readers}
