"""Oneself: what a person's own room gets when it opens."""

from alongside.api.at_the_desk import AtTheDeskSaidShape, said_shapes
from alongside.api.papers import (
    BundleShape,
    EndorsementShape,
    KeyRecordShape,
    ProfileShape,
    StateShape,
    endorsement_of,
    key_records_of,
    profile_of,
)
from alongside.api.shapes import Bool, Day, Hash, Id, Int, Shape
from alongside.concerns.decided import has_news as has_concern_news
from alongside.ground import clock
from alongside.keys.models import ChangeKind, Slot, SlotType, WayChange
from alongside.keys.queries import Myself, myself
from alongside.keys.rules import is_new
from alongside.library.queries import has_news
from alongside.people.models import Account, RoleName
from alongside.programme.models import Seat
from pse import account


class SeatShape(Shape):
    """How many people a specialist walks with, and whether new ones may ask."""

    paused: Bool
    cap: Int


class OwnSlotShape(Shape):
    """A way in, named by its hash."""

    slot_id: Id
    type: Int
    g: Int
    hash: Hash
    profile: Int
    suspended: Bool


class ChangeShape(Shape):
    """A change of the ways in that waits for its day."""

    slot_id: Id
    kind: Int
    type: Int
    due_on: Day
    hash: Hash | None


class MeShape(Shape):
    """Everything that is one's own."""

    account_id: Id
    username: str
    roles: list[Int]
    key_records: list[KeyRecordShape]
    slots: list[OwnSlotShape]
    changes: list[ChangeShape]
    bundle: BundleShape
    state: StateShape
    spare_seen: Bool
    spare_at_once: Bool
    endorsement: EndorsementShape | None
    profile: ProfileShape | None
    seat: SeatShape | None
    wishes_specialist: Bool
    at_the_desk: list[AtTheDeskSaidShape]
    library_news: Bool
    concern_news: Bool


def me_of(person: Account) -> MeShape:
    """Write what is a person's own."""
    return _written(myself(person))


def seat_shape(seat: Seat) -> SeatShape:
    """Write a seat."""
    return SeatShape(paused=seat.paused, cap=seat.cap)


def _written(mine: Myself) -> MeShape:
    signed = mine.signed
    wished = {role.role for role in mine.roles if role.wished}
    return MeShape(
        account_id=signed.account.ref,
        username=signed.account.username or "",
        roles=[role.role for role in mine.roles if not role.wished],
        key_records=key_records_of(signed),
        slots=[_own_slot(slot) for slot in mine.slots],
        changes=[_change(change) for change in mine.changes],
        bundle=BundleShape.of(mine.bundle),
        state=StateShape.of(mine.state),
        spare_seen=all(slot.seen for slot in mine.slots if slot.type == SlotType.SPARE),
        spare_at_once=is_new(signed.records[0].day, today=clock.today()),
        endorsement=endorsement_of(signed),
        profile=profile_of(signed),
        seat=seat_shape(mine.seat) if mine.seat else None,
        wishes_specialist=RoleName.SPECIALIST in wished,
        at_the_desk=said_shapes(signed.account),
        library_news=has_news(signed.account),
        concern_news=has_concern_news(signed.account, today=clock.today()),
    )


def _own_slot(slot: Slot) -> OwnSlotShape:
    paper = account.Slot(slot.slot_id, slot.type, slot.g, slot.profile, slot.salt, slot.box)
    return OwnSlotShape(
        slot_id=slot.slot_id,
        type=slot.type,
        g=slot.g,
        hash=account.slot_hash_of(paper),
        profile=slot.profile,
        suspended=slot.suspended,
    )


def _change(change: WayChange) -> ChangeShape:
    fields = (change.slot_id, change.type, change.g, change.profile, change.salt, change.box)
    comes = change.kind in {ChangeKind.ADD, ChangeKind.WORDS}
    return ChangeShape(
        slot_id=change.slot_id,
        kind=change.kind,
        type=change.type,
        due_on=change.due_on,
        hash=account.slot_hash_of(account.Slot(*fields)) if comes else None,
    )
