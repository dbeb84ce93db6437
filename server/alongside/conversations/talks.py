"""The logs of talks into which somebody came, read for a whole page at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from alongside.conversations.models import Conversation, Epoch, Head, Member, Mode
from alongside.people.models import Account
from alongside.relationships.models import GOING, Relationship


@dataclass(frozen=True)
class Log:
    """A conversation and how far its log has come; its mode for who asks."""

    conversation: Conversation
    n: int
    mode: int | None = None


@dataclass(frozen=True)
class Logs:
    """Every log of some talks, as one person may see them."""

    person: Account
    # By the first identifier of the talk, oldest first.
    of_talk: dict[bytes, list[Conversation]]
    heads: dict[int, Head]
    members: dict[int, set[int]]
    # How far somebody may read who reads no further, by conversation.
    until: dict[int, int] = field(default_factory=dict)

    def of(self, one: Relationship) -> list[Log]:
        """Give those that both of a relationship belong to, as far as this person reads."""
        both = {one.client_id, one.specialist_id}
        mine = [each for each in self.of_talk[bytes(one.conv)] if both <= self.members[each.pk]]
        return [self._log(one, each) for each in mine]

    def going(self, talk: Iterable[Relationship]) -> list[Head]:
        """Give the heads of what goes on in these relationships."""
        ids = {each.pk: bytes(each.conv) for each in talk}
        logs = [each for conv in set(ids.values()) for each in self.of_talk[conv]]
        return [
            self.heads[each.pk]
            for each in logs
            if each.relationship_id in ids and each.mode < Mode.CLOSED and each.pk in self.heads
        ]

    def _log(self, one: Relationship, conversation: Conversation) -> Log:
        head = self.heads.get(conversation.pk)
        n = self.until.get(conversation.pk, 0 if head is None else head.n)
        is_over = one.state not in GOING
        mode = max(conversation.mode, Mode.CLOSED) if is_over else conversation.mode
        return Log(conversation, n, mode)


def logs_of(person: Account, shared: list[Relationship]) -> Logs:
    """Read the logs of these talks, in as many questions for many as for one."""
    of_talk: dict[bytes, list[Conversation]] = {bytes(one.conv): [] for one in shared}
    found = Conversation.objects.filter(relationship__conv__in=list(of_talk))
    for each in found.select_related("continues", "relationship").order_by("id"):
        if each.relationship is not None:  # a circle's belongs to none of them
            of_talk[bytes(each.relationship.conv)].append(each)
    ids = [each.pk for logs in of_talk.values() for each in logs]
    heads = Head.objects.in_bulk(ids)
    clients = {bytes(one.conv) for one in shared if one.client_id == person.pk}
    read_no_more = [
        each.pk
        for conv, logs in of_talk.items()
        for each in logs
        if conv not in clients and each.pk in heads and not has(heads[each.pk], person)
    ]
    return Logs(person, of_talk, heads, _members(ids), _until(read_no_more, person))


def has(head: Head, person: Account) -> bool:
    """Say whether the newest header names somebody."""
    at = bytes(head.readers)
    return any(at[i : i + 16] == bytes(person.ref) for i in range(0, len(at), 16))


def _members(ids: list[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    rows = Member.objects.filter(conversation__in=ids).values_list("conversation", "account")
    for conversation, account in rows:
        found[conversation].add(account)
    return found


def _until(ids: list[int], person: Account) -> dict[int, int]:
    """The last number somebody may read who reads no further; 0 for who never did."""
    closed, was_in = dict.fromkeys(ids, 0), dict.fromkeys(ids, False)
    headers = Epoch.objects.filter(conversation__in=ids).order_by("conversation", "epoch")
    for pk, n, eh in headers.values_list("conversation", "n", "eh").iterator():
        is_in = bytes(person.ref) in bytes(eh)
        if was_in[pk] and not is_in:
            closed[pk] = n - 1
        was_in[pk] = is_in
    return closed
