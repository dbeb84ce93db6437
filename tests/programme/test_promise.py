import json
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from alongside.ground import clock
from alongside.programme import actions, queries, rules
from alongside.programme.models import Programme, Seat
from pse.promise import agreement_hash
from tests import cast

CATALOGUE = json.loads(
    (Path(__file__).parents[2] / "protocol" / "promise" / "en.json").read_text()
)["sentences"]


def settings(**changed):
    return Programme(
        name="Riverside Peers",
        passes_on=list(rules.PASSED_ON),
        contact_name="Dora Lindqvist",
        contact_phone="503-555-0142",
        independent_name="Open Door Advocates",
        independent_phone="503-555-0187",
        **changed,
    )


@given(
    months=st.integers(0, 24),
    passes_on=st.lists(st.sampled_from(rules.PASSED_ON), unique=True),
    age=st.integers(0, 99),
)
def test_every_sentence_is_one_the_room_can_show(months, passes_on, age):
    here = settings(retention_months=months, min_age=age)
    here.passes_on = passes_on

    for name, parameters in rules.sentences_for(here):
        assert len(parameters) == len(CATALOGUE[name]["takes"])
        assert all(type(parameter) is str for parameter in parameters)


@given(
    one=st.integers(0, 24), other=st.integers(0, 24), ages=st.tuples(*[st.integers(0, 99)] * 2)
)
def test_who_signs_another_promise_signs_another_hash(one, other, ages):
    first, second = (
        settings(retention_months=months, min_age=age)
        for months, age in zip((one, other), ages, strict=True)
    )

    same = (one, ages[0]) == (other, ages[1])
    hashes = {agreement_hash(rules.sentences_for(each)) for each in (first, second)}
    assert len(hashes) == (1 if same else 2)


def test_the_order_of_what_is_passed_on_is_ours_and_not_the_lists():
    here = settings()
    here.passes_on = ["pass-on-court", "pass-on-life"]

    named = [name for name, _ in rules.sentences_for(here) if name.startswith("pass-on")]

    assert named == ["pass-on", "pass-on-life", "pass-on-court"]


def test_every_sentence_of_the_catalogue_can_be_said():
    said = set()
    for months in (0, 1, 2):
        for passes_on in ([], list(rules.PASSED_ON)):
            here = settings(retention_months=months)
            here.passes_on = passes_on
            said |= {name for name, _ in rules.sentences_for(here)}
    said |= {name for name, _ in rules.sentences_for(settings(answer_within_hours=24))}

    assert said == set(CATALOGUE)


def test_there_is_one_programme(house):
    with pytest.raises(actions.AlreadyFounded):
        cast.found()
    with pytest.raises(IntegrityError), transaction.atomic():
        Programme.objects.create(id=2, home=bytes(16), roster_key=bytes(32))


def test_a_duty_without_a_sentence_is_refused(db):
    with pytest.raises(ValueError, match="pass-on-everything"):
        cast.found(passes_on=["pass-on-everything"])


def test_before_it_is_founded_nothing_is_there(db, nobody):
    Programme.objects.all().delete()

    answer = nobody.get("/config.json")

    assert answer.status_code == 503
    with pytest.raises(queries.NotSetUp):
        queries.programme()


def test_the_door_closes_and_opens(desk, nobody):
    actions.close_door(by=desk)
    assert nobody.get("/config.json").json()["door"] == "closed"

    actions.open_door(by=desk, today=clock.today(), specialists=1)
    assert nobody.get("/config.json").json()["door"] == "open"


@given(
    paused=st.booleans(),
    cap=st.integers(1, 40),
    load=st.integers(0, 50),
    waiting=st.integers(0, 9),
)
def test_whoever_carries_more_is_never_freer(paused, cap, load, waiting):
    here = rules.is_free(paused=paused, cap=cap, load=load, waiting=waiting)

    assert here <= rules.is_free(paused=paused, cap=cap, load=max(0, load - 1), waiting=waiting)
    assert here <= rules.is_free(paused=False, cap=cap, load=load, waiting=max(0, waiting - 1))
    assert not (here and (paused or load >= cap or waiting >= 5))


def test_ben_says_how_many_people_he_can_walk_with(ben):
    answer = ben.room.put("/api/seat", {"paused": True, "cap": 3})

    assert answer.json() == {"paused": True, "cap": 3}
    assert ben.room.get("/api/me").json()["seat"] == {"paused": True, "cap": 3}


@pytest.mark.parametrize("cap", [0, 41])
def test_a_seat_has_room_for_1_to_40(ben, cap):
    answer = ben.room.put("/api/seat", {"paused": False, "cap": cap})

    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "not-a-seat")
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.update(cap=cap)


def test_a_client_has_no_seat(ada):
    assert ada.room.put("/api/seat", {"paused": False, "cap": 3}).status_code == 404
    assert ada.room.get("/api/me").json()["seat"] is None
