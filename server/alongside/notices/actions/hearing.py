"""A device of one's own hears of something new, until it is told no more."""

from dataclasses import dataclass
from typing import Protocol

from django.db import transaction
from django.db.models import QuerySet

from alongside.ground import clock
from alongside.ground.identifiers import new_identifier
from alongside.ground.refusal import Refused
from alongside.notices import pushing, texting
from alongside.notices.models import Device, Feed, Phone, Reach
from alongside.notices.queries import of
from alongside.notices.rules import MOST_DEVICES
from alongside.people.models import Account
from alongside.programme.queries import one_that_is_on
from alongside.wall.actions import Kind, note

MAIL, DEVICE, TEXT, CALENDAR = 1, 2, 3, 4


class NoPush(Refused):
    """This browser named no push service that we hand notes to."""

    code = "no-push"
    words = "This browser cannot get short notes from here."


class TooManyDevices(Refused):
    """A few devices of one's own are enough."""

    code = "too-many-devices"
    words = "Five devices get notes already. Turn one of them off first."


class OfOne(Protocol):
    """An announcement about one person."""

    @property
    def account(self) -> Account:
        """Give them."""


class OfWay(OfOne, Protocol):
    """An announcement about one of their ways in."""

    @property
    def way(self) -> bytes:
        """Give which."""


@dataclass(frozen=True)
class Subscription:
    """What a browser gave: the address of its push service, its key and its secret."""

    endpoint: str
    public: bytes
    secret: bytes


@transaction.atomic
def hear_here(person: Account, way: bytes, given: Subscription, *, today: int) -> None:
    """Let the device with this way in hear of something new; a second time takes its place."""
    if not pushing.may_push_to(given.endpoint) or not pushing.is_public_key(given.public):
        raise NoPush
    # One browser is one device: whoever had it before is told there no more.
    same = Device.objects.filter(endpoint=given.endpoint)
    _drop(same.exclude(reach__account=person), today=today)
    reach = held_or_new(person)
    had_it, _ = same.filter(reach=reach).exclude(way=way).delete()
    others = Device.objects.filter(reach=reach).exclude(way=way)
    if others.count() >= MOST_DEVICES:
        raise TooManyDevices
    fields = {
        "endpoint": given.endpoint,
        "public": given.public,
        "secret": given.secret,
        "waits": 0,
        "failures": 0,
        "refusals": 0,
        "try_after_at": None,
    }
    _, is_new = Device.objects.update_or_create(reach=reach, way=way, defaults=fields)
    settle_ways(reach)
    if is_new and not had_it:
        tell_way(reach, DEVICE, is_on=True, today=today)


@transaction.atomic
def hush(person: Account, way: bytes, *, today: int) -> None:
    """Tell the device with this way in nothing any more; hushing twice changes nothing."""
    _drop(Device.objects.filter(reach__account=person, way=way), today=today)


@transaction.atomic
def hush_all(person: Account, *, today: int) -> None:
    """Tell no device of a person anything any more."""
    _drop(Device.objects.filter(reach__account=person), today=today)


def hush_left(made: OfWay) -> None:
    """A device that was left, lost or signed out hears nothing any more."""
    hush(made.account, made.way, today=clock.today())


def hush_everywhere(made: OfOne) -> None:
    """Whoever leaves everywhere at once, or has a new lock, is told by no device any more.

    Neither a phone nor their calendar's address any more: somebody else may have left them.
    """
    today = clock.today()
    hush_all(made.account, today=today)
    reach = Reach.objects.select_for_update().filter(of(made.account)).first()
    if reach is None:
        return
    drop_phone(reach, today=today, settles=False)
    if Feed.objects.filter(reach=reach).delete()[0]:
        tell_way(reach, CALENDAR, is_on=False, today=today)
    settle_ways(reach)


def held_or_new(person: Account, *, lang: str = "") -> Reach:
    """Hold how somebody is reached; made with the usual quiet hours if they had none."""
    held = Reach.objects.select_for_update().filter(of(person)).first()
    lang = one_that_is_on(lang)
    return held or Reach.objects.create(account=person, ref=new_identifier(), lang=lang)


def settle_ways(reach: Reach) -> None:
    """Remember whether anything tells them beside mail; with nothing left, forget the row."""
    phones = Phone.objects.filter(reach=reach)
    has_phone = texting.is_ready() and phones.filter(confirmed=True).exists()
    reach.hears = has_phone or Device.objects.filter(reach=reach).exists()
    if not reach.hears and not reach.address and not has_more(reach):
        reach.delete()
        return
    reach.save(update_fields=["hears"])


def has_more(reach: Reach) -> bool:
    """Say whether their calendar has an address, or the number of a phone was left."""
    ways = [each.objects.filter(reach=reach) for each in (Feed, Phone)]
    return any(way.exists() for way in ways)


def tell_way(reach: Reach, way: int, *, is_on: bool, today: int) -> None:
    """Tell the person on their wall that notes reach them by one way, or no more."""
    if reach.account is None:
        return
    kind = Kind.NOTES_ON if is_on else Kind.NOTES_OFF
    note(account=reach.account, kind=kind, day=today, detail={"what": way})


def drop_phone(reach: Reach, *, today: int, settles: bool = True) -> None:
    """Forget a phone, and say so on the wall if notes went there."""
    phone = Phone.objects.filter(reach=reach).first()
    if phone is None:
        return
    phone.delete()
    if phone.confirmed:
        tell_way(reach, TEXT, is_on=False, today=today)
    if settles:
        settle_ways(reach)


@transaction.atomic
def drop_device(device: Device, *, today: int) -> None:
    """Forget one device, and say so on the wall; dropping it twice changes nothing."""
    _drop(Device.objects.filter(pk=device.pk), today=today)


def _drop(devices: QuerySet[Device], *, today: int) -> None:
    for device in devices.select_related("reach__account").order_by("id"):
        reach = Reach.objects.select_for_update().filter(pk=device.reach_id).first()
        deleted, _ = Device.objects.filter(pk=device.pk).delete()
        if reach is not None and deleted:
            tell_way(reach, DEVICE, is_on=False, today=today)
            settle_ways(reach)
