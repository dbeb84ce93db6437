"""What rooms send and are answered."""

from datetime import timedelta

import pytest

from alongside.appointments.models import Hours
from alongside.ground import clock
from alongside.ground.announce import announce
from alongside.ground.identifiers import to_text
from alongside.people.announcements import PlaceClosed
from alongside.relationships import actions as relationships
from tests.appointments.meeting import HOURS_PAPERS as PAPERS
from tests.appointments.meeting import NOW, agreed, at, propose, say_hours
from tests.cast import accept, ask


def seconds(moment):
    return int(moment.timestamp())


def times(member, relationship):
    path = f"/api/relationships/{relationship.pk}/times"
    return member.room.get(f"{path}?since={seconds(at(0, 0))}&until={seconds(at(2, 0))}")


def code(answer):
    return answer.status_code, answer.json().get("error", {}).get("code")


def test_ben_says_his_hours_and_reads_them_again(ben):
    assert ben.room.get("/api/hours").json() == {"hours": None}

    assert ben.room.put("/api/hours", PAPERS).json() == {"hours": PAPERS}

    assert ben.room.get("/api/hours").json() == {"hours": PAPERS}


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("zone", "Europe/Atlantis", (422, "no-such-zone")),
        ("minutes", 7, (422, "not-hours")),
        ("week", [[[540, 530]], *PAPERS["week"][1:]], (422, "not-hours")),
        ("others", [{"day": "2027-02-30", "off": True, "more": []}], (422, "not-hours")),
    ],
)
def test_hours_nobody_can_keep_are_refused_and_the_old_ones_stay(ben, field, value, expected):
    ben.room.put("/api/hours", PAPERS)

    assert code(ben.room.put("/api/hours", PAPERS | {field: value})) == expected
    assert ben.room.get("/api/hours").json() == {"hours": PAPERS}


def test_ada_sees_free_times_and_where_bens_day_is_but_not_with_whom_he_is(
    talking, with_finn, ada, ben, finn
):
    say_hours(ben)
    propose(with_finn, finn, at(1))

    found = times(ada, talking).json()

    assert set(found) == {"starts", "zone", "minutes", "books"}
    assert seconds(at(1)) not in found["starts"]
    assert seconds(at(1, 11)) in found["starts"]
    assert ada.room.get("/api/appointments").json()["appointments"] == []


def test_without_hours_there_is_nothing_to_pick_and_nothing_breaks(talking, ada):
    assert times(ada, talking).json() == {
        "starts": [],
        "zone": None,
        "minutes": None,
        "books": False,
    }


def test_from_a_proposal_to_what_became_of_it(talking, ada, ben):
    wanted = {"at": seconds(at(1)), "minutes": 30}
    answer = ben.room.post(f"/api/relationships/{talking.pk}/appointments", wanted)
    assert answer.status_code == 201
    (made,) = answer.json()["appointments"]
    path = f"/api/appointments/{made['ref']}"
    assert (made["state"], made["by"], made["mine"]) == ("proposed", "specialist", "specialist")

    assert ada.room.post(f"{path}/agree").json()["state"] == "agreed"
    moved = ben.room.post(f"{path}/move", {"at": seconds(at(2))}).json()
    assert (moved["at"], moved["wish"]) == (seconds(at(1)), seconds(at(2)))
    assert ada.room.post(f"{path}/move/keep").json()["wish"] is None
    ben.room.post(f"{path}/move", {"at": seconds(at(2))})
    moved = ada.room.post(f"{path}/move/agree", {"at": seconds(at(2))}).json()
    assert moved["at"] == seconds(at(2))
    assert code(ada.room.post(f"{path}/said", {"what": "met"})) == (422, "not-now")
    assert code(ada.room.post(f"{path}/said", {"what": "wonderful"})) == (422, "not-now")
    assert ben.room.post(f"{path}/cancel").json()["state"] == "cancelled"


def test_ben_sees_no_hole_where_ada_is_with_somebody_else(talking, ada, ben, lea):
    say_hours(ben)
    before = times(ben, talking).json()["starts"]
    with_lea = accept(ask(ada, lea)[0], lea)
    propose(with_lea, lea, at(1))

    assert times(ben, talking).json()["starts"] == before
    assert seconds(at(1)) in before
    assert seconds(at(1)) not in times(ada, talking).json()["starts"]


def test_what_ada_waits_for_is_hers_to_know(talking, ada, ben):
    say_hours(ben)
    one = agreed(talking, ada, ben, at(3))
    path = f"/api/appointments/{to_text(bytes(one.ref))}"

    waits = ada.room.put(f"{path}/earlier", {"wants": True}).json()

    assert waits["wants_earlier"] is True
    assert waits["earlier"] is not None
    (his,) = ben.room.get("/api/appointments").json()["appointments"]
    assert (his["wants_earlier"], his["earlier"]) == (False, None)
    taken = ada.room.post(f"{path}/earlier/take", {"at": waits["earlier"]}).json()
    assert (taken["at"], taken["wants_earlier"]) == (waits["earlier"], False)


def test_a_stranger_finds_no_more_than_where_there_is_nothing(talking, ada, ben, finn, lea):
    one = agreed(talking, ada, ben, at(3))
    missing = finn.room.post(f"/api/appointments/{'A' * 22}/agree")
    for who in (finn, lea):
        for step in ("agree", "decline", "move/agree", "move/keep", "cancel"):
            path = f"/api/appointments/{to_text(bytes(one.ref))}/{step}"
            papers = {"at": seconds(at(4))} if step == "move/agree" else None
            answer = who.room.post(path, papers)
            assert (answer.status_code, answer.content) == (404, missing.content)
        assert times(who, talking).status_code == 404
        assert who.room.get("/api/appointments").json()["appointments"] == []


def test_the_list_of_times_has_an_end_and_asks_as_much_for_many_as_for_one(
    talking, ada, ben, django_assert_max_num_queries
):
    for first in (1, 2):
        propose(talking, ben, at(first), times=10)
    with django_assert_max_num_queries(4):
        found = ada.room.get("/api/appointments").json()["appointments"]
    assert len(found) == 20
    rest = ada.room.get(f"/api/appointments?before={found[9]['id']}").json()["appointments"]
    assert rest == found[10:]


def test_the_house_is_never_told_where_or_why(talking, ben):
    for further in ("where", "b", "way", "note"):
        wanted = {"at": seconds(NOW + timedelta(days=1)), "minutes": 30, further: "the park"}
        answer = ben.room.post(f"/api/relationships/{talking.pk}/appointments", wanted)
        assert answer.status_code in (400, 422)


def test_whoever_does_not_walk_with_ben_any_more_sees_no_free_time_of_his(talking, ada, ben):
    say_hours(ben)
    assert times(ada, talking).json()["starts"]
    relationships.end(talking, by=ben.account, today=clock.today())

    assert code(times(ada, talking)) == (404, "not-found")


def test_a_moment_that_no_calendar_has_is_not_looked_at(talking, ada, ben):
    say_hours(ben)
    path = f"/api/relationships/{talking.pk}/times?since=253402300799"

    assert ada.room.get(path).json()["starts"] == []


def test_with_bens_place_his_week_goes(ben):
    say_hours(ben)

    announce(PlaceClosed(ben.account))

    assert not Hours.objects.exists()
