import pytest

from alongside.keys.models import StateIndex, StatePart
from alongside.people.models import Account
from pse import as_json
from tests.cast import fresh
from tests.racing import race


def test_what_ada_saves_is_there_when_she_comes_back(ada):
    assert ada.room.put("/api/state", ada.person.remember(name="Ada")).status_code == 204
    assert ada.room.put("/api/state", ada.person.remember(name="A.")).status_code == 204

    assert ada.room.get("/api/me").json()["state"] == as_json.state_json(ada.person.state)


def test_the_second_of_two_windows_learns_what_the_first_has_saved(ada):
    other = fresh("ada").person
    ada.room.put("/api/state", ada.person.remember(name="Ada"))

    answer = ada.room.put("/api/state", other.remember(name="someone"))

    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "state-moved")
    assert answer.json()["state"] == as_json.state_json(ada.person.state)


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [
        ("ctr", 3, 409),
        ("ctr", 1, 409),
        ("g", 1, 409),
        ("prev", "A" * 43, 409),
        ("box", "A" * 1_463, 400),
        ("ctr", -1, 400),
        ("ctr", True, 400),
        ("ctr", 2**53, 400),
        ("ctr", "2", 400),
    ],
)
def test_a_state_that_does_not_follow_is_refused(ada, name, value, status):
    papers = ada.person.remember(name="Ada") | {name: value}

    assert ada.room.put("/api/state", papers).status_code == status
    assert StateIndex.objects.get().ctr == 1


def test_a_part_that_changed_without_a_higher_version_takes_nothing_with_it(ada):
    papers = ada.person.remember(name="Somebody")
    papers["parts"][0]["ver"] = 1

    assert ada.room.put("/api/state", papers).status_code == 400
    assert StateIndex.objects.get().ctr == 1
    assert set(StatePart.objects.values_list("ver", flat=True)) == {1}


@pytest.mark.django_db(transaction=True)
def test_of_two_windows_that_save_at_once_exactly_one_wins(ada):
    windows = [fresh("ada").person.remember(name=name) for name in ("one", "two", "three")]

    answers = race(
        *[lambda papers=papers: ada.room.put("/api/state", papers) for papers in windows]
    )

    assert sorted(answer.status_code for answer in answers) == [204, 409, 409]
    assert StateIndex.objects.get().ctr == 2
    assert Account.objects.count() == 1
