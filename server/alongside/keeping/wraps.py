"""Whether the keys that came back are the ones their headers name."""

from collections.abc import Mapping

from alongside.conversations.models import Conversation, Epoch, Member, Wrap
from alongside_relay.headers import header_of
from pse.epoch import Epoch as Header
from pse.epoch_rules import check_wraps
from pse.refusal import BadHeader, Malformed


def misfits_of(conversation: Conversation) -> int:
    """Count the epochs whose keys are others than the header says; forgotten ones have none."""
    wraps = _wraps_of(conversation)
    closed = _closed_in(conversation)
    epochs = Epoch.objects.filter(conversation=conversation, forgotten=False).order_by("epoch")
    return sum(not _fit(one.eh, wraps.get(one.epoch, {}), closed=closed) for one in epochs)


def _fit(eh: bytes, wraps: Mapping[bytes, bytes], *, closed: set[bytes]) -> bool:
    try:
        header = header_of(eh)
        if _is_let_go(header, wraps, closed=closed):
            return True
        check_wraps(header, wraps)
    except (BadHeader, Malformed):
        return False
    return True


def _is_let_go(header: Header, wraps: Mapping[bytes, bytes], *, closed: set[bytes]) -> bool:
    """Keys go when something is forgotten or over, and one's own when one's place is closed.

    What is left of them cannot be held against the hash of all.
    """
    members = {row.account_id for row in header.members}
    missing = members - set(wraps)
    return not wraps or (set(wraps) < members and missing <= closed)


def _wraps_of(conversation: Conversation) -> dict[int, dict[bytes, bytes]]:
    found: dict[int, dict[bytes, bytes]] = {}
    rows = Wrap.objects.filter(conversation=conversation).order_by("epoch", "account_id")
    for epoch, ref, wrap in rows.values_list("epoch", "account__ref", "wrap"):
        found.setdefault(epoch, {})[bytes(ref)] = bytes(wrap)
    return found


def _closed_in(conversation: Conversation) -> set[bytes]:
    closed = Member.objects.filter(conversation=conversation, account__closed=True)
    return set(map(bytes, closed.order_by("id").values_list("account__ref", flat=True)))
