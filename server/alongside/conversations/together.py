"""What each of three sees of a talk into which somebody came: only what they belong to."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from alongside.conversations.talks import Log, Logs, has, logs_of
from alongside.ground import clock
from alongside.keys.queries import Signed, signed_of
from alongside.people.also.queries import who_also_run_the_desk
from alongside.people.kept_apart import named_by
from alongside.people.models import Account
from alongside.people.queries import blocked_by, who_blocked
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
class Company:
    """All relationships of one talk that somebody knows of, and whoever came or goes."""

    # Empty where two are alone with each other, and always were.
    talk: list[Relationship] = field(default_factory=list)
    logs: list[Log] = field(default_factory=list)
    editions: dict[int, list[Agreement]] = field(default_factory=dict)
    people: dict[int, Signed] = field(default_factory=dict)
    at_desk: frozenset[int] = frozenset()
    handover: Handover | None = None
    reads: bool = False
    let_go: bytes | None = None


NOBODY_ELSE = Company()


@dataclass(frozen=True)
class _Page:
    """What is read once for all of a page into whose talks somebody came."""

    person: Account
    came: list[Handover]
    logs: Logs
    editions: dict[int, list[Agreement]]
    people: dict[int, Signed]
    at_desk: set[int]
    # Whom this person and they keep apart.
    apart: set[int]


def companies_of(person: Account, page: list[Relationship]) -> dict[int, Company]:
    """Give who else belongs to each talk; one question where nobody ever came."""
    came = handovers_of(page)
    touched = {pk for each in came for pk in (each.relationship_id, each.made_id)}
    shared = [one for one in page if one.pk in touched]
    found = {one.pk: NOBODY_ELSE for one in page}
    if shared:
        talks = talks_of(shared)
        read = _read(person, shared, talks, came)
        for one in shared:
            found[one.pk] = _company(read, one, talks[bytes(one.conv)])
    return found


def _read(
    person: Account,
    shared: list[Relationship],
    talks: dict[bytes, list[Relationship]],
    came: list[Handover],
) -> _Page:
    families = [each for talk in talks.values() for each in talk]
    named = [each.to for each in came]
    others = [*named, *(each.specialist for each in families)]
    return _Page(
        person=person,
        came=came,
        logs=logs_of(person, shared),
        editions=editions_of(families),
        people=signed_of(others),
        at_desk=set(who_also_run_the_desk(others)),
        apart=blocked_by(person, named) | who_blocked(person, named) | named_by(person),
    )


def _company(read: _Page, one: Relationship, talk: list[Relationship]) -> Company:
    is_client = read.person.pk == one.client_id
    with_one = [each for each in read.came if one.pk in (each.relationship_id, each.made_id)]
    known = talk if is_client else seen_in_talk(one, talk, with_one)
    let_go = _still_there(read.logs, talk) if is_client else None
    shown = [each for each in with_one if _shows(read, one, each)]
    newest = _newest(shown) or _unfinished(with_one, let_go)
    if newest is None and len(known) == 1:
        return NOBODY_ELSE
    others = _others(one, known, newest)
    return Company(
        talk=known,
        logs=read.logs.of(one),
        editions=_editions(read, one, known),
        people={pk: read.people[pk] for pk in others},
        at_desk=frozenset(read.at_desk & others),
        handover=newest,
        reads=_reads(read.logs, newest, known),
        let_go=let_go,
    )


def _editions(
    read: _Page, one: Relationship, known: list[Relationship]
) -> dict[int, list[Agreement]]:
    """What was promised after somebody left is not for them, whoever came first."""
    if read.person.pk == one.client_id:
        return {each.pk: read.editions[each.pk] for each in known}
    found = {each.pk: read.editions[each.pk] for each in known if each.pk <= one.pk}
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


def _shows(read: _Page, one: Relationship, each: Handover) -> bool:
    if not is_told(each.over_on, today=clock.today()):
        return False
    if read.person.pk == each.relationship.client_id:
        if each.state == Handed.SUGGESTED and each.to_id in read.apart:
            return False
        return not (each.state == Handed.CALLED_OFF and each.client_sig is None)
    if one.pk == each.relationship_id:
        by_old = each.by == EndedBy.SPECIALIST
        return shows_to_old(each.state, by_old=by_old, was_named=each.made_id is not None)
    return True


def _others(
    one: Relationship, known: Iterable[Relationship], newest: Handover | None
) -> set[int]:
    found = {each.specialist_id for each in known}
    return (
        found if newest is None else found | {newest.to_id, newest.relationship.specialist_id}
    )


def _reads(logs: Logs, handover: Handover | None, talk: list[Relationship]) -> bool:
    if handover is None or handover.made_id is None:
        return False
    return any(has(head, handover.to) for head in logs.going(talk))


def _still_there(logs: Logs, talk: list[Relationship]) -> bytes | None:
    """Give who left and still stands among the readers: the next header lets them go."""
    gone = [each.specialist for each in talk if each.state not in GOING]
    back = {each.specialist_id for each in talk if each.state in GOING}
    if not back:
        return None
    for head in logs.going(talk):
        for person in gone:
            if person.pk not in back and has(head, person):
                return bytes(person.ref)
    return None


def came_as(one: Relationship) -> str | None:
    """Give how a specialist came, where the talk was there before."""
    return {Came.HANDED_OVER: "handed-over", Came.STANDS_IN: "stands-in"}.get(Came(one.came))
