"""How a programme that is not a demo begins."""

import json
from pathlib import Path

import pytest

from alongside.ground.identifiers import to_text
from pse.words import phrase_of
from tests.process.served import Served, free_port

EXAMPLE = Path(__file__).parents[2] / "deploy" / "programme.json"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """Tables, and no programme: nothing but the last test makes one."""
    bare = Served(tmp_path_factory.mktemp("unfounded"), free_port())
    bare.run("migrate")
    return bare


@pytest.fixture
def settings():
    told = {"home": to_text(bytes(16)), "roster": to_text(bytes(range(32)))}
    return json.loads(EXAMPLE.read_text()) | told


def written(tmp_path, settings):
    file = tmp_path / "programme.json"
    file.write_text(json.dumps(settings))
    return str(file)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"home": "AAAA"}, "16 bytes"),
        ({"roster": "short"}, "base64url"),
        ({"passes_on": ["pass-on-gossip"]}, "pass-on-gossip"),
        ({"retention_months": 99}, "Not done"),
        ({"leave_url": "somewhere"}, "URL"),
        ({"favourite_colour": "blue"}, "favourite_colour"),
    ],
)
def test_a_file_that_makes_no_promise_makes_no_programme(
    house, settings, tmp_path, change, word
):
    said = house.run("found", written(tmp_path, settings | change))

    assert said.returncode == 1
    assert said.stderr.startswith("Not done: ")
    assert word in said.stderr
    assert "Traceback" not in said.stderr


def test_a_file_that_forgets_something_is_told_what(house, settings, tmp_path):
    del settings["coordinator"]

    assert "'coordinator'" in house.run("found", written(tmp_path, settings)).stderr


def test_a_programme_is_made_once_and_its_coordinator_gets_five_words(
    house, settings, tmp_path
):
    file = written(tmp_path, settings)

    said = house.run("found", file)
    again = house.run("found", file)

    assert said.returncode == 0, said.stderr
    assert phrase_of(said.stdout.strip().splitlines()[-1])
    assert "already here" in again.stderr
    assert house.start() < 10
    config = json.loads(house.ask("/config.json").content)
    house.stop()
    assert config["programme"] == settings["name"]
    assert config["home"] == settings["home"]
