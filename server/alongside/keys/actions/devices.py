"""One's own device as a way in: opening with it, signing it out, and letting it back."""

import hmac
from datetime import datetime

from django.db import transaction

from alongside.ground import clock
from alongside.ground.refusal import Refused
from alongside.ground.secrets import server_key
from alongside.keys.actions.coming_in import Entered, is_username
from alongside.keys.actions.told import tell_destroyed
from alongside.keys.models import Slot
from alongside.keys.queries import device_named, device_of, words_slot_of
from alongside.keys.rules import WRONG_NUMBERS
from alongside.people import actions as people
from alongside.people.models import Account, Scope, Token
from alongside.people.rules import is_fresh
from pse.account import DEVICE
from pse.ticket import verifier_of


class DeviceIsGone(Refused):
    """This device opens nothing: never did, was removed, or was guessed at too often."""

    code = "device-gone"
    words = "This device does not open this place any more. Please use your five words."


class WordsFirst(Refused):
    """This device was signed out from elsewhere; it opens again after the five words."""

    code = "words-first"
    words = "This device was signed out. Please use your five words once."


class WrongNumber(Refused):
    """Not this device's short number; says how many tries are left."""

    code = "wrong-number"
    words = "That number does not open this device."
    status = 401

    def __init__(self, *, left: int) -> None:
        super().__init__()
        self.left = left


class NotFresh(Refused):
    """Whoever changes a way in has opened their place a moment ago."""

    code = "not-fresh"
    words = "Please give your five words once more."


def sign_in_by_device(username: str, slot_id: bytes, auth: bytes, *, now: datetime) -> Entered:
    """Open the door from one's own device; after five wrong numbers there is no such device."""
    device = device_named(username, slot_id) if is_username(username) else None
    if device is None:
        raise DeviceIsGone
    if device.suspended:
        raise WordsFirst
    left = _take_number(device)
    given = verifier_of(server_key(), device.account.ref, DEVICE, auth)
    if not hmac.compare_digest(given, device.verifier):
        _wrong(device, left=left)
    Slot.objects.filter(pk=device.pk).update(wrong=0)
    way = device.slot_id
    return Entered(people.sign_in(device.account, scope=Scope.FULL, now=now, way=way), device)


@transaction.atomic
def sign_out_device(person: Account, slot_id: bytes) -> None:
    """End what one device opened, at once; it asks for the five words next time."""
    device = device_of(person, slot_id)
    Slot.objects.filter(pk=device.pk).update(suspended=True)
    people.sign_out_way(person, device.slot_id)


@transaction.atomic
def let_device_back(token: Token, slot_id: bytes, *, now: datetime) -> None:
    """After the five words a device that was signed out opens again; NotFresh else."""
    device = device_of(token.account, slot_id)
    by_words = token.way == words_slot_of(token.account).slot_id
    if not by_words or not is_fresh(token.expires_at, now=now):
        raise NotFresh
    Slot.objects.filter(pk=device.pk).update(suspended=False, wrong=0)
    people.came_by(token, device.slot_id)


@transaction.atomic
def _take_number(device: Slot) -> int:
    """Count a try before it is judged, so that many at once are no way around."""
    kept = Slot.objects.select_for_update().filter(pk=device.pk).first()
    if kept is None or kept.wrong >= WRONG_NUMBERS:
        raise DeviceIsGone
    kept.wrong += 1
    kept.save(update_fields=["wrong"])
    return WRONG_NUMBERS - kept.wrong


def _wrong(device: Slot, *, left: int) -> None:
    if left > 0:
        raise WrongNumber(left=left)
    with transaction.atomic():
        people.sign_out_way(device.account, device.slot_id)
        Slot.objects.filter(pk=device.pk).delete()
        tell_destroyed(device.account, DEVICE, today=clock.today())
    raise DeviceIsGone
