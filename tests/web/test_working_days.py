"""Which days count, and how early is in time: the desk's word, else the machine's."""

import pytest

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.programme.actions import change
from alongside.programme.queries import in_time_hours, working_days
from alongside.repairs.models import Repair
from alongside.repairs.rules import due_on
from tests.web.reading import Page

REF = to_text(b"sixteen of a kind"[:16])


def say_it(talking, ada):
    answer = ada.room.put(
        f"/api/relationships/{talking.pk}/repairs/{REF}", {"tells_desk": False}
    )
    assert answer.status_code == 200
    return Repair.objects.get().due_on


def test_before_the_desk_says_anything_the_machine_counts(talking, ada, settings):
    settings.WORKING_DAYS, settings.IN_TIME_HOURS = (6, 7), 36

    assert (working_days(), in_time_hours()) == ((6, 7), 36)
    assert say_it(talking, ada) == due_on(clock.today(), working_days=(6, 7))


def test_a_reply_is_due_on_the_days_the_desk_said(talking, ada, desk, settings):
    change("working-days", {"working_days": "2"}, by=desk)

    assert say_it(talking, ada) == due_on(clock.today(), working_days=(2,))


def test_what_is_due_already_keeps_its_day(talking, ada, desk):
    before = say_it(talking, ada)

    change("working-days", {"working_days": "7"}, by=desk)

    assert Repair.objects.get().due_on == before


def test_every_room_is_told_how_early_is_in_time(talking, ada, desk):
    change("in-time", {"in_time_hours": 72}, by=desk)

    assert ada.room.get("/api/appointments").json()["in_time_hours"] == 72


@pytest.mark.parametrize(
    ("setting", "form", "words"),
    [
        ("working-days", {}, "one day of the week or more"),
        ("working-days", {"working_days": ["8"]}, "one day of the week or more"),
        ("in-time", {"in_time_hours": "0"}, "from 1 to 168"),
        ("in-time", {"in_time_hours": "169"}, "from 1 to 168"),
        ("in-time", {"in_time_hours": "a day"}, "from 1 to 168"),
    ],
)
def test_what_is_none_is_said_plainly_and_changes_nothing(
    house, client, desk, setting, form, words
):
    client.force_login(desk)
    before = (working_days(), in_time_hours())

    answer = client.post(f"/desk/promise/{setting}", {**form, "sure": "yes"})

    assert answer.status_code == 422
    assert words in Page(answer).text
    assert (working_days(), in_time_hours()) == before


def test_the_desk_reads_what_is_in_force_and_no_sentence_of_the_promise_moves(
    house, client, desk
):
    client.force_login(desk)
    looked = client.post("/desk/promise/working-days", {"working_days": ["1", "3"]})
    assert "Monday, Wednesday" in Page(looked).text

    client.post("/desk/promise/working-days", {"working_days": ["1", "3"], "sure": "yes"})

    assert working_days() == (1, 3)
    assert "You work on: Monday, Wednesday." in Page(client.get("/desk/promise")).text
