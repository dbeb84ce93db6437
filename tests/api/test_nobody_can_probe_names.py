"""Attack 31: sign-in tells nothing about who is here, in words, in work or in time."""

import statistics
from time import perf_counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.ground.identifiers import to_text
from alongside.people.models import Tries
from tests.keys.ways import phone_of

ROUNDS = 60


def knock(room, door, name):
    return room.post(door, {"username": name, "auth": to_text(bytes(32))})


def work(room, door, name):
    """The questions the database is asked, without what is in them."""
    with CaptureQueriesContext(connection) as asked:
        knock(room, door, name)
    return [query["sql"].split(" WHERE ")[0].split(" VALUES ")[0] for query in asked]


@pytest.mark.parametrize("door", ["/api/sign-in", "/api/sign-in/spare"])
def test_a_name_nobody_has_makes_the_house_work_exactly_as_much(ada, finn, nobody, door):
    known, other, unknown = (
        work(nobody, door, name) for name in (ada.username, finn.username, "cedar-crane-6470")
    )

    def plain(asked):
        return [sql for sql in asked if "SAVEPOINT" not in sql]

    assert plain(known) == plain(unknown) == plain(other)
    assert len(known) == len(unknown) > 0


@pytest.mark.parametrize("door", ["/api/sign-in", "/api/sign-in/spare"])
def test_a_name_nobody_has_takes_the_same_time(ada, nobody, door):
    took = {"known": [], "unknown": []}
    for _ in range(ROUNDS):
        for kind, name in (("known", ada.username), ("unknown", "cedar-crane-6470")):
            Tries.objects.all().delete()
            start = perf_counter()
            knock(nobody, door, name)
            took[kind].append(perf_counter() - start)

    known, unknown = (statistics.median(took[kind]) for kind in ("known", "unknown"))
    spread = max(statistics.pstdev(sorted(each)[: ROUNDS // 2]) for each in took.values())
    assert abs(known - unknown) < max(0.15 * known, 3 * spread)


def test_names_are_slowed_down_alike_whether_somebody_has_them_or_not(ada, nobody):
    for name in (ada.username, "cedar-crane-6470"):
        answers = [knock(nobody, "/api/sign-in", name) for _ in range(7)]

        assert [answer.status_code for answer in answers] == [401] * 5 + [429] * 2


def test_someone_who_guesses_elsewhere_does_not_shut_ada_out(ada, nobody):
    nobody.client.defaults["REMOTE_ADDR"] = "198.51.100.9"
    for _ in range(9):
        knock(nobody, "/api/sign-in", ada.username)

    here = to_text(ada.made.locks[0].auth)
    nobody.client.defaults["REMOTE_ADDR"] = "192.0.2.7"
    answer = nobody.post("/api/sign-in", {"username": ada.username, "auth": here})
    assert answer.status_code == 200


def test_someone_who_guesses_from_everywhere_leaves_the_spare_code_door_open(ada, nobody):
    for number in range(55):
        nobody.client.defaults["REMOTE_ADDR"] = f"198.51.100.{number}"
        knock(nobody, "/api/sign-in", ada.username)
    proof = to_text(ada.made.locks[0].auth)
    assert (
        nobody.post("/api/sign-in", {"username": ada.username, "auth": proof}).status_code
        == 429
    )

    spare = to_text(ada.made.locks[1].auth)
    answer = nobody.post("/api/sign-in/spare", {"username": ada.username, "auth": spare})
    assert answer.status_code == 200


def test_someone_who_guesses_at_every_door_from_everywhere_leaves_a_device_open(ada, nobody):
    phone = phone_of(ada)
    for number in range(55):
        nobody.client.defaults["REMOTE_ADDR"] = f"198.51.100.{number}"
        for door in ("/api/sign-in", "/api/sign-in/spare"):
            answer = knock(nobody, door, ada.username)
    assert answer.status_code == 429

    assert nobody.post("/api/sign-in/device", phone.proof()).status_code == 200
