"""What vectors of a device's slot and of a passkey's have in common."""

from collections.abc import Mapping
from typing import Any

from pse.account import Lock, Slot, open_slot, seal_slot

from .ops_primitives import given_chance
from .scene import HOME, newcomer

In = Mapping[str, Any]


def seal_given(lock: Lock, given: In) -> bytes:
    """The box of a slot sealed as a case says."""
    return seal_slot(
        lock,
        given["root_key"],
        home=given["home"],
        account_id=given["account_id"],
        g=0,
        chance=given_chance(given["nonce"]),
    ).box


def open_given(lock: Lock, given: In) -> bytes:
    """The root key in a case's slot."""
    home, account_id = given["home"], given["account_id"]
    return open_slot(Slot(**given["slot"]), lock, home=home, account_id=account_id, g=0)


def adas_slot(lock: Lock, nonce: bytes) -> Slot:
    """Ada's root key under this lock."""
    ada = newcomer("ada").person
    return seal_slot(
        lock,
        ada.root_key,
        home=HOME,
        account_id=ada.account_id,
        g=0,
        chance=lambda size: nonce[:size],
    )
