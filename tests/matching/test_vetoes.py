"""A veto is never revealed: to whoever it concerns, its specialist is one without room."""

from dataclasses import replace

import pytest
from django.db import transaction

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.matching import actions, desk
from alongside.matching.models import Proposal
from alongside.people import actions as people
from alongside.programme.models import Seat
from alongside.wall.models import Row
from tests.cast import accept, ask, ask_papers
from tests.matching.handing import hand_over

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
TODAY = clock.today()


def blocked(ada, ben, finn):
    people.block(ada.account, by=ben.account)


def full(ada, ben, finn):
    accept(ask(finn, ben)[0], ben)
    Seat.objects.filter(account=ben.account).update(cap=1)


def resting(ada, ben, finn):
    Seat.objects.filter(account=ben.account).update(paused=True)


READS = ("/api/directory", "/api/wish", "/api/relationships", "/api/me", "/api/proposals")


def told(member):
    """All that a person can read, and the kinds of what their wall tells (its salts differ)."""
    rows = Row.objects.filter(account=member.account).values_list("kind", "day")
    read = [member.room.get(path) for path in READS]
    return [(one.status_code, one.content) for one in read], list(rows)


def tried(ada, begun):
    """All that Ada can try with Ben, what each try answers, and what she reads afterwards."""
    answers = [ada.room.post("/api/asks", begun.payload)]
    hand_over(ada)
    actions.look_for_matches(seed=1, today=TODAY)
    answers.append(ada.room.post("/api/wish/someone-else", {}))
    answers.append(ada.room.post("/api/asks", begun.payload))
    return [(one.status_code, one.content) for one in answers], told(ada)


def in_another_world(deed):
    """What a deed gives; afterwards nothing of it is left."""
    with transaction.atomic():
        try:
            return deed()
        finally:
            transaction.set_rollback(True)


def test_to_ada_a_ben_who_blocked_her_is_a_ben_without_room(ada, ben, finn):
    begun = ask_papers(ada, ben)

    def world(happens):
        happens(ada, ben, finn)
        return tried(ada, begun)

    worlds = {one.__name__: in_another_world(lambda one=one: world(one)) for one in WORLDS}
    assert worlds["blocked"] == worlds["full"] == worlds["resting"]
    asked, *_ = worlds["blocked"][0]
    assert asked[0] == 422
    # The comparison sees a difference where there is one.
    assert worlds["nothing"] != worlds["full"]


def test_ben_never_learns_that_ada_named_him(ada, ben):
    ruth = to_text(bytes(16))

    def world(names):
        hand_over(ada, not_these=names)
        actions.look_for_matches(seed=1, today=TODAY)
        return told(ben)

    assert in_another_world(lambda: world([to_text(ben.account.ref)])) == in_another_world(
        lambda: world([ruth])
    )


def test_dora_sees_one_draft_less_and_no_reason_why(ada, ben, finn):
    """A round in which a veto kept two apart looks like one in which Ben had no room."""

    def world(happens):
        hand_over(ada, not_these=[])
        happens(ada, ben, finn)
        actions.look_for_matches(seed=1, today=TODAY)
        listed = [
            replace(row, number=0) for row in desk.listing(today=TODAY, step="", lang="").rows
        ]
        return Proposal.objects.count(), listed, desk.counts(), desk.fairness(today=TODAY)

    def named(ada, ben, finn):
        hand_over(ada, not_these=[to_text(ben.account.ref)])

    assert (
        in_another_world(lambda: world(named))
        == in_another_world(lambda: world(blocked))
        == in_another_world(lambda: world(full))
    )


def nothing(ada, ben, finn):
    pass


WORLDS = (blocked, full, resting, nothing)
