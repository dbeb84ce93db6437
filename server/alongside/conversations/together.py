"""What each of three sees of a talk into which somebody came: only what they belong to."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from alongside.conversations.models import Conversation, Epoch, Head, Member, Mode
from alongside.ground import clock
from alongside.keys.queries import Signed, signed_of
from alongside.people.also.queries import who_also_run_the_desk
from alongside.people.models import Account
from alongside.people.queries import is_blocked
from alongside.relationships.handing import is_told, shows_to_old
from alongside.relationships.handovers import (
    editions_of,
    handovers_of,
    seen_in_talk,
    talks_of,
)
from alongside.relationships.models import (
    GOING,
    Agreement,
    Came,
    EndedBy,
    Handed,
    Handover,
    Relationship,
)


@dataclass(frozen=True)
class Log:
    """A conversation and how far its log has come; its mode for who asks."""

    conversation: Conversation
    n: int
    mode: int | None = None


@dataclass(frozen=True)
class Company:
    """All relationships of one talk that somebody knows of, and whoever came or goes."""

    # Empty where two are alone with each other, and always were.
    talk: list[Relationship] = field(default_factory=list)
    editions: dict[int, list[Agreement]] = field(default_factory=dict)
    people: dict[int, Signed] = field(default_factory=dict)
    at_desk: frozenset[int] = frozenset()
    handover: Handover | None = None
    reads: bool = False
    let_go: bytes | None = None


NOBODY_ELSE = Company()


def companies_of(person: Account, page: list[Relationship]) -> dict[int, Company]:
    """Give who else belongs to each talk; one question where nobody ever came."""
    came = handovers_of(page)
    touched = {pk for each in came for pk in (each.relationship_id, each.made_id)}
    shared = [one for one in page if one.pk in touched]
    found = {one.pk: NOBODY_ELSE for one in page}
    if shared:
        talks = talks_of(shared)
        for one in shared:
            found[one.pk] = _company(person, one, talks[bytes(one.conv)], came)
    return found


def shared_logs(person: Account, one: Relationship) -> list[Log]:
    """Give the logs that both of a relationship belong to, as far as this person reads."""
    # By its first identifier: whoever came later may be unknown to the one who asks.
    logs = Conversation.objects.filter(relationship__conv=one.conv).select_related("continues")
    for account in (one.client_id, one.specialist_id):
        mine = Member.objects.filter(account=account).values("conversation_id")
        logs = logs.filter(pk__in=mine)
    return [_log(person, one, conversation) for conversation in logs.order_by("id")]


def _log(person: Account, one: Relationship, conversation: Conversation) -> Log:
    head = Head.objects.filter(pk=conversation.pk).first()
    is_client = person.pk == one.client_id
    n = 0 if head is None else head.n
    if not is_client and head is not None and not _has(head, person):
        n = _until(conversation, person)
    is_over = one.state not in GOING
    mode = max(conversation.mode, Mode.CLOSED) if is_over else conversation.mode
    return Log(conversation, n, mode)


def _until(conversation: Conversation, person: Account) -> int:
    """The last number somebody may read who reads no further; 0 for who never did."""
    headers = Epoch.objects.filter(conversation=conversation).order_by("epoch")
    closed = 0
    was_in = False
    for n, eh in headers.values_list("n", "eh"):
        is_in = bytes(person.ref) in bytes(eh)
        if was_in and not is_in:
            closed = n - 1
        was_in = is_in
    return closed


def _company(
    person: Account, one: Relationship, talk: list[Relationship], came: list[Handover]
) -> Company:
    is_client = person.pk == one.client_id
    with_one = [each for each in came if one.pk in (each.relationship_id, each.made_id)]
    known = talk if is_client else seen_in_talk(one, talk, with_one)
    let_go = _still_there(talk) if is_client else None
    shown = [each for each in with_one if _shows(person, one, each)]
    newest = _newest(shown) or _unfinished(with_one, let_go)
    if newest is None and len(known) == 1:
        return NOBODY_ELSE
    others = _others(one, known, newest)
    return Company(
        talk=known,
        editions=_editions(one, known, is_client=is_client),
        people=signed_of(others),
        at_desk=frozenset(who_also_run_the_desk(others)),
        handover=newest,
        reads=_reads(newest, known),
        let_go=let_go,
    )


def _editions(
    one: Relationship, known: list[Relationship], *, is_client: bool
) -> dict[int, list[Agreement]]:
    """What was promised after somebody left is not for them, whoever came first."""
    if is_client:
        return editions_of(known)
    found = editions_of(each for each in known if each.pk <= one.pk)
    left_on = clock.today() if one.ended_on is None else one.ended_on
    return {
        pk: [each for each in papers if (each.in_force_on or 0) <= left_on]
        for pk, papers in found.items()
    }


def _newest(shown: list[Handover]) -> Handover | None:
    """What is open comes before what is over, an idea after what was asked; then the newest."""

    def rank(each: Handover) -> tuple[bool, bool, int]:
        return each.over_on is None, each.state != Handed.SUGGESTED, each.pk

    return max(shown, key=rank, default=None)


def _unfinished(with_one: list[Handover], let_go: bytes | None) -> Handover | None:
    """However long it is over: who left and still reads is shown until they are let go."""
    two = [
        each
        for each in with_one
        if each.made_id is not None
        and let_go in (bytes(each.to.ref), bytes(each.relationship.specialist.ref))
    ]
    return two[-1] if two else None


def _shows(person: Account, one: Relationship, each: Handover) -> bool:
    if not is_told(each.over_on, today=clock.today()):
        return False
    if person.pk == each.relationship.client_id:
        if each.state == Handed.SUGGESTED and is_blocked(each.relationship.client, each.to):
            return False
        return not (each.state == Handed.CALLED_OFF and each.client_sig is None)
    if one.pk == each.relationship_id:
        by_old = each.by == EndedBy.SPECIALIST
        return shows_to_old(each.state, by_old=by_old, was_named=each.made_id is not None)
    return True


def _others(
    one: Relationship, known: Iterable[Relationship], newest: Handover | None
) -> list[Account]:
    found = {each.specialist_id: each.specialist for each in known}
    if newest is not None:
        found[newest.to_id] = newest.to
        found[newest.relationship.specialist_id] = newest.relationship.specialist
    return list(found.values())


def _reads(handover: Handover | None, talk: list[Relationship]) -> bool:
    if handover is None or handover.made_id is None:
        return False
    return any(_has(head, handover.to) for head in _heads(talk))


def _still_there(talk: list[Relationship]) -> bytes | None:
    """Give who left and still stands among the readers: the next header lets them go."""
    gone = [each.specialist for each in talk if each.state not in GOING]
    back = {each.specialist_id for each in talk if each.state in GOING}
    if not back:
        return None
    for head in _heads(talk):
        for person in gone:
            if person.pk not in back and _has(head, person):
                return bytes(person.ref)
    return None


def _heads(talk: list[Relationship]) -> list[Head]:
    """The heads of what goes on."""
    found = Head.objects.filter(
        conversation__relationship__in=[each.pk for each in talk],
        conversation__mode__lt=Mode.CLOSED,
    )
    return list(found.order_by("pk"))


def _has(head: Head, person: Account) -> bool:
    at = bytes(head.readers)
    return any(at[i : i + 16] == bytes(person.ref) for i in range(0, len(at), 16))


def came_as(one: Relationship) -> str | None:
    """Give how a specialist came, where the talk was there before."""
    return {Came.HANDED_OVER: "handed-over", Came.STANDS_IN: "stands-in"}.get(Came(one.came))
