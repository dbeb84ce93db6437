"""A promise that changes stands on the walls of both who live in it, without a name."""

from collections.abc import Callable
from typing import Any

import pytest

from alongside.ground import clock
from alongside.programme.models import Programme
from alongside.relationships import actions
from alongside.relationships.models import Agreement, Relationship
from alongside.wall.actions import Kind
from alongside.wall.queries import page_of
from pse.promise import sign_agree
from pse.wall import Told, read_told
from tests.cast import HOME, Member

TODAY = clock.today()
Change = Callable[..., None]


def promised(member: Member) -> list[Told]:
    """What somebody's wall tells of our promise, oldest first."""
    rows = [read_told(row.told) for row in page_of(member.account, start=1).rows]
    return [row for row in rows if Kind.PROMISE_STRONGER <= row.kind <= Kind.PROMISE_NOT_AGREED]


def kinds(member: Member) -> list[Kind]:
    """The kinds of it."""
    return [row.kind for row in promised(member)]


def yes(member: Member, held: Relationship, *, role: int) -> None:
    """Sign the newest edition."""
    edition = Agreement.objects.filter(relationship=held).latest("version")
    signed = sign_agree(
        member.person.ik_seed,
        home=HOME,
        conv=bytes(held.conv),
        promise=bytes(edition.agreement_hash),
        account_id=member.person.account_id,
        role=role,
        day=TODAY,
    )
    how = {"version": edition.version, "day": TODAY, "sig": signed.sig, "lang": "es"}
    actions.agree(held, by=member.account, today=TODAY, **how)


@pytest.fixture
def change(talking: Relationship) -> Change:
    """Other settings, brought to everybody who talks."""

    def bring(**settings: Any) -> None:
        Programme.objects.update(**settings)
        actions.bring_promises(today=TODAY)

    return bring


def test_what_promises_more_is_told_to_both_on_the_day(
    change: Change, ada: Member, ben: Member
) -> None:
    change(answer_within_hours=24)
    for member, other in ((ada, ben), (ben, ada)):
        (row,) = promised(member)
        assert (row.kind, row.other) == (Kind.PROMISE_STRONGER, other.account.ref)


def test_a_question_and_both_yes_are_told_once_and_one_yes_alone_is_not(
    change: Change, talking: Relationship, ada: Member, ben: Member
) -> None:
    change(answer_within_hours=96)
    yes(ben, talking, role=2)
    assert kinds(ada) == kinds(ben) == [Kind.PROMISE_ASKED]
    yes(ada, talking, role=1)
    assert kinds(ada) == kinds(ben) == [Kind.PROMISE_ASKED, Kind.PROMISE_AGREED]


def test_a_no_is_told_and_not_whose_it_was(
    change: Change, talking: Relationship, ada: Member, ben: Member
) -> None:
    change(answer_within_hours=96)
    actions.keep_old_promise(talking, version=2, by=ada.account, today=TODAY)
    assert kinds(ada) == kinds(ben) == [Kind.PROMISE_ASKED, Kind.PROMISE_NOT_AGREED]
    assert [row.detail["by"] for row in (*promised(ada), *promised(ben))] == [4] * 4


def test_the_same_settings_again_tell_nothing(change: Change, ada: Member) -> None:
    change(answer_within_hours=96)
    change(answer_within_hours=96)
    assert kinds(ada) == [Kind.PROMISE_ASKED]
