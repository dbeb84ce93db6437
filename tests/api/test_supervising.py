"""A supervisor reads what those carry whom they support, who learn of it; nobody else does."""

import pytest

from alongside.concerns.counted import month_began
from alongside.concerns.models import Concern, State
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.keys.models import Endorsement
from alongside.people import actions as people
from alongside.people.models import RoleName
from alongside.programme.supporting import support
from alongside.promises.models import Became, Made, Pledge, Side
from alongside.promises.rules import LEAST_PEOPLE
from alongside.relationships.models import Relationship
from alongside.wall.actions import tell_looks
from alongside.wall.models import Row
from pse.wall import Kind, read_told
from tests.naming import names

PATH = "/api/supervising"


def told(member):
    tell_looks()
    rows = Row.objects.filter(account=member.account, kind=Kind.STAFF_VIEW)
    return [read_told(row.told).detail for row in rows]


def test_cem_reads_what_ben_carries_and_with_whom_he_does_not(supervisor, talking, ada, ben):
    answer = supervisor.room.get(PATH)

    assert answer.status_code == 200
    (one,) = answer.json()["people"]
    assert one == {
        "name": "Ben",
        "load": 1,
        "cap": 7,
        "waiting": 0,
        "paused": False,
        # He walks with one person: his totals would be hers.
        "totals": None,
        "account_id": to_text(bytes(ben.account.ref)),
        "debrief": None,
    }
    for theirs in (ada.username, str(talking.pk), str(ada.account.pk)):
        assert f'"{theirs}"' not in answer.content.decode()


def test_totals_are_told_from_three_people_on(supervisor, talking, finn, dora, ben):
    for number, other in enumerate((finn, dora), start=1):
        row = Relationship.objects.get(pk=talking.pk)
        row.pk, row.client, row.conv = None, other.account, bytes([number]) * 16
        row.save()
    Pledge.objects.create(
        relationship=talking,
        ref=bytes(16),
        by=Side.SPECIALIST,
        made_by=Made.TAP,
        state=Became.KEPT,
        made_on=clock.today() - 2,
        due_on=clock.today(),
        settled_on=clock.today(),
    )
    found = supervisor.room.get(PATH).json()

    assert found["least"] == LEAST_PEOPLE == 3
    assert found["people"][0]["load"] == 3
    assert found["people"][0]["totals"] == {
        "open": 0,
        "kept": 1,
        "moved": 0,
        "broken": 0,
        "repaired": 0,
    }


def test_ben_reads_that_a_supervisor_looked_once_a_day(supervisor, talking, ben, ada):
    for _ in range(2):
        supervisor.room.get(PATH)

    (seen,) = told(ben)
    assert seen["role"] == RoleName.SUPERVISOR
    assert told(ada) == []


def test_nobody_else_reads_it_and_nobody_whose_word_was_taken_back(
    supervisor, ada, ben, dora, eve, finn, nobody
):
    for member in (ada, ben, dora, eve, finn):
        answer = member.room.get(PATH)
        assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not-found")
    assert nobody.get(PATH).status_code == 401
    Endorsement.objects.filter(account=supervisor.account).update(revoked=True)
    assert supervisor.room.get(PATH).status_code == 404
    assert told(ben) == []


def test_a_supervisor_reads_only_of_their_own(supervisor, ben):
    support(ben.account.pk, supervisor=None)

    assert supervisor.room.get(PATH).json()["people"] == []
    assert told(ben) == []


def concerns(by, raised_on, answered_on, count):
    for number in range(count):
        Concern.objects.create(
            ref=bytes([raised_on % 251, number]) * 8,
            by=by.account,
            raised_on=raised_on,
            due_on=raised_on + 5,
            state=State.RECEIVED if answered_on is None else State.ANSWERED,
            officer=None if answered_on is None else by.account,
            answered_on=answered_on,
        )


def test_concerns_are_counted_for_the_whole_programme_coarsely_and_only_as_the_month_began(
    supervisor, ada, ben
):
    began = month_began(clock.today())
    assert supervisor.room.get(PATH).json()["concerns"] is None
    concerns(ada, began - 3, None, 7)
    concerns(ada, began - 4, began - 1, 9)
    concerns(ada, began, None, 5)

    found = supervisor.room.get(PATH).json()
    assert (found["concerns"], found["concerns_least"]) == (None, 8)

    concerns(ada, began - 5, began, 2)
    found = supervisor.room.get(PATH).json()
    assert found["concerns"] == 10
    assert "concerns" not in found["people"][0]


@pytest.mark.parametrize(("day", "first"), [(0, 0), (30, 0), (31, 31), (20_784, 20_758)])
def test_a_month_begins_on_its_first_day(day, first):
    assert month_began(day) == first


def test_who_is_a_specialist_as_well_answers_those_they_support(supervisor, cem, ben):
    people.give_role(cem.account, RoleName.SPECIALIST)
    people.give_role(cem.account, RoleName.SUPERVISOR)
    ben.room.call("POST", "/api/debrief", None)
    day = clock.today() + 2

    assert {RoleName.SPECIALIST, RoleName.SUPERVISOR} <= set(
        cem.room.get("/api/me").json()["roles"]
    )
    path = f"/api/supervising/{to_text(bytes(ben.account.ref))}/debrief"
    assert cem.room.call("POST", path, {"meets_on": day}).status_code == 204
    assert ben.room.get("/api/debrief").json()["meets_on"] == day


def test_what_a_client_takes_along_has_none_of_supervision(supervisor, talking, ada, ben):
    """All that Ada's room may ask for: nothing of who supports Ben, a debrief, a weight."""
    ben.room.call("POST", "/api/debrief", None)
    ben.room.call("PUT", f"/api/carrying/people/{talking.pk}", {"weight": 4})
    ben.room.call("PUT", "/api/carrying/not-now", {"topics": ["grief"]})
    for path in ("me", "relationships", "documents", "wall", "told", "appointments"):
        answer = ada.room.get(f"/api/{path}")
        assert answer.status_code == 200, path
        said = answer.content.decode()
        assert not names(said, "Cem"), path
        for word in ("debrief", "supporter", "weight", "not_now", "meets_on"):
            assert word not in said, (path, word)
    for path in ("debrief", "carrying", "supervising"):
        assert ada.room.get(f"/api/{path}").status_code == 404
