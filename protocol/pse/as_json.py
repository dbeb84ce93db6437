"""Records as JSON values and back, as rooms and server exchange them (api.md)."""

from typing import Any

from .account import Slot, slot_hash_of
from .base64url import from_text, to_text
from .bundle import Bundle
from .endorsement import Endorsement
from .ids import HASH, ID
from .key_record import KeyRecord
from .profile import Profile
from .promise import Agreement
from .revocation import Revocation
from .signing import SIGNATURE
from .state import Part, State
from .strict_json import fields_of

Fields = dict[str, Any]
_SIZES = {
    "account_id": ID,
    "slot_id": ID,
    "rand": ID,
    "salt": ID,
    "ik": HASH,
    "ek": HASH,
    "prev": HASH,
    "kr_hash": HASH,
    "sig": SIGNATURE,
}


def key_record_json(record: KeyRecord) -> Fields:
    """A key record; `prev_sig` is empty for generation 0."""
    return _values(record)


def read_key_record(value: object) -> KeyRecord:
    """A key record from JSON values; Malformed or Unknown for other fields."""
    return KeyRecord(**_read(value, KeyRecord))


def endorsement_json(endorsement: Endorsement) -> Fields:
    """An endorsement."""
    return _values(endorsement)


def read_endorsement(value: object) -> Endorsement:
    """An endorsement from JSON values."""
    return Endorsement(**_read(value, Endorsement))


def revocation_json(revocation: Revocation) -> Fields:
    """The programme's word taken back."""
    return _values(revocation)


def read_revocation(value: object) -> Revocation:
    """A revocation from JSON values."""
    return Revocation(**_read(value, Revocation))


def profile_json(profile: Profile) -> Fields:
    """A profile: its strict JSON travels as base64url under `bytes`."""
    return {
        "ver": profile.ver,
        "day": profile.day,
        "bytes": to_text(profile.text),
        "sig": to_text(profile.sig),
    }


def read_profile_json(value: object) -> Profile:
    """A profile from JSON values."""
    fields = fields_of(value, {"ver": int, "day": int, "bytes": str, "sig": str})
    text, sig = from_text(fields["bytes"]), from_text(fields["sig"], size=SIGNATURE)
    return Profile(fields["ver"], fields["day"], text, sig)


def agreement_json(agreement: Agreement) -> Fields:
    """What a yes carries: day and signature."""
    return {"day": agreement.day, "sig": to_text(agreement.sig)}


def slot_json(slot: Slot) -> Fields:
    """A way in with its box."""
    return _values(slot)


def read_slot(value: object) -> Slot:
    """A way in from JSON values."""
    return Slot(**_read(value, Slot))


def slot_summary(slot: Slot) -> Fields:
    """A way in as `me` lists it: without its box."""
    return {
        "slot_id": to_text(slot.slot_id),
        "type": slot.type,
        "g": slot.g,
        "hash": to_text(slot_hash_of(slot)),
    }


def bundle_json(bundle: Bundle) -> Fields:
    """The sealed bundle."""
    return _values(bundle)


def read_bundle(value: object) -> Bundle:
    """The sealed bundle from JSON values."""
    return Bundle(**_read(value, Bundle))


def state_json(state: State, *, changed_since: State | None = None) -> Fields:
    """The sealed state with all its parts, or with those changed since another."""
    known = () if changed_since is None else changed_since.parts
    parts = [_values(part) for part in state.parts if part not in known]
    return {
        "g": state.g,
        "ctr": state.ctr,
        "prev": to_text(state.prev),
        "box": to_text(state.box),
        "parts": parts,
    }


def read_state(value: object) -> State:
    """The sealed state with all its parts from JSON values."""
    fields = fields_of(value, {"g": int, "ctr": int, "prev": str, "box": str, "parts": list})
    parts = tuple(Part(**_read(part, Part)) for part in fields["parts"])
    prev, box = from_text(fields["prev"], size=HASH), from_text(fields["box"])
    return State(fields["g"], fields["ctr"], prev, box, parts)


def _values(item: Any) -> Fields:
    given = {name: getattr(item, name) for name in type(item).__dataclass_fields__}
    return {
        name: to_text(value) if type(value) is bytes else value for name, value in given.items()
    }


def _read(value: object, made: Any) -> Fields:
    kinds = {name: field.type for name, field in made.__dataclass_fields__.items()}
    fields = fields_of(
        value, {name: int if kind is int else str for name, kind in kinds.items()}
    )
    return {
        name: from_text(given, size=_SIZES.get(name)) if kinds[name] is bytes else given
        for name, given in fields.items()
    }
