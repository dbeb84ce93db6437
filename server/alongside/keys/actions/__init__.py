"""Deeds with ways in, sealed state and signed papers; one transaction each."""

from alongside.keys.actions.changes import ask_change, cancel_change, finish_change
from alongside.keys.actions.coming_in import sign_in, sign_up
from alongside.keys.actions.devices import (
    let_device_back,
    sign_in_by_device,
    sign_out_device,
)
from alongside.keys.actions.ending import owe_for_endings
from alongside.keys.actions.key_log import keep_cosignature, log_of
from alongside.keys.actions.letting_go import forget_who_left
from alongside.keys.actions.new_lock import renew_lock
from alongside.keys.actions.passkeys import sign_in_by_passkey
from alongside.keys.actions.renewing import renew_wrapping_key
from alongside.keys.actions.revoking import take_revocation
from alongside.keys.actions.signed import put_profile, take_endorsement
from alongside.keys.actions.state import save_state
from alongside.keys.actions.ways_in import (
    destroy_ways_in,
    prove_words,
    renew_spare,
    renew_ways_in,
    see_spare,
)

__all__ = [
    "ask_change",
    "cancel_change",
    "destroy_ways_in",
    "finish_change",
    "forget_who_left",
    "keep_cosignature",
    "let_device_back",
    "log_of",
    "owe_for_endings",
    "prove_words",
    "put_profile",
    "renew_lock",
    "renew_spare",
    "renew_ways_in",
    "renew_wrapping_key",
    "save_state",
    "see_spare",
    "sign_in",
    "sign_in_by_device",
    "sign_in_by_passkey",
    "sign_out_device",
    "sign_up",
    "take_endorsement",
    "take_revocation",
]
