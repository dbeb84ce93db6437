"""How a programme begins from a file with all answers: whole and right, or not at all."""

import json
import re
import sqlite3
import stat
from pathlib import Path

import pytest

from alongside.cli import paper
from alongside.cli.roster_files import RosterKey, opened
from alongside.cli.setup.reading import NotTaken, plan_from
from alongside.cli.setup.words import WORDS
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from pse.signing import verify_key_of
from pse.words import phrase_of
from tests.once import lay_tables
from tests.process.served import Served, free_port

SETUP = Path(__file__).parents[2] / "server" / "alongside" / "cli" / "setup"
EXAMPLE = Path(__file__).parents[2] / "deploy" / "programme.json"


class Beginning:
    """An empty folder on a machine of one's own, and the answers to begin with."""

    def __init__(self, folder):
        self.folder = folder
        lay_tables(folder / "data")
        self.house = Served(folder / "data", free_port())
        self.key, self.env = folder / "roster-key.json", folder / "alongside.env"
        places = {"roster_file": str(self.key), "env_file": str(self.env)}
        self.answers = json.loads(EXAMPLE.read_text()) | places

    def set_up(self, *words, without=(), **changes):
        told = {**self.answers, **changes}
        file = self.folder / "programme.json"
        file.write_text(json.dumps({k: v for k, v in told.items() if k not in without}))
        return self.house.run("setup", "--answers", str(file), *words)

    def environment(self):
        pairs = (line.split("=", 1) for line in self.env.read_text().splitlines())
        return {name: value.strip("'") for name, value in pairs}

    def is_untouched(self):
        return not self.key.exists() and not self.env.exists()


@pytest.fixture
def beginning(tmp_path):
    return Beginning(tmp_path)


@pytest.fixture(scope="module")
def unborn(tmp_path_factory):
    """A folder in which nothing is ever set up."""
    return Beginning(tmp_path_factory.mktemp("unborn"))


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"name": " "}, "name: Please write something here."),
        ({"country": "Narnia"}, "two letters"),
        ({"lang": "xx"}, "a language the house speaks"),
        ({"time_zone": "Europe/Nowhere"}, "time zone"),
        ({"contact_phone": "call me"}, "contact_phone: Please write a phone number"),
        ({"independent_phone": "503 555 0142"}, "Name someone else"),
        ({"min_age": 7}, "from 10 to 99"),
        ({"retention_months": 99}, "from 0 to 24"),
        ({"retention_least": 0}, "retention_least: Please give a number from 1 to 24"),
        ({"retention_most": 11}, "between the least and the most"),
        ({"retention_least": 9, "retention_most": 8}, "cannot be less than the least"),
        ({"retention_months": 0, "retention_open_allowed": False}, "no end date"),
        ({"retention_open_allowed": "maybe"}, "yes or no"),
        ({"answer_within_hours": 36}, "1 to 14 whole days"),
        ({"passes_on": ["pass-on-gossip"]}, "things that can be passed on"),
        ({"passes_on": "pass-on-life"}, "things that can be passed on"),
        ({"reviewed_by": ""}, "reviewed_by"),
        ({"reviewed_on": "2199-01-01"}, "not come yet"),
        ({"reviewed_on": "yesterday"}, "like this: 2025-06-30"),
        ({"leave_url": "somewhere"}, "https://"),
        ({"leave_url": "javascript:alert(1)"}, "https://"),
        ({"origin": "http://peers.example.org"}, "whole address"),
        ({"origin": "https://peers.example.org/app"}, "whole address"),
        ({"mail_url": "peers.example.org"}, "smtp://"),
        ({"mail_url": "smtp://a:b'@host"}, "smtp://"),
        ({"mail_url": "smtp://host", "mail_from": "nobody"}, "mail address"),
        ({"help_lines": "988"}, "list of help lines"),
        ({"help_lines": [{"name": "Lost"}]}, "help line: Please say"),
        ({"coordinator": "D" * 41}, "at most 40 letters"),
        ({"env_file": "/nowhere/at/all"}, "no such folder"),
        ({"favourite_colour": "blue"}, "'favourite_colour'"),
        ({"roster": "short", "home": "AAAA"}, "'roster_file'"),
    ],
)
def test_a_file_that_makes_no_promise_makes_no_programme(unborn, change, word):
    with pytest.raises(NotTaken) as refusal:
        plan_from({**unborn.answers, **change}, data=unborn.house.data, today=clock.today())

    assert word in str(refusal.value)


def test_a_wrong_answer_is_told_in_one_sentence_and_nothing_is_made(unborn):
    said = unborn.set_up(contact_phone="call me")

    assert said.returncode == 1
    assert said.stderr.startswith("Not done: contact_phone: Please write a phone number")
    assert "Traceback" not in said.stderr
    assert unborn.is_untouched()


