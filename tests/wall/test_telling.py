"""What happens around somebody is told to them, and nobody can thin it out unseen."""

import pytest
from django.db import transaction

from alongside.ground import clock
from alongside.people.actions import close_place
from alongside.people.announcements import PlaceClosed
from alongside.wall.actions import Kind, Note, Page, forget_old, note, note_all
from alongside.wall.actions.forgetting import forget_of_closed
from alongside.wall.models import Row, Top
from alongside.wall.queries import page_of, top_of
from alongside.wall.rules import keep_of
from pse.base64url import to_text
from pse.refusal import Malformed, Unknown
from pse.wall import EMPTY, read_told, walk
from tests.cast import Member
from tests.racing import race

TODAY = clock.today()


def told(member: Member) -> list[tuple[Kind, bytes, dict[str, object]]]:
    """What somebody's wall tells, oldest first; its chain is walked from the beginning."""
    page = page_of(member.account, start=1)
    assert walk(member.account.ref, page.rows, today=TODAY) == page.top
    read = [read_told(row.told) for row in page.rows]
    return [(each.kind, each.other, each.detail) for each in read]


def test_what_happened_is_told_with_its_day_and_with_whom(ada: Member, ben: Member) -> None:
    ref = bytes(range(16))
    note(
        account=ada.account,
        kind=Kind.DISCLOSURE_MADE,
        day=TODAY,
        other=ben.account,
        detail={"ref": ref, "until": TODAY + 30},
    )
    facts = {"ref": to_text(ref), "until": TODAY + 30}
    assert told(ada)[-1] == (Kind.DISCLOSURE_MADE, ben.account.ref, facts)
    assert page_of(ada.account, start=1).rows[-1].day == TODAY


def test_one_persons_wall_is_nobody_elses(ada: Member, finn: Member) -> None:
    before = top_of(finn.account)
    note(account=ada.account, kind=Kind.PAUSED, day=TODAY)
    assert top_of(finn.account) == before


def test_a_fact_that_a_row_may_not_hold_is_refused(ada: Member) -> None:
    with pytest.raises(Unknown):
        note(account=ada.account, kind=Kind.STAFF_VIEW, day=TODAY, detail={"by": 4, "on": 3})
    with pytest.raises(Malformed):
        note(account=ada.account, kind=Kind.PAUSED, day=TODAY, detail={"by": 77})
    assert not Row.objects.filter(account=ada.account, day=TODAY).exists()


def test_the_same_page_seen_often_in_a_day_is_told_once(ada: Member) -> None:
    seen = {"page": Page.STANDING, "role": 4}
    for day in (TODAY, TODAY, TODAY + 1):
        note(account=ada.account, kind=Kind.STAFF_VIEW, day=day, detail=seen)
    note(account=ada.account, kind=Kind.STAFF_VIEW, day=TODAY + 1, detail=seen | {"page": 2})
    views = [row for row in told(ada) if row[0] == Kind.STAFF_VIEW]
    assert [detail["page"] for _, _, detail in views] == [1, 1, 2]


def test_pausing_twice_on_a_day_is_told_twice(ada: Member) -> None:
    for kind in (Kind.PAUSED, Kind.RESUMED, Kind.PAUSED):
        note(account=ada.account, kind=kind, day=TODAY)
    assert [row[0] for row in told(ada)][-3:] == [Kind.PAUSED, Kind.RESUMED, Kind.PAUSED]


def test_rows_stand_in_the_order_of_their_days(ada: Member) -> None:
    note(account=ada.account, kind=Kind.PAUSED, day=TODAY + 2)
    note(account=ada.account, kind=Kind.RESUMED, day=TODAY)
    assert [row.day for row in page_of(ada.account, start=1).rows][-2:] == [TODAY + 2] * 2


