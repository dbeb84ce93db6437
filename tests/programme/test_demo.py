import base64
from datetime import timedelta

import pytest

from alongside.conversations.directory import directory
from alongside.demo.actions import make_demo
from alongside.demo.specialists import SPECIALISTS
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.people.actions import desk_sign_in
from alongside.people.models import Token
from alongside.people.second.actions import take_code
from alongside.people.second.queries import desk_user_named
from alongside.programme.queries import programme
from pse.account import words_lock
from tests.cast import code_now

NOW = clock.now()


@pytest.fixture
def demo(db, tmp_path):
    return make_demo(tmp_path, NOW)


def names(today):
    return [one.signed.endorsement.display_name for one in directory(today=today) if one.free]


def test_six_specialists_can_be_asked_at_once(demo):
    assert names(clock.day_of(NOW)) == [one.name for one in SPECIALISTS]


def test_a_second_start_finds_the_same_people(demo, tmp_path):
    assert make_demo(tmp_path, NOW) == demo
    assert len(names(clock.day_of(NOW))) == len(SPECIALISTS)


def test_the_words_that_are_printed_open_the_place_and_the_desk(demo, nobody):
    ben = demo.specialists[0]
    lock = words_lock(ben["words"], home=programme().home, username=ben["username"])
    proof = {"username": ben["username"], "auth": to_text(lock.auth)}

    assert nobody.post("/api/sign-in", proof).status_code == 200
    dora = demo.coordinator
    assert (
        desk_sign_in(dora["name"], dora["words"], address="192.0.2.7", now=NOW).name == "Dora"
    )


def test_what_is_printed_says_where_and_with_what_each_comes_in_on_one_screen(demo):
    said = demo.said("http://127.0.0.1:8000")

    for where in ("8000/", "8000/app/#come-back", "8000/desk/"):
        assert f"http://127.0.0.1:{where}" in said
    for one in (*demo.specialists, demo.coordinator):
        assert one["words"] in said
    assert all(code in said for code in demo.coordinator["codes"].split())
    assert demo.coordinator["secret"] in said
    lines = said.splitlines()
    assert len(lines) <= 22
    assert max(map(len, lines)) <= 80


def test_the_codes_that_are_printed_take_the_second_step(demo, tmp_path):
    dora = desk_user_named("Dora")
    secret = base64.b32decode(demo.coordinator["secret"].replace(" ", ""))
    codes = demo.coordinator["codes"].split()

    for code in (code_now(secret, at=NOW), *codes[:5]):
        take_code(dora, code, address="192.0.2.7", now=NOW)
    again = make_demo(tmp_path, NOW)

    assert len(codes) == 8
    assert not set(codes) & set(again.coordinator["codes"].split())
    assert again.coordinator["secret"] == demo.coordinator["secret"]


def test_its_files_are_for_their_owner_alone_and_nobody_stays_signed_in(demo, tmp_path):
    files = list(tmp_path.iterdir())

    assert len(files) == 2
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert Token.objects.count() == 0


def test_a_demo_that_was_left_for_months_works_again(demo, tmp_path):
    later = NOW + timedelta(days=200)
    assert names(clock.day_of(later)) == []

    make_demo(tmp_path, later)

    assert len(names(clock.day_of(later))) == len(SPECIALISTS)