@pytest.mark.parametrize("field", ["coordinator", "reviewed_by", "roster_file"])
def test_a_file_that_forgets_something_is_told_what(unborn, field):
    told = {name: value for name, value in unborn.answers.items() if name != field}

    with pytest.raises(NotTaken, match=f"does not say '{field}'"):
        plan_from(told, data=unborn.house.data, today=clock.today())


def test_a_file_that_is_none_is_refused_in_words(unborn, tmp_path):
    file = tmp_path / "odd.json"
    file.write_text("not json")

    said = unborn.house.run("setup", "--answers", str(file))

    assert said.stderr.startswith("Not done: The file cannot be read")


def test_no_sentence_of_setting_up_waits_for_a_question_nobody_asks():
    source = " ".join(path.read_text() for path in SETUP.glob("*.py") if path.stem != "words")
    asked = set(re.findall(r"[\"']([a-z_]+(?:-[a-z]+)*(?:\.[a-z_]+)?)[\"']", source))
    made = {f"{kind}.{name}" for kind in ("ask", "why") for name in asked}

    assert set(WORDS) <= asked | made


@pytest.mark.parametrize("place", ["data/key.json", "way-in/key.json", "data/deep/key.json"])
def test_the_roster_key_never_lies_beside_the_data(beginning, place):
    (beginning.house.data / "deep").mkdir(parents=True)
    (beginning.folder / "way-in").symlink_to(beginning.house.data)
    told = {**beginning.answers, "roster_file": str(beginning.folder / place)}

    with pytest.raises(NotTaken, match="inside the data folder"):
        plan_from(told, data=beginning.house.data, today=clock.today())


def test_nothing_is_written_over(beginning):
    beginning.key.write_text("another key")

    with pytest.raises(NotTaken, match="a file with that name already"):
        plan_from(beginning.answers, data=beginning.house.data, today=clock.today())


def test_a_programme_is_made_once_with_its_door_shut(beginning):
    said = beginning.set_up(
        mail_url="smtp://a:b@mail.example.org:587", mail_from="a@example.org"
    )
    assert said.returncode == 0, said.stderr
    first = beginning.key.read_bytes(), beginning.env.read_bytes()
    other = beginning.folder / "other"
    again = beginning.set_up(roster_file=f"{other}.json", env_file=f"{other}.env")

    assert "already here" in again.stderr
    assert (beginning.key.read_bytes(), beginning.env.read_bytes()) == first
    assert not other.with_suffix(".json").exists()
    assert beginning.house.start() < 10
    config = json.loads(beginning.house.ask("/config.json").content)
    beginning.house.stop()
    key = opened(beginning.key)
    assert isinstance(key, RosterKey)
    assert config["programme"] == beginning.answers["name"]
    assert (config["home"], config["door"]) == (to_text(key.home), "closed")
    assert config["roster"] == to_text(verify_key_of(key.seed))


def test_paper_and_words_are_shown_once_and_kept_in_no_file(beginning):
    said = beginning.set_up()
    assert said.returncode == 0, said.stderr
    lines = [line.strip() for line in said.stdout.splitlines()]
    key = opened(beginning.key)
    shown = next(line for line in lines if len(line) == 69 and line.count("-") == 13)
    words = lines[next(i for i, line in enumerate(lines) if "with these words" in line) + 2]

    assert paper.read(shown) == key.seed
    assert phrase_of(words)
    kept = [path for path in beginning.house.data.rglob("*") if path.is_file()]
    for path in [*kept, beginning.env]:
        content = path.read_bytes()
        assert words.encode() not in content
        assert to_text(key.seed).encode() not in content
        assert key.seed not in content
    _check_settings(beginning)


def _check_settings(beginning):
    """They are for their owner alone, and a service may start with them."""
    settings = beginning.environment()
    assert stat.S_IMODE(beginning.env.stat().st_mode) == 0o600
    assert stat.S_IMODE(beginning.house.data.stat().st_mode) == 0o700
    assert len(settings["ALONGSIDE_SECRET"]) >= 50
    said = beginning.house.run("doctor", **settings).stdout
    for missing in ("Check at least one help line", "Bring in a specialist"):
        assert missing in said
    assert "2 to mend." in said


@pytest.mark.parametrize("left_out", [["roster_file"], []])
def test_a_roster_made_elsewhere_is_taken_by_its_public_part(beginning, left_out):
    public = verify_key_of(bytes(range(32)))
    words = ["--roster", to_text(public), "--home", to_text(bytes(16))]

    said = beginning.set_up(*words, without=left_out)

    assert said.returncode == 0, said.stderr
    assert "Paper backup" not in said.stdout
    assert not beginning.key.exists()
    with sqlite3.connect(beginning.house.data / "alongside.sqlite3") as kept:
        row = kept.execute("SELECT home, roster_key FROM programme_programme").fetchone()
    kept.close()
    assert row == (bytes(16), public)
