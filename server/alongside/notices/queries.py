"""The only doors to where people can be reached."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from alongside.ground.identifiers import from_text
from alongside.ground.refusal import NotYours
from alongside.notices.links import CONFIRM, STOP, calendar_hash, ref_in
from alongside.notices.models import Device, Feed, Outbox, Owed, Phone, Reach
from alongside.people.models import Account, DeskUser

Somebody = Account | DeskUser
_MAIL = ("failures", "trouble", "try_after_at")


def reach_of(somebody: Somebody) -> Reach | None:
    """Give where somebody can be reached; None if they left no address."""
    return Reach.objects.filter(of(somebody)).first()


def reach_to_confirm(token: str, *, now: datetime) -> Reach:
    """Give whose address a link confirms; NotYours once it was used or is a day old."""
    proof = ref_in(CONFIRM, token)
    found = Reach.objects.filter(proof=proof, proof_until__gt=now).first()
    if found is None:
        raise NotYours
    return found


def reach_to_stop(token: str) -> Reach | None:
    """Give whose notes a link stops; None if they are gone already, NotYours if it is none."""
    return Reach.objects.filter(ref=ref_in(STOP, token)).first()


def waiting_proofs() -> list[Reach]:
    """Give every address that still gets its link, oldest first."""
    return list(Reach.objects.filter(proof_waits=True).order_by("id"))


def owed_reaches() -> list[Reach]:
    """Give everybody who is owed a note, in the order in which they left their address."""
    owed = Q(pk__in=Owed.objects.values("reach_id")) | Q(is_near=True)
    return list(Reach.objects.filter(owed).order_by("id"))


def reminded_people() -> QuerySet[Reach]:
    """Give whoever asked for a note before a time they keep free, and can be told."""
    told = Q(hears=True) | Q(confirmed=True, turned_on=True)
    asked = Q(day_before=True) | Q(hour_before=True)
    return Reach.objects.filter(told, asked, account__isnull=False).order_by("id")


def has_calendar(person: Account) -> bool:
    """Say whether a person's calendar has an address."""
    return Feed.objects.filter(reach__account=person).exists()


def reach_of_calendar(token: str) -> Reach:
    """Give whose calendar an address opens; NotYours for one that was none, or has ended."""
    try:
        raw = from_text(token, length=32)
    except ValueError:
        raise NotYours from None
    found = Feed.objects.select_related("reach").filter(token_hash=calendar_hash(raw)).first()
    if found is None:
        raise NotYours
    return found.reach


def devices_of(somebody: Somebody) -> list[Device]:
    """Give the devices of one's own that hear of something new."""
    mine = Reach.objects.filter(of(somebody)).values("pk")
    return list(Device.objects.filter(reach__in=mine).order_by("id"))


def waiting_devices(*, now: datetime) -> list[Device]:
    """Give the devices to which a note still has to go, and may be tried again now."""
    ready = Q(try_after_at=None) | Q(try_after_at__lte=now)
    waiting = Device.objects.select_related("reach__account").filter(ready, waits__gt=0)
    return list(waiting.order_by("id"))


def phone_of(person: Account) -> Phone | None:
    """Give the phone a person left the number of; None for none."""
    return Phone.objects.filter(reach__account=person).first()


def waiting_codes(*, now: datetime) -> list[Phone]:
    """Give the phones that still get their code, the oldest first."""
    waiting = Phone.objects.filter(confirmed=False, proof_waits=True, proof_until__gt=now)
    return list(waiting.select_related("reach").order_by("proof_until", "pk"))


def waiting_phones(*, now: datetime) -> list[Phone]:
    """Give the phones to which a note still has to go, and may be tried again now."""
    ready = Q(try_after_at=None) | Q(try_after_at__lte=now)
    waiting = Phone.objects.filter(ready, waits__gt=0, confirmed=True)
    return list(waiting.select_related("reach").order_by("pk"))


def wanting_coordinators() -> QuerySet[Reach]:
    """Give the coordinators who want notes."""
    wanting = Reach.objects.filter(confirmed=True, turned_on=True)
    return wanting.filter(desk_user__isnull=False).order_by("id")


def outbox() -> Outbox:
    """Say how the mail server has been."""
    return Outbox.objects.filter(pk=1).first() or Outbox()


def at_the_desk(by: DeskUser) -> tuple[bool, Outbox]:
    """Say whether a coordinator was told or is owed anything, and how the mail server is."""
    owed = Q(told=True) | Q(is_near=True) | Q(Exists(Owed.objects.filter(reach=OuterRef("pk"))))
    kept = Outbox.objects.filter(pk=1)
    found = DeskUser.objects.filter(pk=by.pk).values_list(
        Exists(Reach.objects.filter(of(by)).filter(owed)),
        *(Subquery(kept.values(name)) for name in _MAIL),
    )
    told, *mail = found.get()
    known = {name: value for name, value in zip(_MAIL, mail, strict=True) if value is not None}
    return told, Outbox(**known)


def of(somebody: Somebody) -> Q:
    """Name the row of a person: an account's or a coordinator's."""
    if isinstance(somebody, DeskUser):
        return Q(desk_user=somebody)
    return Q(account=somebody)
