import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from alongside.settings.environment import NAMES, read
from alongside.settings.safety import unsafe

GOOD = {
    "ALONGSIDE_MODE": "production",
    "ALONGSIDE_SECRET": "s" * 64,
    "ALONGSIDE_HOSTS": "peers.example.org",
    "ALONGSIDE_ORIGIN": "https://peers.example.org",
}
UNSAFE = [
    ({"ALONGSIDE_DEBUG": "yes"}, "Technical error pages"),
    ({"ALONGSIDE_SECRET": ""}, "ALONGSIDE_SECRET"),
    ({"ALONGSIDE_SECRET": "short"}, "ALONGSIDE_SECRET"),
    ({"ALONGSIDE_HOSTS": ""}, "ALONGSIDE_HOSTS"),
    ({"ALONGSIDE_HOSTS": "*"}, "wildcard"),
    ({"ALONGSIDE_HOSTS": ".example.org"}, "wildcard"),
    ({"ALONGSIDE_ORIGIN": "http://peers.example.org"}, "https://"),
    ({"ALONGSIDE_ORIGIN": ""}, "https://"),
    ({"ALONGSIDE_ROOM_ORIGIN": "http://room.example.org"}, "https://"),
    ({"ALONGSIDE_ROOM_ORIGIN": "https://peers.example.org"}, "another address"),
    ({"ALONGSIDE_TEST_CLOCK": "/somewhere/clock"}, "real time"),
    ({"ALONGSIDE_DATABASE_URL": "postgresql://ada:p@db.example.org/peers"}, "sslmode"),
    (
        {
            "ALONGSIDE_MAIL_URL": "smtp://mail.example.org?tls=none",
            "ALONGSIDE_MAIL_FROM": "a@b.org",
        },
        "in the open",
    ),
]


def test_a_careful_programme_may_serve_real_people():
    assert unsafe(read(GOOD)) == []


@pytest.mark.parametrize(("change", "word"), UNSAFE)
def test_an_unsafe_programme_is_told_what_to_mend_in_one_sentence(change, word):
    sentences = unsafe(read(GOOD | change))

    assert len(sentences) == 1
    assert word in sentences[0]
    assert sentences[0].endswith(".")


@pytest.mark.parametrize(("change", "word"), UNSAFE)
def test_an_unsafe_programme_does_not_start(change, word, tmp_path):
    said = _alongside("serve", GOOD | change | {"ALONGSIDE_DATA": str(tmp_path)})

    assert said.returncode == 1
    assert said.stderr.startswith("Not started: ")
    assert word in said.stderr
    assert "Traceback" not in said.stderr
    assert len(said.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("change", [change for change, _word in UNSAFE])
def test_at_home_one_may_try_things_out(change):
    home = {**GOOD, **change, "ALONGSIDE_MODE": "development"}

    assert unsafe(read(home)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"ALONGSIDE_MODE": "live"},
        {"ALONGSIDE_DEBUG": "true"},
        {"ALONGSIDE_PROXIES": "the-proxy"},
        {"ALONGSIDE_METRICS": "maybe"},
        {"ALONGSIDE_IN_TIME_HOURS": "0"},
        {"ALONGSIDE_IN_TIME_HOURS": "169"},
        {"ALONGSIDE_IN_TIME_HOURS": "a day"},
        {"ALONGSIDE_ASK_AGAIN_DAYS": "-1"},
        {"ALONGSIDE_ASK_AGAIN_DAYS": "91"},
        {"ALONGSIDE_ASK_AGAIN_DAYS": "two weeks"},
        {"ALONGSIDE_WORKING_DAYS": ""},
        {"ALONGSIDE_WORKING_DAYS": "54321"},
        {"ALONGSIDE_WORKING_DAYS": "123458"},
        {"PORT": "eighty"},
        {"PORT": "70000"},
        {"ALONGSIDE_ORIGIN": "peers.example.org"},
        {"ALONGSIDE_ORIGIN": "https://peers.example.org/app"},
        {"ALONGSIDE_ROOM_ORIGIN": "room.example.org"},
    ],
)
def test_a_value_that_is_none_is_not_guessed_at(change):
    with pytest.raises(ImproperlyConfigured, match=next(iter(change))):
        read(GOOD | change)


def test_without_any_setting_it_is_a_house_of_ones_own(tmp_path):
    environment = read({})

    assert not environment.is_production
    assert environment.origins == ("http://127.0.0.1:8000", "http://localhost:8000")
    assert environment.data == Path("var/data").resolve()


def test_the_port_is_part_of_the_address_at_home():
    assert read({"PORT": "8123"}).origin == "http://127.0.0.1:8123"


def test_every_name_that_is_read_is_described():
    source = Path(sys.modules["alongside.settings.environment"].__file__).read_text()

    for name in NAMES:
        assert source.count(f'"{name}"') >= 2, f"{name} is described and not read"


def _alongside(command, environ):
    return subprocess.run(
        [sys.executable, "-m", "alongside", command],
        env={"PATH": "/usr/bin:/bin", **environ},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
