"""The door stays shut until all is there, and a setting changes only what it says."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.conversations.desk import missing_at_desk, stands_behind
from alongside.ground import clock
from alongside.programme import actions, checks, rules
from alongside.programme.checks import NotRight
from alongside.programme.models import Programme
from alongside.programme.queries import missing, programme
from alongside.relationships.models import Relationship
from tests import cast

READY = {
    "reviewed_by": "Lena Berg",
    "reviewed_on": 20_000,
    "contact_name": "Dora",
    "contact_phone": "503-555-0142",
    "independent_name": "Open Door",
    "independent_phone": "503-555-0187",
}


@pytest.mark.parametrize(
    ("change", "facts", "named"),
    [
        ({}, {}, []),
        ({"reviewed_by": ""}, {}, ["duties-reviewed"]),
        ({"reviewed_on": None}, {}, ["duties-reviewed"]),
        ({"contact_phone": ""}, {}, ["contact"]),
        ({"independent_name": ""}, {}, ["independent"]),
        ({}, {"is_help_checked": False}, ["help-lines"]),
        ({}, {"specialists": 0}, ["specialist"]),
        ({}, {"specialists": None}, []),
    ],
)
def test_what_is_missing_is_named(change, facts, named):
    here = SimpleNamespace(**{**READY, **change})

    assert rules.missing(here, **{"is_help_checked": True, "specialists": 1, **facts}) == named


def test_a_new_programme_begins_with_its_door_shut(db):
    assert (
        cast.found(door_open=Programme._meta.get_field("door_open").default).door_open is False
    )


def test_the_door_does_not_open_while_something_is_missing(db, desk_of_new_programme):
    today = clock.today()
    assert missing_at_desk(today) == ["duties-reviewed", "help-lines", "specialist"]

    with pytest.raises(actions.NotReady):
        actions.open_door(desk_of_new_programme, today=today, specialists=1)

    assert not programme().door_open


def test_whoever_lapsed_opens_no_door(house, desk, ben):
    today = clock.today()
    actions.close_door(by=desk)
    assert stands_behind(today) == 1
    later = today + 100
    assert (stands_behind(later), missing_at_desk(later)) == (0, ["specialist"])

    with pytest.raises(actions.NotReady):
        actions.open_door(desk, today=later, specialists=stands_behind(later))
    actions.open_door(desk, today=today, specialists=stands_behind(today))

    assert programme().door_open
    assert missing(today) == []


@pytest.fixture
def desk_of_new_programme(db):
    from alongside.people.models import DeskUser

    cast.found(reviewed_by="", reviewed_on=None, help_lines=[], door_open=False)
    return DeskUser.objects.create(name="Dora", password="!")


def test_people_who_already_talk_keep_the_promise_they_signed(talking, desk):
    signed = bytes(talking.agreement_hash)

    actions.change("keeping", {"retention_months": 3}, by=desk)

    assert bytes(Relationship.objects.get(pk=talking.pk).agreement_hash) == signed
    assert rules.sentences_for(programme()) != signed


def test_a_change_touches_nothing_but_its_own_setting(house, desk):
    before = {field.name: getattr(house, field.name) for field in Programme._meta.fields}

    actions.change("name", {"name": "Hillside Peers"}, by=desk)

    after = {field.name: getattr(programme(), field.name) for field in Programme._meta.fields}
    assert after == {**before, "name": "Hillside Peers"}


def test_the_one_outside_is_never_the_contact(house, desk):
    same = {"independent_name": "Someone", "independent_phone": house.contact_phone}

    with pytest.raises(NotRight, match="not-apart"):
        actions.change("independent", same, by=desk)

    assert programme().independent_phone == house.independent_phone


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("name", "  River \n side ", "River side"),
        ("country", " us", "US"),
        ("time_zone", "america/los angeles", "America/Los_Angeles"),
        ("contact_phone", "+1 (503) 555-0142", "+1 (503) 555-0142"),
        ("min_age", " 16 ", 16),
        ("retention_months", 0, 0),
        ("passes_on", ["pass-on-court", "pass-on-life"], ["pass-on-life", "pass-on-court"]),
        ("passes_on", [], []),
        ("reviewed_on", "2025-06-30", 20_269),
        ("leave_url", "https://www.weather.gov/", "https://www.weather.gov/"),
    ],
)
def test_an_answer_is_taken_as_people_write_it(field, typed, value):
    assert checks.checked(field, typed, today=20_300) == value


@pytest.mark.parametrize(
    ("field", "typed", "wrong"),
    [
        ("name", "", "empty"),
        ("name", "x" * 61, "name-long"),
        ("name", "\u202egnp.exe", "name-long"),
        ("country", "U1", "country"),
        ("time_zone", "../../etc/passwd", "time-zone"),
        ("time_zone", "", "time-zone"),
        ("contact_phone", "12", "phone"),
        ("contact_phone", "tel:1234", "phone"),
        ("min_age", "9", "age"),
        ("min_age", "\u0661\u0662", "age"),
        ("retention_months", "25", "months"),
        ("retention_months", "-1", "months"),
        ("retention_months", True, "months"),
        ("passes_on", "pass-on-life", "duties"),
        ("passes_on", ["pass-on-gossip"], "duties"),
        ("reviewed_on", "2025-02-30", "day"),
        ("reviewed_on", None, "day"),
        ("reviewed_on", "2199-01-01", "day-to-come"),
        ("leave_url", "javascript:alert(1)", "leave"),
        ("leave_url", "https://", "leave"),
        ("leave_url", "https://weather.gov@evil.example", "leave"),
        ("leave_url", "https://[", "leave"),
    ],
)
def test_an_answer_that_cannot_be_taken_is_named(field, typed, wrong):
    with pytest.raises(NotRight) as refusal:
        checks.checked(field, typed, today=20_300)

    assert refusal.value.code == wrong


@given(setting=st.sampled_from(sorted(checks.SETTINGS)), typed=st.text() | st.none())
def test_whatever_is_typed_is_taken_or_named_and_breaks_nothing(setting, typed):
    form = dict.fromkeys(checks.SETTINGS[setting], typed)

    values, wrong = checks.setting_from(setting, form, today=20_300)

    assert set(values) | set(wrong) == set(checks.SETTINGS[setting])
    assert not set(values) & set(wrong)
