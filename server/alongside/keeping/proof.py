"""What can be said for sure about these data, after a restore or an upgrade."""

from dataclasses import dataclass

from alongside.conversations.chains import check_chain
from alongside.conversations.models import Conversation
from alongside.keeping.wraps import misfits_of
from alongside.keys.models import Bundle, Slot, SlotType, StateIndex
from alongside.people.models import Account


@dataclass(frozen=True)
class Proof:
    """What was proved: chains computed anew, and places that their words can open."""

    lines: int
    conversations: int
    places: int
    openable: int
    misfits: int = 0

    @property
    def words(self) -> str:
        """Say it in a sentence or two."""
        return (
            f"{_counted(self.lines, 'line')} in "
            f"{_counted(self.conversations, 'conversation')}, every chain whole.\n"
            f"{_counted(self.places, 'place')}; the keys of {self.openable} are here."
            f"{self._misfits}"
        )

    @property
    def _misfits(self) -> str:
        if not self.misfits:
            return ""
        keys = "a key does" if self.misfits == 1 else f"keys in {self.misfits} places do"
        return (
            f"\nBut {keys} not fit what was signed. Lines under it may not open. "
            "If you have another backup, try that one."
        )


def prove() -> Proof:
    """Walk every conversation and look at every place; BrokenChain where one does not hold."""
    lines, conversations, misfits = 0, 0, 0
    for conversation in Conversation.objects.order_by("id").iterator(chunk_size=200):
        lines += check_chain(conversation)
        misfits += misfits_of(conversation)
        conversations += 1
    places = Account.objects.filter(closed=False)
    openable = places.filter(
        pk__in=Slot.objects.filter(type=SlotType.WORDS).values("account"),
    ).filter(pk__in=Bundle.objects.values("account"))
    openable = openable.filter(pk__in=StateIndex.objects.values("account"))
    return Proof(lines, conversations, places.count(), openable.count(), misfits)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" + ("" if number == 1 else "s")
