"""What happens to somebody's ways in stands on their wall."""

from alongside.keys.models import ChangeKind, Slot, SlotType
from alongside.people.models import Account
from alongside.wall.actions import Kind, note

# Ways in that stay with one device; who has one comes in by it.
OWN = (SlotType.DEVICE, SlotType.PASSKEY)
_CAME_IN = {SlotType.WORDS: Kind.CAME_IN_BY_WORDS, SlotType.SPARE: Kind.CAME_IN_BY_SPARE}


def tell_came_in(person: Account, by: SlotType, *, today: int) -> None:
    """Tell somebody with a device of their own that the words or the code were used elsewhere.

    Whoever comes by their words every time is told nothing: that would be a list of their days
    here, which nobody keeps. The spare code is always told.
    """
    if by == SlotType.SPARE or Slot.objects.filter(account=person, type__in=OWN).exists():
        note(account=person, kind=_CAME_IN[by], day=today)


def tell_changed(person: Account, kind: ChangeKind, way: int, *, today: int) -> None:
    """Tell somebody that a way in came, went, or is another now."""
    if kind == ChangeKind.WORDS:
        note(account=person, kind=Kind.WORDS_CHANGED, day=today)
        return
    told = Kind.WAY_REMOVED if kind == ChangeKind.REMOVE else Kind.WAY_ADDED
    note(account=person, kind=told, day=today, detail={"way": way})


def tell_waits(person: Account, kind: ChangeKind, way: int, *, due_on: int, today: int) -> None:
    """Tell somebody that a change was asked for without the spare code, and until when."""
    detail = {"what": int(kind), "way": way, "until": due_on}
    note(account=person, kind=Kind.WAY_ASKED, day=today, detail=detail)


def tell_called_off(person: Account, kind: int, way: int, *, today: int) -> None:
    """Tell somebody that a change which waited was called off."""
    detail = {"what": int(kind), "way": way}
    note(account=person, kind=Kind.WAY_CALLED_OFF, day=today, detail=detail)


def tell_new_words(person: Account, *, today: int) -> None:
    """Tell somebody that all their ways in are new."""
    note(account=person, kind=Kind.WORDS_CHANGED, day=today)


def tell_destroyed(person: Account, way: int, *, today: int) -> None:
    """Tell somebody that a device was guessed at too often, and opens nothing now."""
    note(account=person, kind=Kind.DEVICE_DESTROYED, day=today, detail={"way": way})
