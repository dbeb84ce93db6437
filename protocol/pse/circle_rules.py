"""When a header of a circle holds, signatures aside: pure rules of section 7.

A circle is led by hosts, two at least: they let in and take away. Whoever leaves says so
themselves, and any member may make the key without them. No header brings in its own author.
"""

from .endorsement import CLIENT, SPECIALIST
from .epoch import NO_HEADER, Epoch, Member
from .epoch_rules import (
    AGE,
    BAD_WRAP,
    CIRCLE,
    COUNT,
    KEY_CHANGED,
    check_begins,
    check_common,
    check_follows,
    check_keys_stay,
    check_same_readers,
)
from .refusal import BadHeader

# A role in a circle alone: a specialist who leads it.
HOST = 6
CIRCLE_BEGUN, LET_IN, TAKEN_AWAY, WENT, HOST_ADDED, HOST_REMOVED = range(11, 17)
BY_A_HOST = (LET_IN, TAKEN_AWAY, HOST_ADDED, HOST_REMOVED)
LEAST_HOSTS = 2
MOST_IN_A_CIRCLE = 50
# A circle's words about itself are sealed lines: its headers carry no promise.
NO_PROMISE = NO_HEADER
_SAME = (AGE, COUNT, KEY_CHANGED, BAD_WRAP)


def check_first(header: Epoch) -> None:
    """Return if the header could begin a circle; BadHeader else."""
    _check_shape(header)
    check_begins(header)
    if header.reason != CIRCLE_BEGUN:
        raise BadHeader("a circle begins for one reason")
    owner = header.member(header.owner_id)
    if owner is None or owner.role != HOST:
        raise BadHeader("a circle is begun by its first host")


def check_next(header: Epoch, before: Epoch) -> None:
    """Return if the header could follow `before` in a circle; BadHeader else.

    Whether somebody said that they leave, and whose word stands behind whom: the reader checks.
    """
    _check_shape(header)
    check_follows(header, before)
    if header.reason in _SAME:
        check_same_readers(header, before)
        return
    check_keys_stay(header, before)
    _check_change(header, before)


def hosts_of(header: Epoch) -> frozenset[bytes]:
    """The account ids of those who lead."""
    return frozenset(row.account_id for row in header.members if row.role == HOST)


def who_went(header: Epoch, before: Epoch) -> frozenset[bytes]:
    """The account ids of those who read before and do not from here on."""
    return _ids(before.members) - _ids(header.members)


def _check_shape(header: Epoch) -> None:
    if header.kind != CIRCLE:
        raise BadHeader("not a circle")
    check_common(header)
    if header.agreement_hash != NO_PROMISE:
        raise BadHeader("a circle's headers carry no promise")
    if len(header.members) > MOST_IN_A_CIRCLE:
        raise BadHeader("fifty in a circle at most")
    if any(row.role not in (CLIENT, SPECIALIST, HOST) for row in header.members):
        raise BadHeader("clients, specialists and hosts")
    if len(hosts_of(header)) < LEAST_HOSTS:
        raise BadHeader("two hosts at least")


def _check_change(header: Epoch, before: Epoch) -> None:
    """Exactly what the reason says has changed, by somebody who may."""
    author = before.member(header.author_id)
    by_host = author is not None and author.role == HOST
    if header.reason in BY_A_HOST and not by_host:
        raise BadHeader("only a host says who reads")
    came = _ids(header.members) - _ids(before.members)
    went = who_went(header, before)
    now, then = hosts_of(header), hosts_of(before)
    match header.reason:
        case reason if reason == LET_IN:
            holds = bool(came) and not went and now == then
        case reason if reason == TAKEN_AWAY:
            holds = bool(went) and not came and now == then
        case reason if reason == WENT:
            holds = bool(went) and not came and now == then - went
        case reason if reason == HOST_ADDED:
            holds = len(now - then) == 1 and then < now and came <= now and not went
        case reason if reason == HOST_REMOVED:
            holds = len(then - now) == 1 and now < then and went <= then and not came
        case _:
            holds = False
    if not holds or not _others_keep_their_role(header, before, now ^ then):
        raise BadHeader("another change than the reason says")


def _others_keep_their_role(header: Epoch, before: Epoch, moved: frozenset[bytes]) -> bool:
    """Only who becomes or ceases to be a host changes role, from or to specialist."""
    for row in header.members:
        then = before.member(row.account_id)
        if then is None or then.role == row.role:
            continue
        if row.account_id not in moved or CLIENT in (then.role, row.role):
            return False
    return True


def _ids(members: tuple[Member, ...]) -> frozenset[bytes]:
    return frozenset(row.account_id for row in members)
