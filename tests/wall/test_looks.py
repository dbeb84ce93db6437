"""A look of the desk is written down before it is answered, and read by whoever it is about."""

import re
from pathlib import Path
from typing import Any

import pytest

import alongside
from alongside.ground import clock
from alongside.people.actions import close_place
from alongside.people.announcements import PlaceClosed
from alongside.people.models import RoleName
from alongside.timers.actions import run_due
from alongside.wall.actions import (
    Kind,
    Note,
    Page,
    note,
    note_all,
    read_wall,
    tell_looks,
    tell_people,
    tell_seen,
    tell_taken,
    telling,
)
from alongside.wall.actions.forgetting import forget_of_closed
from alongside.wall.models import Row, Top, Untold
from alongside.wall.queries import page_of
from pse.wall import read_told, walk
from tests.cast import Member, sign_in_at_desk
from tests.racing import race

TODAY = clock.today()


def looks(member: Member) -> list[tuple[Kind, int]]:
    """The looks on a wall as its person reads it, each with its day; its chain holds."""
    page = read_wall(member.account, start=1)
    assert walk(member.account.ref, page.rows, today=TODAY + 9) == page.top
    told = [(read_told(row.told).kind, row.day) for row in page.rows]
    return [
        (kind, day) for kind, day in told if kind in {Kind.STAFF_VIEW, Kind.STAFF_TOOK_LIST}
    ]


def test_ada_reads_at_once_that_dora_looked(
    desk: Any, app: bytes, asked: Any, ada: Member
) -> None:
    at_desk = sign_in_at_desk(desk, app)
    assert at_desk.get("/desk/relationships?is=waiting").status_code == 200
    assert Untold.objects.filter(account=ada.account).count() == 1

    wall = ada.room.get("/api/wall").json()

    assert wall["rows"][-1]["n"] == wall["n"]
    assert looks(ada) == [(Kind.STAFF_VIEW, TODAY)]
    assert not Untold.objects.filter(account=ada.account).exists()


def test_nobody_waits_for_a_look_longer_than_for_the_timers(ada: Member, ben: Member) -> None:
    tell_people([ada.account, ben.account], Page.WAITING, today=TODAY)
    assert run_due(now=clock.now()) == []
    told = Row.objects.filter(kind=Kind.STAFF_VIEW).values_list("account", flat=True)
    assert set(told) == {ada.account.pk, ben.account.pk}
    assert not Untold.objects.exists()


def test_a_look_often_in_a_day_is_told_once_whenever_it_is_told(ada: Member) -> None:
    for _ in range(2):
        for _ in range(3):
            tell_seen([ada.account.pk], Page.WAITING, today=TODAY)
        assert Untold.objects.count() == 1
        assert looks(ada) == [(Kind.STAFF_VIEW, TODAY)]
    tell_taken([ada.account.pk], Page.WAITING, today=TODAY)
    tell_people([ada.account], Page.WAITING, today=TODAY, by=RoleName.SUPERVISOR)
    assert sorted(looks(ada)) == sorted(
        [(Kind.STAFF_VIEW, TODAY)] * 2 + [(Kind.STAFF_TOOK_LIST, TODAY)]
    )


def test_a_look_stands_on_its_own_day_though_more_happened_since(ada: Member) -> None:
    tell_seen([ada.account.pk], Page.WAITING, today=TODAY)
    note(account=ada.account, kind=Kind.PAUSED, day=TODAY + 1)
    assert looks(ada) == [(Kind.STAFF_VIEW, TODAY)]
    assert page_of(ada.account, start=1).rows[-1].day == TODAY + 1


def test_a_look_is_still_owed_where_telling_it_broke_off(
    ada: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell_seen([ada.account.pk], Page.WAITING, today=TODAY)

    def broken(*_: Any) -> None:
        raise RuntimeError("broke off")

    with monkeypatch.context() as breaks:
        breaks.setattr(telling, "_row_after", broken)
        assert run_due(now=clock.now()) == ["tell_looks"]
        with pytest.raises(RuntimeError, match="broke off"):
            read_wall(ada.account, start=1)
    assert Untold.objects.count() == 1
    assert looks(ada) == [(Kind.STAFF_VIEW, TODAY)]


def test_nothing_is_told_of_whoever_has_left(ada: Member, ben: Member) -> None:
    tell_people([ada.account, ben.account], Page.WAITING, today=TODAY)
    close_place(ada.account)
    forget_of_closed(PlaceClosed(ada.account))
    tell_seen([ada.account.pk], Page.WAITING, today=TODAY)
    tell_looks()
    assert not Untold.objects.exists()
    assert not Top.objects.filter(account=ada.account).exists()
    assert looks(ben) == [(Kind.STAFF_VIEW, TODAY)]


@pytest.mark.django_db(transaction=True)
def test_whoever_tells_at_one_moment_tells_once_and_the_wall_holds(
    ada: Member, ben: Member
) -> None:
    people = [ada.account, ben.account]

    def pause() -> None:
        note_all([Note(each, Kind.PAUSED, TODAY) for each in people])

    def look() -> None:
        tell_people(people, Page.WAITING, today=TODAY)

    def read() -> None:
        read_wall(ben.account, start=1)

    done = race(look, tell_looks, read, pause, look, tell_looks, read)
    assert [one for one in done if isinstance(one, Exception)] == []
    assert looks(ada) == looks(ben) == [(Kind.STAFF_VIEW, TODAY)]


def test_there_is_no_other_way_to_read_a_wall() -> None:
    rooms = Path(alongside.__file__).parent
    names = re.compile(r"\b(page_of|top_of|WallPage)\b|wall\.models")
    reading = {
        str(path.relative_to(rooms))
        for path in rooms.rglob("*.py")
        if "alongside.wall.queries" in path.read_text() and names.search(path.read_text())
    }
    outside = {one for one in reading if not one.startswith("wall/")}
    assert outside == set()
    assert "wall/actions/reading.py" in reading
