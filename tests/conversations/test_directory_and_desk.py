import pytest

from alongside.conversations.desk import SpecialistAtDesk, specialists_at_desk, waiting_at_desk
from alongside.ground import clock
from alongside.people import actions as people
from alongside.programme.models import Seat
from pse.as_json import read_endorsement, read_key_record, read_profile_json
from pse.profile import verify_listed
from pse.signing import verify_key_of
from tests.cast import (
    HOME,
    PROFILE,
    ROSTER_SEED,
    accept,
    ask,
    bring_in,
    bring_in_specialist,
    show,
)

TODAY = clock.today()
NAMES = ["maple-otter-5528", "garden-robin-1183", "prairie-swift-3905"]


def listed(member):
    return member.room.get("/api/directory").json()["people"]


def test_everyone_listed_can_be_checked_on_the_device(ada, ben):
    (one,) = listed(ada)

    records = [read_key_record(each) for each in one["key_records"]]
    fields = verify_listed(
        read_profile_json(one["profile"]),
        read_endorsement(one["endorsement"]),
        home=HOME,
        roster=verify_key_of(ROSTER_SEED),
        records=records,
        today=TODAY,
    )
    assert fields == PROFILE
    assert (one["free"], one["again_day"]) == (True, None)


def test_only_people_with_an_endorsement_today_and_a_profile_are_listed(
    ada, ben, desk, monkeypatch
):
    bring_in("maple-otter-5528", link=people.make_link(by=desk, note="", now=clock.now()))
    assert len(listed(ada)) == 1

    for day in (TODAY + 91, TODAY - 1):
        monkeypatch.setattr(clock, "today", lambda day=day: day)
        assert listed(ada) == []


def test_who_has_no_room_is_listed_as_not_free(ada, ben):
    Seat.objects.update(cap=1)
    accept(ask(ada, ben)[0], ben)
    assert [one["free"] for one in listed(ada)] == [False]

    Seat.objects.update(cap=2)
    assert [one["free"] for one in listed(ada)] == [True]

    Seat.objects.update(paused=True)
    assert [one["free"] for one in listed(ada)] == [False]


def test_five_hellos_are_enough_to_wait_for(ada, ben):
    for number in range(5):
        assert [one["free"] for one in listed(ada)] == [True]
        ask(bring_in(f"quiet-meadow-000{number}"), ben)

    assert [one["free"] for one in listed(ada)] == [False]


def test_what_has_not_changed_is_not_sent_again(ada, finn, ben):
    first = ada.room.get("/api/directory")
    same = finn.room.get("/api/directory", If_None_Match=first.headers["ETag"])
    Seat.objects.update(paused=True)
    changed = ada.room.get("/api/directory", If_None_Match=first.headers["ETag"])

    assert (same.status_code, same.content) == (304, b"")
    assert changed.status_code == 200
    assert changed.headers["ETag"] != first.headers["ETag"]
    assert {first.headers["Cache-Control"], same.headers["Cache-Control"]} == {"no-store"}


def test_more_people_take_no_more_questions(ada, ben, desk, django_assert_num_queries):
    with django_assert_num_queries(13):
        assert len(listed(ada)) == 1
    for name in NAMES:
        bring_in_specialist(name, desk, display_name="Theo")

    with django_assert_num_queries(13):
        assert len(listed(ada)) == 4


def test_more_relationships_take_no_more_questions(ada, finn, ben, django_assert_num_queries):
    accept(ask(ada, ben)[0], ben)
    with django_assert_num_queries(15):
        assert len(ben.room.get("/api/relationships").json()["relationships"]) == 1
    for member in (finn, bring_in("quiet-meadow-0001"), bring_in("quiet-meadow-0002")):
        accept(ask(member, ben)[0], ben)

    with django_assert_num_queries(15):
        assert len(ben.room.get("/api/relationships").json()["relationships"]) == 4


def test_the_desk_sees_numbers_and_never_a_clients_name(asked, ada, ben, desk):
    (hello,) = waiting_at_desk(TODAY + 3)
    (specialist,) = specialists_at_desk(TODAY)

    assert (hello.relationship_id, hello.age_days, hello.specialist_name) == (
        asked.pk,
        3,
        "Ben",
    )
    assert specialist == SpecialistAtDesk(
        account=ben.account.pk,
        person=ben.account,
        name="Ben",
        role_state="endorsed",
        paused=False,
        cap=12,
        load=0,
        waiting=1,
        to_day=TODAY + 90,
        runs_desk=False,
    )
    assert ada.username not in repr((hello, specialist))


def test_the_desk_sees_who_wishes_to_be_a_specialist_and_who_has_lapsed(ben, desk):
    new = bring_in("maple-otter-5528", link=people.make_link(by=desk, note="", now=clock.now()))
    show(new, PROFILE | {"name": "Theo"})

    states = {one.name: one.role_state for one in specialists_at_desk(TODAY + 91)}

    assert states == {"Ben": "lapsed", "Theo": "wished"}


def test_more_specialists_take_the_desk_no_more_questions(ben, desk, django_assert_num_queries):
    with django_assert_num_queries(6):
        specialists_at_desk(TODAY)
    for name in NAMES:
        bring_in_specialist(name, desk, display_name="Theo")

    with django_assert_num_queries(6):
        assert len(specialists_at_desk(TODAY)) == 4


@pytest.mark.parametrize("member", ["ada", "ben", "finn"])
def test_everyone_gets_the_same_list(request, ada, ben, finn, member):
    room = request.getfixturevalue(member).room

    assert room.get("/api/directory").content == ada.room.get("/api/directory").content
