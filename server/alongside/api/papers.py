"""Sealed and signed papers: written as JSON, and read into what the house takes."""

from dataclasses import asdict
from typing import Annotated, Self

from pydantic import Field

from alongside.api.shapes import (
    Bytes,
    Day,
    Hash,
    Id,
    Int,
    PrevSignature,
    Shape,
    Signature,
    SlotBox,
)
from alongside.keys import models
from alongside.keys.queries import Signed, State, record_paper
from alongside.keys.rules import WayIn
from pse import account, bundle, key_record, profile, state


class SlotShape(Shape):
    """One way in."""

    slot_id: Id
    type: Int
    g: Int
    profile: Int
    salt: Id
    box: SlotBox

    def with_auth(self, auth: bytes) -> WayIn:
        """Read it together with what proves the right to it."""
        fields = (self.slot_id, self.type, self.g, self.profile, self.salt, self.box)
        return WayIn(account.Slot(*fields), auth)

    @classmethod
    def of(cls, slot: models.Slot) -> Self:
        """Write a stored one."""
        return cls(
            slot_id=slot.slot_id,
            type=slot.type,
            g=slot.g,
            profile=slot.profile,
            salt=slot.salt,
            box=slot.box,
        )


class SlotWithAuth(Shape):
    """One way in and what will prove the right to it."""

    slot: SlotShape
    auth: Hash

    def read(self) -> WayIn:
        """Read both."""
        return self.slot.with_auth(self.auth)


class BundleShape(Shape):
    """Sealed keys."""

    g: Int
    ver: Int
    box: Bytes

    def read(self) -> bundle.Bundle:
        """Read it."""
        return bundle.Bundle(self.g, self.ver, self.box)

    @classmethod
    def of(cls, kept: models.Bundle) -> Self:
        """Write a stored one."""
        return cls(g=kept.g, ver=kept.ver, box=kept.sealed_keys)


class PartShape(Shape):
    """One sealed part of the state."""

    name: Int
    ver: Int
    box: Bytes


class StateShape(Shape):
    """A sealed index with its parts, or those that changed."""

    g: Int
    ctr: Int
    prev: Hash
    box: Bytes
    parts: Annotated[list[PartShape], Field(max_length=4)]

    def read(self) -> state.State:
        """Read it."""
        parts = tuple(state.Part(part.name, part.ver, part.box) for part in self.parts)
        return state.State(self.g, self.ctr, self.prev, self.box, parts)

    @classmethod
    def of(cls, kept: State) -> Self:
        """Write the stored one, all four parts."""
        parts = [
            PartShape(name=part.name, ver=part.ver, box=part.sealed_part) for part in kept.parts
        ]
        index = kept.index
        box = index.sealed_index
        return cls(g=index.g, ctr=index.ctr, prev=index.prev, box=box, parts=parts)


class KeyRecordShape(Shape):
    """A person's public keys, signed."""

    account_id: Id
    gen: Int
    ik: Hash
    ek: Hash
    rand: Id
    prev: Hash
    day: Day
    sig: Signature
    prev_sig: PrevSignature

    def read(self) -> key_record.KeyRecord:
        """Read it."""
        return key_record.KeyRecord(**self.__dict__)


class EndorsementShape(Shape):
    """The programme's word for someone."""

    account_id: Id
    kr_hash: Hash
    role: Int
    display_name: str
    from_day: Day
    to_day: Day
    serial: Int
    sig: Signature


class ProfileShape(Shape):
    """What a specialist chose to show, signed."""

    ver: Int
    day: Day
    bytes: Annotated[Bytes, Field(max_length=16_000)]
    sig: Signature

    def read(self) -> profile.Profile:
        """Read it."""
        return profile.Profile(self.ver, self.day, self.bytes, self.sig)

    @classmethod
    def of(cls, kept: models.Profile) -> Self:
        """Write a stored one."""
        return cls(ver=kept.ver, day=kept.day, bytes=kept.shown, sig=kept.sig)


class SignedShape(Shape):
    """What is signed about one person, for others to check."""

    account_id: Id
    key_records: list[KeyRecordShape]
    endorsement: EndorsementShape | None
    profile: ProfileShape | None


def key_records_of(signed: Signed) -> list[KeyRecordShape]:
    """Write every generation of someone's keys."""
    return [
        KeyRecordShape(**asdict(record_paper(record, signed.account)))
        for record in signed.records
    ]


def endorsement_of(signed: Signed) -> EndorsementShape | None:
    """Write someone's newest endorsement."""
    kept = signed.endorsement
    if kept is None:
        return None
    return EndorsementShape(
        account_id=signed.account.ref,
        kr_hash=kept.kr_hash,
        role=kept.role,
        display_name=kept.display_name,
        from_day=kept.from_day,
        to_day=kept.to_day,
        serial=kept.serial,
        sig=kept.sig,
    )


def profile_of(signed: Signed) -> ProfileShape | None:
    """Write someone's profile."""
    return ProfileShape.of(signed.profile) if signed.profile else None
