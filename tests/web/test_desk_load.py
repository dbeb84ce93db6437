"""What specialists carry: totals of their own words, by who supports them, never by client."""

import csv
import io

import pytest

from alongside.ground import clock
from alongside.keys.models import Endorsement
from alongside.people.models import RoleName
from alongside.programme.models import Seat
from alongside.promises.models import Became, Made, Pledge, Side
from alongside.promises.rules import LEAST_PEOPLE, TOTALS_DAYS, totals_point_at_nobody
from alongside.relationships.models import Relationship, State
from bench.crowd import crowd
from tests.web.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
TOTALS = slice(5, 10)


@pytest.fixture
def many(desk):
    return crowd(60, wishes=1)


@pytest.fixture
def supervisor(cem, desk):
    """Cem, whom the programme calls a supervisor."""
    today = clock.today()
    Endorsement.objects.create(
        account=cem.account,
        kr_hash=bytes(32),
        role=RoleName.SUPERVISOR,
        display_name="Cem",
        from_day=today - 1,
        to_day=today + 80,
        serial=9_000_000,
        sig=bytes(64),
    )
    return cem.account


def pledge(relationship, at, *, state=Became.KEPT, by=Side.SPECIALIST, days_ago=1):
    today = clock.today()
    Pledge.objects.create(
        relationship=relationship,
        ref=at.to_bytes(16, "big"),
        by=by,
        made_by=Made.TAP,
        state=state,
        made_on=today - days_ago - 1,
        due_on=today - days_ago,
        settled_on=None if state == Became.OPEN else today - days_ago,
    )


def walks(many, specialist, people):
    """Let a specialist walk with exactly so many, and with nobody else before."""
    others = [one for one in many.specialists if one != specialist]
    Relationship.objects.filter(specialist=specialist).update(specialist=others[0])
    rows = list(Relationship.objects.filter(state=State.ACTIVE).order_by("pk")[:people])
    assert len(rows) == people
    for row in rows:
        row.specialist = specialist
        row.save(update_fields=["specialist"])
    return rows


def filed(at_desk, query=""):
    answer = at_desk.get(f"/desk/load/as-file{query}").getvalue().decode()
    rows = list(csv.reader(io.StringIO(answer.removeprefix("\ufeff"))))[1:]
    return {row[0]: row for row in rows}


def test_totals_of_one_or_two_people_are_told_to_nobody():
    assert [totals_point_at_nobody(people) for people in (0, 1, 2, 3, 40)] == [
        *[False] * 3,
        *[True] * 2,
    ]


@pytest.mark.parametrize("people", range(1, LEAST_PEOPLE + 2))
def test_dora_reads_totals_only_where_they_point_at_nobody(many, at_desk, people):
    specialist = many.specialists[1]
    rows = walks(many, specialist, people)
    for at, row in enumerate(rows):
        pledge(row, 10 * at)
        pledge(row, 10 * at + 1, state=Became.BROKEN)
        pledge(row, 10 * at + 2, state=Became.OPEN)
    told = filed(at_desk)["Person 1"]

    assert told[2] == str(people)
    shown = [str(people), str(people), "0", str(people), "0"]
    assert told[TOTALS] == (shown if people >= LEAST_PEOPLE else [""] * 5)


def test_only_their_own_words_of_this_quarter_are_counted(many, at_desk):
    rows = walks(many, many.specialists[1], 4)
    pledge(rows[0], 1)
    pledge(rows[0], 2, by=Side.CLIENT)
    pledge(rows[1], 3, days_ago=TOTALS_DAYS + 1)

    assert filed(at_desk)["Person 1"][TOTALS] == ["0", "1", "0", "0", "0"]


def test_somebody_who_ended_long_ago_does_not_hide_the_one_who_is_left(many, at_desk):
    rows = walks(many, many.specialists[1], 3)
    pledge(rows[0], 1)
    for row in rows[1:]:
        row.state, row.ended_by = State.ENDED, 1
        row.ended_on = clock.today() - TOTALS_DAYS - 1
        row.save()

    assert filed(at_desk)["Person 1"][TOTALS] == [""] * 5


def test_dora_notes_who_supports_whom_and_sees_theirs_alone(many, at_desk, supervisor):
    mine = many.specialists[:2]
    for one in mine:
        answer = at_desk.post("/desk/load/support", {"specialist": one.pk, "by": supervisor.pk})
        assert (answer.status_code, answer.headers["Location"]) == (302, "/desk/load")

    assert set(filed(at_desk, f"?by={supervisor.pk}")) == {"Person 0", "Person 1"}
    assert filed(at_desk)["Person 0"][1] == "Cem"
    everyone, nobodys = filed(at_desk), filed(at_desk, "?by=none")
    assert set(everyone) == set(nobodys) | {"Person 0", "Person 1"}
    assert not set(nobodys) & {"Person 0", "Person 1"}
    text = Page(at_desk.get(f"/desk/load?by={supervisor.pk}")).text
    assert "Person 1" in text
    assert "Person 2" not in text

    at_desk.post("/desk/load/support", {"specialist": mine[0].pk, "by": ""})
    assert set(filed(at_desk, f"?by={supervisor.pk}")) == {"Person 1"}


def test_nobody_but_a_supervisor_supports_and_only_a_seat_is_supported(
    many, at_desk, supervisor, ada
):
    seat = many.specialists[0].pk
    Endorsement.objects.filter(account=supervisor).update(revoked=True)
    for given in (
        {"specialist": seat, "by": ada.account.pk},
        {"specialist": seat, "by": supervisor.pk},
        {"specialist": ada.account.pk, "by": ""},
        {"specialist": "x" * 40, "by": ""},
        {},
    ):
        assert at_desk.post("/desk/load/support", given).status_code == 404
    assert not Seat.objects.exclude(supported_by=None).exists()


def test_pages_and_file_tell_the_same_and_odd_addresses_show_everyone(many, at_desk):
    everyone = set(filed(at_desk))
    assert len(everyone) == len(many.specialists)
    for odd in ("by=x", "by=99999", "after=x", "after=-1"):
        page = Page(at_desk.get(f"/desk/load?{odd}")).text
        assert all(name in page for name in everyone)


def test_no_page_says_who_a_client_is(many, at_desk):
    html = at_desk.get("/desk/load").content.decode()
    assert "Person 0" in html
    assert "comes-" not in html
    assert "/desk/relationships/" not in html


@pytest.mark.parametrize("people", range(1, LEAST_PEOPLE))
def test_what_a_row_leaves_out_cannot_be_taken_from_the_report(many, at_desk, people):
    def read():
        report = at_desk.get("/desk/report/as-file").getvalue().decode().splitlines()
        return [filed(at_desk), [line for line in report if "said they would do" in line]]

    rows = walks(many, many.specialists[1], people)
    shown = next(
        one
        for one in Relationship.objects.filter(state=State.ACTIVE)
        if filed(at_desk)[f"Person {many.specialists.index(one.specialist)}"][TOTALS][0]
    )
    pledge(shown, 1)
    before = read()
    for at, state in enumerate([Became.KEPT, Became.BROKEN, Became.REPAIRED, Became.OPEN]):
        pledge(rows[0], 10 + at, state=state)
        pledge(rows[-1], 20 + at, state=state)
    assert read() == before

    pledge(shown, 2)
    assert read() != before
