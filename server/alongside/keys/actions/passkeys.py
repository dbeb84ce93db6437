"""A passkey as a way in: it comes without a name, and what it derived opens or does not."""

import hmac
from datetime import datetime

from alongside.ground.identifiers import to_text
from alongside.ground.refusal import Refused
from alongside.ground.secrets import server_key
from alongside.keys.actions.coming_in import NOBODY, Entered
from alongside.keys.models import Slot
from alongside.keys.queries import passkeys_at
from alongside.people import actions as people
from alongside.people.models import Scope
from alongside.people.tries import Door, forgive, take_try
from pse.account import PASSKEY
from pse.ticket import verifier_of


class PasskeyIsGone(Refused):
    """This passkey opens nothing: never did, does not yet, or was removed. All look alike."""

    code = "passkey-gone"
    words = "This passkey opens no place here. Please use your five words."


def sign_in_by_passkey(slot_id: bytes, auth: bytes, *, address: str, now: datetime) -> Entered:
    """Open the door with a passkey; PasskeyIsGone or SlowDown.

    An id that nobody has takes the same steps as one that somebody has.
    """
    door = Door("PASSKEY", to_text(slot_id), address)
    take_try(door, now=now)
    slot = _opened_by(auth, passkeys_at(slot_id))
    if slot is None:
        raise PasskeyIsGone
    forgive(door)
    way = slot.slot_id
    return Entered(people.sign_in(slot.account, scope=Scope.FULL, now=now, way=way), slot)


def _opened_by(auth: bytes, slots: list[Slot]) -> Slot | None:
    kept = [(slot.account.ref, slot.verifier) for slot in slots] or [(NOBODY, NOBODY * 2)]
    fits = [
        hmac.compare_digest(verifier_of(server_key(), owner, PASSKEY, auth), verifier)
        for owner, verifier in kept
    ]
    return slots[fits.index(True)] if slots and any(fits) else None
