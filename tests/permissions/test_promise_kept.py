"""What our promise says about coming in, duties and whom to call, looked at from a room."""

import inspect
import json

import pytest
from django.apps import apps

from alongside.conversations.models import Member
from alongside.keys.models import KeyRecord
from alongside.people.models import Account
from alongside.programme.models import Programme
from alongside.programme.registry import NAMED_IN, NOT_PROMISED, REGISTRY, settings_promised
from pse.base64url import from_text
from pse.person import make_person
from pse.profile import read_profile
from pse.refusal import Refused
from tests.cast import fresh


def signed(nobody):
    return dict(nobody.get("/config.json").json()["promise"]["sentences"])


def test_coming_in_asks_for_no_real_name(ada):
    asked = set(inspect.signature(make_person).parameters)
    kept = {field.name for model in (Account, KeyRecord) for field in model._meta.fields}

    assert not asked & {"real_name", "email", "phone", "address", "birthday"}
    assert not kept & {"name", "email", "phone", "address", "birthday"}
    assert ada.room.get("/api/me").json()["username"] == "river-otter-4827"


@pytest.mark.parametrize("asked", ["real_name", "email", "birthday"])
def test_whoever_hands_over_a_real_name_all_the_same_is_not_taken_in_with_it(
    house, nobody, asked
):
    papers = fresh("ada").sign_up_payload()

    refused = nobody.post("/api/sign-up", papers | {asked: "Ada Lovelace"})

    assert refused.status_code == 400
    assert not Account.objects.exists()
    assert nobody.post("/api/sign-up", papers).status_code == 201


def test_the_house_knows_who_writes_with_whom_and_holds_none_of_the_words(talking, ada, ben):
    """What Ada wrote and is called is in no column of any table, as text or as bytes."""
    members = Member.objects.values_list("account", flat=True)

    assert set(members) == {ada.account.pk, ben.account.pk}
    kept = [
        value
        for model in apps.get_models()
        for row in model._base_manager.values_list()
        for value in row
    ]
    assert any(ada.account.ref == value for value in kept)
    assert not [value for value in kept if holds(value, "I would like to talk")]


def test_a_specialist_says_when_they_answer(talking, ada, ben):
    """What is shown right where Ada writes: nobody is shown to her without it."""
    (standing,) = ada.room.get("/api/relationships").json()["relationships"]
    raw = from_text(standing["other"]["profile"]["bytes"])
    fields = read_profile(raw)
    unsaid = json.dumps({name: fields[name] for name in sorted(fields) if name != "reply"})

    assert fields["reply"]["within"] == 24
    with pytest.raises(Refused):
        read_profile(unsaid.encode())


def holds(value, words):
    """Whether a column has these words in it."""
    if isinstance(value, bytes | memoryview):
        return words.encode() in bytes(value)
    return words in str(value)


SWITCHED = {
    "name": {"name": "Another name"},
    "age": {"min_age": 21},
    "duties": {"passes_on": []},
    "keeping": {"retention_months": 3},
    "answering": {"answer_within_hours": 96},
    "contact": {"contact_name": "Gia", "contact_phone": "503-555-0001"},
    "independent": {"independent_name": "Gia", "independent_phone": "503-555-0002"},
}
SILENT = {
    "choice": {"retention_most": 18},
    "leave": {"leave_url": "https://example.org/"},
    "time-zone": {"time_zone": "Europe/Madrid"},
    "working-days": {"working_days": "246"},
    "in-time": {"in_time_hours": 48},
}


@pytest.mark.parametrize("setting", sorted(settings_promised()))
def test_switching_a_setting_switches_its_own_sentences_and_no_other(setting, house, nobody):
    before = signed(nobody)
    Programme.objects.update(**SWITCHED[setting])
    after = signed(nobody)

    own = {
        name
        for row in REGISTRY
        if row.comes_from == f"setting:{setting}"
        for name in row.sentences
    }
    differ = {name for name in before | after if before.get(name) != after.get(name)}
    assert differ
    assert differ <= own | set(NAMED_IN.get(setting, ()))
    assert not own or own & differ


@pytest.mark.parametrize("setting", sorted(NOT_PROMISED))
def test_a_setting_that_promises_nothing_switches_no_sentence(setting, house, nobody):
    before = signed(nobody)

    Programme.objects.update(**SILENT[setting])

    assert signed(nobody) == before


def test_the_youngest_age_is_told_to_every_room(house, nobody):
    Programme.objects.update(min_age=21)

    assert signed(nobody)["age"] == ["21"]


def test_the_list_of_duties_is_the_one_both_sign(house, nobody, ada, ben, asked):
    standing = ada.room.get("/api/relationships").json()["relationships"][0]
    his = ben.room.get("/api/relationships").json()["relationships"][0]

    assert standing["promise"] == his["promise"]
    duties = [
        name for name, _ in standing["promise"]["sentences"] if name.startswith("pass-on-")
    ]
    assert duties == list(house.passes_on)
    Programme.objects.update(passes_on=[])
    assert signed(nobody)["pass-on-none"] == [house.name]


def test_whom_to_call_is_told_to_every_room(house, nobody):
    Programme.objects.update(contact_phone="503-555-0001", independent_phone="503-555-0002")

    assert signed(nobody)["wrong-programme"][-1] == "503-555-0001"
    assert signed(nobody)["wrong-independent"][1] == "503-555-0002"
