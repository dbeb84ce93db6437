"""Notes to devices: each is claimed first, handed over, and tried again later if need be."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import F

from alongside.ground.clock import day_of
from alongside.notices import pushing, upcoming
from alongside.notices.actions.hearing import drop_device
from alongside.notices.actions.missing import owe_what_was_missed, was_told
from alongside.notices.models import Device, Reach
from alongside.notices.queries import waiting_devices
from alongside.notices.rules import (
    LOOKS_AHEAD,
    MOST_REFUSALS,
    NEAR,
    NEW,
    is_quiet,
    next_try,
)
from alongside.notices.zones import zone_named


def push_waiting(*, now: datetime) -> None:
    """Tell every device that a note waits for; a service that fails is asked once a round."""
    silent: set[str] = set()
    for device in waiting_devices(now=now):
        host = urlsplit(device.endpoint).netloc
        if rests(device.reach, now):
            continue
        if host in silent:
            _try_later(device, now=now)
        elif not _push(device, now=now):
            silent.add(host)


def rests(reach: Reach, now: datetime) -> bool:
    """Say whether these are somebody's quiet hours, by the clock where they are."""
    zone = zone_named(reach.zone) or UTC
    return is_quiet(now, zone=zone, begins=reach.quiet_from, ends=reach.quiet_to)


def said_now(reach: Reach, kind: int, *, now: datetime) -> int:
    """Give what a note says that waited for its way: a time is near only while it is.

    Once it began, was moved or called off, there is something new to see, and that is said.
    """
    if kind != NEAR:
        return kind
    mine = {reach.account_id or 0}
    return NEAR if upcoming.coming(mine, since=now, until=now + LOOKS_AHEAD) else NEW


def _push(device: Device, *, now: datetime) -> bool:
    """Hand one note over; says whether its service answers."""
    if not Device.objects.filter(pk=device.pk, waits=device.waits).update(waits=0):
        return True
    kind = said_now(device.reach, device.waits, now=now)
    try:
        pushing.push(device, kind=kind, now=now)
    except pushing.Gone:
        _drop(device, now=now)
    except pushing.NotTaken:
        _was_refused(device, kind=kind, now=now)
    except pushing.Unreached:
        _try_later(device, kind=kind, now=now)
        return False
    else:
        Device.objects.filter(pk=device.pk).update(failures=0, refusals=0, try_after_at=None)
        was_told(device.reach)
    return True


@transaction.atomic
def _drop(device: Device, *, now: datetime) -> None:
    drop_device(device, today=day_of(now))
    owe_what_was_missed(device.reach_id)


@transaction.atomic
def _was_refused(device: Device, *, kind: int, now: datetime) -> None:
    """After a few refusals in a row the device is told no more: nobody knows us there."""
    Device.objects.filter(pk=device.pk).update(refusals=F("refusals") + 1)
    if device.refusals + 1 >= MOST_REFUSALS:
        _drop(device, now=now)
    else:
        _try_later(device, kind=kind, now=now)


def _try_later(device: Device, *, now: datetime, kind: int | None = None) -> None:
    """It waits still, unless they came in meanwhile; each time a little longer."""
    failures = device.failures + 1
    told = Device.objects.filter(pk=device.pk, reach__told=True)
    told.update(
        waits=device.waits if kind is None else kind,
        failures=min(failures, 100),
        try_after_at=next_try(now, failures=failures),
    )
