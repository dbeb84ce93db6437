"""The times the server keeps: each is listed with a reason and with when it is gone."""

import re
from pathlib import Path

from django.apps import apps
from django.db import models

PROJECT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| `([\w.]+)` \| (day|moment) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
LISTED = {
    column: {"finest": finest, "why": why.strip(), "gone": gone.strip()}
    for column, finest, why, gone in ROW.findall(
        (PROJECT / "docs" / "time-columns.md").read_text()
    )
}
FINER_THAN_A_DAY = (models.DateTimeField, models.TimeField, models.DurationField)
TIMES = (*FINER_THAN_A_DAY, models.DateField)
NAMES_OF_TIMES = ("_at", "_on", "_day", "_time", "_since", "_until", "_ms", "_ts")
PEOPLE_TALKING = ("conversations_", "keys_state", "keys_slot", "keys_bundle", "relationships_")


def columns():
    """Every column that holds a time: by its type, or by its name."""
    return {
        f"{model._meta.db_table}.{field.column}": field
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if isinstance(field, TIMES) or _is_named_like_a_time(field)
    }


def _is_named_like_a_time(field):
    name = field.column
    if not isinstance(field, models.IntegerField | models.FloatField):
        return False
    return name in {"day", "moment", "time", "ts", "when"} or name.endswith(NAMES_OF_TIMES)


def test_every_time_the_server_keeps_is_listed_and_nothing_else():
    assert set(columns()) == set(LISTED)


def test_each_listed_time_says_why_and_when_it_is_gone():
    for column, entry in LISTED.items():
        assert len(entry["why"]) > 10, column
        assert len(entry["gone"]) > 5, column


def test_the_list_tells_the_truth_about_how_fine_a_time_is():
    for column, field in columns().items():
        moment = isinstance(field, FINER_THAN_A_DAY) or LISTED[column]["finest"] != "day"
        assert LISTED[column]["finest"] == ("moment" if moment else "day"), column
        if isinstance(field, FINER_THAN_A_DAY):
            assert LISTED[column]["finest"] == "moment", column


def test_nothing_about_people_talking_is_finer_than_a_day():
    for column in columns():
        if column.startswith(PEOPLE_TALKING):
            assert LISTED[column]["finest"] == "day", column


def test_nobody_keeps_when_someone_was_last_here():
    names = {
        field.column for model in apps.get_models() for field in model._meta.concrete_fields
    }

    assert not {"last_login", "last_seen", "last_active", "date_joined"} & names
