"""How heavy it is to walk with somebody: said by the specialist, told to nobody else."""

import pytest

from alongside.conversations.desk import specialists_at_desk
from alongside.ground import clock
from alongside.programme.actions import set_seat
from alongside.promises.desk import carried
from alongside.relationships.models import Came, Relationship
from alongside.relationships.queries import load_of
from alongside.relationships.weights import HEAVY, LIGHT, ORDINARY, places, told
from tests.cast import ask_papers


def weigh(member, relationship, weight):
    path = f"/api/carrying/people/{relationship.pk}"
    return member.room.call("PUT", path, {"weight": weight})


def more_people(talking, *members):
    for number, other in enumerate(members, start=1):
        row = Relationship.objects.get(pk=talking.pk)
        row.pk, row.client, row.conv = None, other.account, bytes([number]) * 16
        row.weight = ORDINARY
        row.save()


def at_desk(ben):
    today = clock.today()
    (one,) = [row for row in carried(today) if row.account == ben.account.pk]
    (other,) = [row for row in specialists_at_desk(today) if row.account == ben.account.pk]
    return one.load, other.load


@pytest.mark.parametrize(
    ("halves", "taken"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (23, 12), (24, 12)]
)
def test_a_begun_place_is_taken(halves, taken):
    assert places(halves) == taken


def test_others_see_the_sum_from_three_people_on_and_people_before():
    assert [told(people, HEAVY * people) for people in (0, 1, 2, 3)] == [0, 1, 2, 6]


def test_a_heavy_talk_takes_two_places_and_the_next_one_waits(talking, ben, finn):
    set_seat(ben.account, paused=False, cap=2)
    assert weigh(ben, talking, HEAVY).json()["taken"] == 2

    answer = finn.room.call("POST", "/api/asks", ask_papers(finn, ben).payload)

    assert answer.json()["error"]["code"] == "not-free"
    assert weigh(ben, talking, LIGHT).json()["taken"] == 1
    answer = finn.room.call("POST", "/api/asks", ask_papers(finn, ben).payload)
    assert answer.status_code == 201


def test_the_desk_sees_a_sum_and_never_which_one(talking, ben, ada, finn, dora):
    weigh(ben, talking, HEAVY)
    assert at_desk(ben) == (1, 1)

    more_people(talking, finn, dora)

    assert at_desk(ben) == (4, 4)
    assert load_of(ben.account) == 4


def test_ada_never_learns_how_heavy_it_is(talking, ada, ben):
    weigh(ben, talking, HEAVY)

    for path in ("/api/relationships", "/api/me"):
        assert b"weight" not in ada.room.get(path).content
    assert weigh(ada, talking, LIGHT).status_code == 404
    assert ada.room.get("/api/carrying").status_code == 404
    (one,) = ben.room.get("/api/carrying").json()["people"]
    assert one == {"id": talking.pk, "weight": HEAVY}


def test_only_what_takes_a_place_has_a_weight(talking, ben):
    assert weigh(ben, talking, 3).json()["error"]["code"] == "not-now"
    Relationship.objects.filter(pk=talking.pk).update(came=Came.STANDS_IN)
    assert weigh(ben, talking, HEAVY).json()["error"]["code"] == "not-now"
