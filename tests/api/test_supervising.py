"""A supervisor reads what those carry whom they support, who learn of it; nobody else does."""

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.keys.models import Endorsement
from alongside.people.models import RoleName
from alongside.programme.supporting import support
from alongside.promises.models import Became, Made, Pledge, Side
from alongside.promises.rules import LEAST_PEOPLE
from alongside.relationships.models import Relationship
from alongside.wall.actions import tell_looks
from alongside.wall.models import Row
from pse.wall import Kind, read_told

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