def test_a_deed_that_is_undone_leaves_no_row(ada: Member) -> None:
    before = top_of(ada.account)
    with transaction.atomic():
        note(account=ada.account, kind=Kind.PAUSED, day=TODAY)
        transaction.set_rollback(True)
    assert top_of(ada.account) == before


@pytest.mark.django_db(transaction=True)
def test_what_happens_at_one_moment_leaves_no_gap_and_nothing_twice(
    ada: Member, ben: Member
) -> None:
    before = top_of(ada.account).n

    def both(first: Member, second: Member) -> None:
        people = (first.account, second.account)
        note_all([Note(each, Kind.PAUSED, TODAY) for each in people])

    def view() -> None:
        note(account=ada.account, kind=Kind.STAFF_VIEW, day=TODAY, detail={"page": 1})

    deeds = [lambda: both(ada, ben), lambda: both(ben, ada), view, view]
    assert [done for done in race(*deeds, *deeds) if isinstance(done, Exception)] == []
    rows = told(ada)
    assert len(rows) == before + 5
    assert sum(row[0] == Kind.STAFF_VIEW for row in rows) == 1


def test_a_long_wall_comes_in_pages_that_follow_each_other(ada: Member) -> None:
    note_all([Note(ada.account, Kind.PAUSED, TODAY + day) for day in range(450)])
    at, start, lengths = EMPTY, 1, []
    while page := page_of(ada.account, start=start):
        if not page.rows:
            break
        assert page.before == at.h
        at = walk(ada.account.ref, page.rows, today=TODAY, after=at)
        start, lengths = at.n + 1, [*lengths, len(page.rows)]
    assert at == top_of(ada.account)
    assert lengths[:2] == [200, 200]


def test_what_a_row_told_goes_after_its_time_and_the_wall_still_holds(ada: Member) -> None:
    note(account=ada.account, kind=Kind.PAUSED, day=TODAY)
    note(account=ada.account, kind=Kind.DISCLOSURE_MADE, day=TODAY)
    assert keep_of(Kind.DISCLOSURE_MADE) > keep_of(Kind.PAUSED)
    forget_old(today=TODAY + keep_of(Kind.PAUSED))
    assert page_of(ada.account, start=1).rows[-2].told
    later = TODAY + keep_of(Kind.PAUSED) + 1
    forget_old(today=later)
    page = page_of(ada.account, start=1)
    assert (page.rows[-2].told, bool(page.rows[-1].told)) == (b"", True)
    assert not Row.objects.filter(account=ada.account, kind=Kind.PAUSED).exists()
    assert walk(ada.account.ref, page.rows, today=later) == page.top


def test_a_wall_goes_with_the_place(ada: Member, ben: Member) -> None:
    note(account=ada.account, kind=Kind.PAUSED, day=TODAY, other=ben.account)
    note(account=ben.account, kind=Kind.PAUSED, day=TODAY, other=ada.account)
    close_place(ada.account)
    forget_of_closed(PlaceClosed(ada.account))
    assert not Row.objects.filter(account=ada.account).exists()
    assert not Top.objects.filter(account=ada.account).exists()
    assert Row.objects.filter(account=ben.account).exists()


def test_nobody_is_told_anything_after_they_left(ada: Member) -> None:
    close_place(ada.account)
    ada.account.refresh_from_db()
    note(account=ada.account, kind=Kind.PAUSED, day=clock.today())
    assert not Row.objects.filter(account=ada.account).exists()


def test_telling_many_takes_few_questions(
    ada: Member, ben: Member, cem: Member, django_assert_max_num_queries: object
) -> None:
    people = [ada.account, ben.account, cem.account]
    detail = {"page": Page.RELATIONSHIPS, "role": 4}
    notes = [Note(each, Kind.STAFF_TOOK_LIST, TODAY, None, detail) for each in people]
    with django_assert_max_num_queries(9):  # type: ignore[operator]
        assert note_all(notes) == 3
    with django_assert_max_num_queries(1):  # type: ignore[operator]
        assert note_all(notes) == 0
