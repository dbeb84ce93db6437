"""The six people of the demonstration fit the form that real profiles have."""

import json
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from alongside.demo.programme import PROGRAMME
from alongside.demo.specialists import SPECIALISTS
from alongside.programme.models import Programme
from alongside.programme.rules import PASSED_ON
from pse import strict_json
from pse.profile import read_profile

FACTS = json.loads(
    (Path(__file__).resolve().parents[2] / "protocol" / "facts.json").read_text()
)


@pytest.mark.parametrize("person", SPECIALISTS, ids=lambda person: person.name)
def test_a_demo_profile_is_one_that_a_room_would_take(person):
    fields = person.profile()
    assert read_profile(strict_json.write(fields)) == fields
    assert ZoneInfo(person.reply.tz)


def test_the_six_differ_so_that_many_find_someone():
    facts = {fact for person in SPECIALISTS for fact in person.facts}
    assert len(SPECIALISTS) == len({person.name for person in SPECIALISTS}) == 6
    for group in ("am", "way", "when"):
        assert set(FACTS[group]) <= facts
    assert {"alcohol", "opioids", "grief", "gambling", "faith", "no-faith", "veteran"} <= facts
    assert {"parent", "lgbtq", "rural", "city"} <= facts
    assert {lang for person in SPECIALISTS for lang in person.langs} >= {"en", "es", "fr"}


def test_the_demo_programme_has_every_setting_and_no_one_elses_number():
    settings = set(vars(PROGRAMME))
    columns = {field.name for field in Programme._meta.get_fields()}
    # Until somebody says otherwise, working days and "in time" are what the settings say,
    # nobody is on call, and no notes of meetings are written,
    # nor are words of danger looked for.
    unsaid = {"working_days", "in_time_hours", "on_call_phone", "on_call_words"}
    unsaid |= {"documenting", "hints"}
    assert columns - settings == {"id", "home", "roster_key", "languages", "closes_on"} | unsaid
    assert PROGRAMME.passes_on == PASSED_ON
    for phone in (PROGRAMME.contact_phone, PROGRAMME.independent_phone):
        assert "-555-01" in phone
