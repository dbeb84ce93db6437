"""Nobody waits unseen: the desk sees that somebody waits, since which day, and with whom."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from alongside.conversations.desk import long_waits_at_desk
from alongside.conversations.models import Head
from alongside.ground import clock
from alongside.ground.clock import day_of
from alongside.keys import actions as keys
from alongside.notices.models import Owed, Reach
from alongside.programme.rules import last_day_in_time
from alongside.timers.actions import run_due
from tests.cast import accept, answer_for, ask, bring_in, found
from tests.web.reading import Page

NOW = clock.now().replace(hour=12)
TODAY = day_of(NOW)


def waited(days):
    Head.objects.update(waiting_since=TODAY - days)


def reach_of_dora(desk):
    return Reach.objects.create(
        desk_user=desk, ref=bytes(16), address="dora@desk.example.org", confirmed=True
    )


def seen_at_desk(desk):
    at_desk = Client()
    at_desk.force_login(desk)
    return Page(at_desk.get("/desk/"))


def test_after_two_days_the_desk_sees_that_somebody_waits_with_ben(talking, desk):
    waited(1)
    assert long_waits_at_desk(TODAY, answer_within_hours=48) == []

    waited(3)
    (wait,) = long_waits_at_desk(TODAY, answer_within_hours=48)
    assert (wait.age_days, wait.specialist_name) == (3, "Ben")


def test_the_desk_says_what_to_do_and_never_who_waits(talking, ada, desk):
    Head.objects.update(waiting_since=clock.today() - 3)

    page = seen_at_desk(desk)

    assert "With Ben" in page.text
    assert "has waited for 3 days" in page.text
    assert "Please call Ben" in page.text
    assert ada.username not in page.html
    assert f"number {talking.pk}" not in page.text


def test_the_longest_wait_stands_first(talking, ben, desk):
    finn = bring_in("finn")
    second, _ = ask(finn, ben)
    accept(second, ben)
    heads = Head.objects.order_by("pk")
    heads.filter(pk=heads[0].pk).update(waiting_since=TODAY - 2)
    heads.filter(pk=heads[1].pk).update(waiting_since=TODAY - 9)

    waits = long_waits_at_desk(TODAY, answer_within_hours=48)

    assert [wait.age_days for wait in waits] == [9, 2]


def test_a_hello_stands_in_one_list_only(asked, desk):
    Head.objects.update(waiting_since=clock.today() - 3)

    assert long_waits_at_desk(clock.today(), answer_within_hours=48) == []
    assert "Waiting for an answer" not in seen_at_desk(desk).text


@pytest.mark.parametrize("step", ["end", "block"])
def test_when_it_ends_nothing_is_kept_of_a_wait(talking, ada, step):
    waited(5)

    answer = ada.room.post(f"/api/relationships/{talking.pk}/{step}")

    assert answer.status_code == 200
    assert not Head.objects.filter(waiting_since__isnull=False).exists()


def test_when_ben_says_no_nothing_is_kept_of_a_wait(asked, ben):
    assert Head.objects.get().waiting_since is not None

    ben.room.post(f"/api/relationships/{asked.pk}/decline")

    assert Head.objects.get().waiting_since is None


def test_what_the_wire_wrote_at_the_very_end_is_forgotten_by_the_timers(talking, ada):
    ada.room.post(f"/api/relationships/{talking.pk}/end")
    waited(5)

    run_due(now=NOW)

    assert Head.objects.get().waiting_since is None


def test_dora_is_owed_one_note_for_a_long_wait_and_none_for_a_short_one(talking, desk):
    reach = reach_of_dora(desk)
    waited(1)
    run_due(now=NOW)
    assert not Owed.objects.exists()

    waited(2)
    run_due(now=NOW)
    assert Owed.objects.filter(reach=reach).exists()

    Owed.objects.all().delete()
    run_due(now=NOW + timedelta(hours=2))
    assert not Owed.objects.exists()


def test_a_hello_that_waits_too_long_owes_dora_a_note_as_well(asked, desk):
    reach_of_dora(desk)
    waited(2)

    run_due(now=NOW)

    assert Owed.objects.count() == 1


def test_a_word_that_ends_within_30_days_owes_dora_one_note(ben, desk):
    reach = reach_of_dora(desk)
    run_due(now=NOW + timedelta(days=58))
    assert not Owed.objects.exists()

    for days in (61, 62):
        run_due(now=NOW + timedelta(days=days))
    assert Owed.objects.filter(reach=reach).count() == 1

    Owed.objects.all().delete()
    run_due(now=NOW + timedelta(days=63))
    assert not Owed.objects.exists()


def test_a_word_that_was_renewed_owes_nothing(ben, desk):
    reach_of_dora(desk)
    later = answer_for(ben, from_day=clock.today(), days=90, serial=3)
    short = answer_for(ben, from_day=clock.today(), days=10, serial=2)
    for file in (short, later):
        keys.take_endorsement(file, by=desk, now=clock.now())

    run_due(now=NOW)

    assert not Owed.objects.exists()


@pytest.mark.parametrize(("hours", "days"), [(24, 1), (48, 2), (72, 3)])
def test_a_programme_chooses_after_how_many_days(hours, days):
    assert last_day_in_time(100, answer_within_hours=hours) == 100 - days


@pytest.mark.parametrize("hours", [0, 12, 47, 49, 24 * 15])
def test_hours_that_are_no_whole_days_are_refused(db, hours):
    with pytest.raises(ValidationError):
        found(answer_within_hours=hours)
