"""Notes and codes that go out as texts: each is claimed first, and tried again if need be."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from alongside.ground.clock import day_of
from alongside.notices import letters, texting
from alongside.notices.actions.hearing import drop_phone, settle_ways
from alongside.notices.actions.missing import owe_what_was_missed, was_told
from alongside.notices.actions.pushed import rests, said_now
from alongside.notices.links import code_of
from alongside.notices.models import Device, Phone, Reach
from alongside.notices.queries import waiting_codes, waiting_phones
from alongside.notices.rules import next_try
from alongside.notices.texting import Outcome


def let_phones_count() -> None:
    """A phone is a way to somebody only while this house sends texts.

    Where it sends none any more nothing waits for one: mail and devices count alone, and what
    only a text was to tell of is owed again.
    """
    known = Phone.objects.filter(confirmed=True)
    if texting.is_ready():
        for phone in known.filter(reach__hears=False).select_related("reach"):
            settle_ways(phone.reach)
        return
    has_device = Exists(Device.objects.filter(reach=OuterRef("pk")))
    counted = Q(waits__gt=0) | (Q(reach__hears=True) & ~has_device)
    for pk in known.filter(counted).values_list("pk", flat=True):
        _count_no_more(pk)


@transaction.atomic
def _count_no_more(reach_id: int) -> None:
    reach = Reach.objects.select_for_update().filter(pk=reach_id).first()
    phone = Phone.objects.filter(pk=reach_id).first()
    if reach is None or phone is None:
        return
    Phone.objects.filter(pk=reach_id).update(waits=0, failures=0, try_after_at=None)
    settle_ways(reach)
    if phone.waits and not reach.hears and not (reach.confirmed and reach.turned_on):
        Reach.objects.filter(pk=reach_id).update(missed=phone.waits)
    owe_what_was_missed(reach_id)


def text_waiting(*, now: datetime) -> None:
    """Send what waits: codes at any hour, notes outside quiet hours.

    A provider that takes nothing now is left alone for the rest of the round.
    """
    if not texting.is_ready():
        return
    is_open = True
    for phone in waiting_codes(now=now):
        is_open = is_open and _send_code(phone)
    for phone in waiting_phones(now=now):
        if rests(phone.reach, now):
            continue
        if is_open:
            is_open = _send_note(phone, now=now)
        else:
            _try_later(phone, now=now)


def _send_code(phone: Phone) -> bool:
    """Somebody is looking at their phone; says whether the provider answers."""
    mine = Phone.objects.filter(pk=phone.pk, proof=phone.proof, confirmed=False)
    if not mine.filter(proof_waits=True).update(proof_waits=False):
        return True
    words = letters.code_text(code_of(bytes(phone.proof or b"")), lang=phone.reach.lang)
    outcome = texting.send(phone.number, words)
    if outcome is Outcome.REFUSED:
        mine.update(returned=True, proof=None)
    elif outcome is Outcome.LATER:
        mine.update(proof_waits=True)
    return outcome is not Outcome.LATER


def _send_note(phone: Phone, *, now: datetime) -> bool:
    mine = Phone.objects.filter(pk=phone.pk, number=phone.number)
    if not mine.filter(waits=phone.waits).update(waits=0):
        return True
    kind = said_now(phone.reach, phone.waits, now=now)
    outcome = texting.send(phone.number, letters.text_for(phone.reach, kind=kind))
    if outcome is Outcome.TAKEN:
        mine.update(failures=0, try_after_at=None)
        was_told(phone.reach)
    elif outcome is Outcome.REFUSED:
        _drop(phone, now=now)
    else:
        _try_later(phone, kind=kind, now=now)
    return outcome is not Outcome.LATER


@transaction.atomic
def _drop(phone: Phone, *, now: datetime) -> None:
    """They said STOP to the provider, or the number is nobody's any more."""
    reach = Reach.objects.select_for_update().filter(pk=phone.pk).first()
    if reach is not None and Phone.objects.filter(pk=phone.pk, number=phone.number).exists():
        drop_phone(reach, today=day_of(now))
    owe_what_was_missed(phone.pk)


def _try_later(phone: Phone, *, now: datetime, kind: int | None = None) -> None:
    """It waits still, unless they came in meanwhile; each time a little longer."""
    failures = phone.failures + 1
    told = Phone.objects.filter(pk=phone.pk, number=phone.number, reach__told=True)
    told.update(
        waits=phone.waits if kind is None else kind,
        failures=min(failures, 100),
        try_after_at=next_try(now, failures=failures),
    )
