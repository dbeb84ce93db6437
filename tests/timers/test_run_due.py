from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.conversations.models import Entry, Epoch, Wrap
from alongside.ground import clock
from alongside.ground.fields import SEALED
from alongside.keeping.tables import CONTENT_TABLES, KEY_TABLES
from alongside.people import actions as people
from alongside.people.models import OneTimeLink, Token, Tries
from alongside.people.tries import Door, take_try
from alongside.relationships.actions import leaving
from alongside.relationships.models import Relationship
from alongside.timers import actions
from alongside.timers.actions import run_due
from tests.racing import race

NOW = clock.now()
# Links are counted in whole days: noon is far from both ends of one.
NOON = NOW.replace(hour=12, minute=0, second=0, microsecond=0)


def test_what_nobody_can_use_any_more_is_deleted(ada, desk):
    take_try(Door("WORDS", "somebody", "192.0.2.7"), now=NOW)
    people.make_link(by=desk, note="", now=NOON)

    run_due(now=NOW + timedelta(minutes=59))
    assert (Token.objects.count(), Tries.objects.count()) == (1, 2)

    run_due(now=NOON + timedelta(days=7))
    assert (Token.objects.count(), Tries.objects.count()) == (0, 0)
    assert OneTimeLink.objects.count() == 1
    run_due(now=NOON + timedelta(days=8))
    assert OneTimeLink.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_timers_of_two_processes_at_once_do_each_thing_once(asked, talking):
    later = NOW + timedelta(days=31 * 14)

    outcomes = race(*[lambda: run_due(now=later)] * 3)

    assert outcomes == [[]] * 3
    assert not Wrap.objects.exists()
    assert Epoch.objects.filter(forgotten=True).count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_ask_lapses_once_even_if_ben_says_no_at_the_same_moment(asked, ben):
    later = NOW + timedelta(days=14)
    path = f"/api/relationships/{asked.pk}/decline"

    race(lambda: run_due(now=later), lambda: ben.room.post(path))

    assert Relationship.objects.get().state in {"lapsed", "declined"}
    assert not Wrap.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_after_forgetting_no_file_of_the_database_holds_what_was_written(asked, is_postgresql):
    if is_postgresql:
        pytest.skip("how PostgreSQL lays out its files is its own affair")
    box = bytes(Entry.objects.get(kind=2).box)
    path = Path(connection.settings_dict["NAME"])
    files = [path, path.with_name(path.name + "-wal")]
    assert any(box[100:200] in file.read_bytes() for file in files)

    run_due(now=NOW + timedelta(days=14))

    assert not any(box[100:200] in file.read_bytes() for file in files)


def test_no_table_of_keys_or_of_sealed_boxes_keeps_its_old_rows():
    def is_box(label):
        fields = apps.get_model(label)._meta.concrete_fields
        return any(set(SEALED) <= set(getattr(field, "lengths", ())) for field in fields)

    listed = [*KEY_TABLES, *filter(is_box, CONTENT_TABLES), "conversations.Entry"]
    named = {apps.get_model(label)._meta.db_table for label in listed}

    assert named - set(actions._with_old_rows(shredded=True)) == set()


@pytest.mark.django_db(transaction=True)
def test_keys_to_what_is_told_no_more_are_not_left_in_old_rows(is_postgresql):
    if not is_postgresql:
        pytest.skip("SQLite overwrites what it deletes")
    with CaptureQueriesContext(connection) as asked:
        run_due(now=NOW)

    swept = " ".join(one["sql"] for one in asked if one["sql"].startswith("VACUUM"))
    for table in ("consent_wrap", "consent_linkbox", "circles_knock", "keys_documentlock"):
        assert table in swept


@pytest.mark.django_db(transaction=True)
def test_after_forgetting_timers_leave_the_database_in_order(talking):
    run_due(now=NOW + timedelta(days=1))
    run_due(now=NOW + timedelta(days=31 * 14))

    assert not Wrap.objects.exists()


def test_a_timer_that_fails_keeps_none_after_it_from_its_turn(ada, monkeypatch, caplog):
    def lapse_silent(*, today):
        raise RuntimeError("the very first one")

    monkeypatch.setattr(actions, "lapse_silent", lapse_silent)

    assert run_due(now=NOW + timedelta(days=1)) == ["lapse_silent"]
    assert not Token.objects.exists()
    assert "the timer lapse_silent failed" in caplog.text

    monkeypatch.undo()
    assert run_due(now=NOW + timedelta(days=1)) == []


def test_a_timer_that_fails_half_way_leaves_no_half_deed(asked, monkeypatch):
    """What it had begun is undone with it, and done whole the next time."""
    asked_on = Relationship.objects.get().asked_on

    def announce(_):
        raise RuntimeError("somebody who listens")

    monkeypatch.setattr(leaving, "announce", announce)

    failed = run_due(now=NOW + timedelta(days=15))
    assert "lapse_silent" in failed
    assert Relationship.objects.get().state == "asked"
    assert Relationship.objects.get().asked_on == asked_on

    monkeypatch.undo()
    assert run_due(now=NOW + timedelta(days=15)) == []
    assert Relationship.objects.get().state == "lapsed"
