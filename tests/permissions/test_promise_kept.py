"""What our promise says about coming in, duties and whom to call, looked at from a room."""

import inspect

from alongside.keys.models import KeyRecord
from alongside.people.models import Account
from alongside.programme.models import Programme
from pse.person import make_person


def signed(nobody):
    return dict(nobody.get("/config.json").json()["promise"]["sentences"])


def test_coming_in_asks_for_no_real_name(ada):
    asked = set(inspect.signature(make_person).parameters)
    kept = {field.name for model in (Account, KeyRecord) for field in model._meta.fields}

    assert not asked & {"name", "email", "phone", "address", "birthday"}
    assert not kept & {"name", "email", "phone", "address", "birthday"}
    assert ada.room.get("/api/me").json()["username"] == "river-otter-4827"


def test_the_youngest_age_is_told_to_every_room(house, nobody):
    Programme.objects.update(min_age=21)

    assert signed(nobody)["age"] == ["21"]


def test_the_list_of_duties_is_the_one_both_sign(house, nobody, ada, ben, asked):
    standing = ada.room.get("/api/relationships").json()["relationships"][0]
    his = ben.room.get("/api/relationships").json()["relationships"][0]

    assert standing["promise"] == his["promise"]
    duties = [name for name, _ in standing["promise"]["sentences"] if name.startswith("pass-on-")]
    assert duties == list(house.passes_on)
    Programme.objects.update(passes_on=[])
    assert signed(nobody)["pass-on-none"] == [house.name]


def test_whom_to_call_is_told_to_every_room(house, nobody):
    Programme.objects.update(contact_phone="503-555-0001", independent_phone="503-555-0002")

    assert signed(nobody)["wrong-programme"][-1] == "503-555-0001"
    assert signed(nobody)["wrong-independent"][1] == "503-555-0002"
