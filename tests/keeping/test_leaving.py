"""What stays of somebody who left: docs/leaving.md names every column that points at them."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from alongside.ground import clock
from alongside.ground.identifiers import new_identifier
from alongside.people.models import Account
from tests.conversations.test_closing_a_place import close
from tests.house.test_docs import timers

PAGE = (Path(__file__).parents[2] / "docs" / "leaving.md").read_text("utf-8")
AT_ONCE, NOT_YET = "at once", "never yet"
GOES = dict(re.findall(r"^\| `([a-z_.]+)` \| ([^|]+?) \|", PAGE, re.M))
POINTERS = {
    f"{model._meta.db_table}.{field.column}": (model, field)
    for model in apps.get_models()
    for field in model._meta.concrete_fields
    if field.related_model is Account
}
# What a row needs beside the plainest thing in each column.
ALSO = {
    "conversations_conversation": {"kind": 2, "relationship_id": None},
    "consent_telling": {"sealed_told": bytes(1_097), "paper": {"conv": "A" * 22, "of": []}},
    "appointments_appointment": {"minutes": 30},
    "library_story": {"state": 3},
    "programme_oncall": {"weekday": 3},
    "programme_seat": {"away_from_on": 1, "back_on": 2},
    "ripple_step": {"quarter": 80},
}
CONFIRMED = {"confirmed_on": 1}
# What may be empty and is not here: a letter is about a concern or about a measure.
FILLED = {"concerns_letter.concern_id"}


def row_of(model, field, person):
    """Make a row that points at somebody, with the plainest thing in every other column."""
    row = dict(ALSO.get(model._meta.db_table, {}))
    if field is not None and field.name == "confirmed_by":
        row |= CONFIRMED
    for one in model._meta.concrete_fields:
        if one is field:
            row[one.attname] = person.pk
        elif one.attname not in row and (
            f"{model._meta.db_table}.{one.attname}" in FILLED or not _may_be_left_out(one)
        ):
            row[one.attname] = _other(one) if one.is_relation else _plain(one)
    return model.objects.create(**row)


def _may_be_left_out(one):
    return one.null or one.has_default() or isinstance(one, models.AutoField)


def _other(one):
    if one.related_model is Account:
        return Account.objects.create(ref=new_identifier()).pk
    return row_of(one.related_model, None, None).pk


def _plain(one):
    if one.choices:
        return one.choices[0][0]
    if isinstance(one, models.BinaryField):
        length = (getattr(one, "lengths", ()) or (16,))[0]
        return (new_identifier() * (length // 16 + 1))[:length]
    if isinstance(one, models.DateTimeField):
        return clock.now()
    return {models.BooleanField: False, models.JSONField: {}}.get(type(one), _word(one))


def _word(one):
    return 1 if isinstance(one, models.IntegerField) else "x"


def test_every_column_that_points_at_a_person_is_on_the_page_and_no_other():
    assert set(GOES) == set(POINTERS)


@pytest.mark.both_databases
@pytest.mark.parametrize("name", POINTERS)
def test_what_goes_at_once_is_gone_and_the_rest_waits_for_a_timer_that_is_there(name, ada):
    model, field = POINTERS[name]
    theirs = model.objects.filter(**{field.attname: ada.account.pk})
    if not theirs.exists():
        row_of(model, field, ada.account)
    assert theirs.exists()

    assert close(ada).status_code == 200

    if GOES[name] == AT_ONCE:
        assert not theirs.exists()
    else:
        assert GOES[name] == NOT_YET or GOES[name].strip("`") in timers()
