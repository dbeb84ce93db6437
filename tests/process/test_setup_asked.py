"""Setting up in a real terminal: wrong answers, one step back, stopped and taken up again."""

import json
import os
import pty
import select
import stat
import subprocess
import sys
import time

import pytest

from tests.process.served import Served, free_port

PATIENCE = 240.0
MAIL = "smtp://house:s3cret-word@mail.example.org:587"
FIRST_HALF = [
    ("What is the name", ""),
    ("Please write something here.", "Riverside Peers"),
    ("In which country", "Narnia"),
    ("two letters", "us"),
    ("Which language", ""),
    ("time zone", "America/Los Angeles"),
    ("Who can people call when", "Dora Lindqvist"),
    ("number of your contact", "call me"),
    ("Please write a phone number", "503-555-0142"),
    ("does not work for you", "Wrong Name"),
    ("number of the one outside", "back"),
    ("does not work for you", "Open Door Advocates"),
    ("number of the one outside", "503 555 0142"),
    ("Name someone else", "503-555-0187"),
    ("How old", "7"),
    ("from 10 to 99", ""),
    ("how many days", "soon"),
    ("a number of whole days", "15"),
    ("1 to 14 whole days", "3"),
    ("how many months", "6"),
    ("What is the least", "7"),
    ("between the least and the most", "3"),
    ("What is the most", ""),
    ("no end date", "no"),
    ("Your life is in danger", "perhaps"),
    ("Please type yes or no", "yes"),
    ("A child is being harmed", ""),
    ("An adult who cannot", "no"),
    ("A court says", "no"),
    ("Who read this list", "Lena Berg"),
    ("On which day", "2099-01-01"),
    ("not come yet", ""),
]
SECOND_HALF = [
    ("call 911", "yes"),
    ("call 988", "yes"),
    ("Find A Helpline", "drop"),
    ("Leave this page", ""),
    ("At which address", "peers.example.org"),
    ("whole address like", "https://peers.example.org"),
    ("first coordinator", ""),
    ("send mail", MAIL),
]


ANSWERED = {
    "name": "Riverside Peers",
    "country": "US",
    "lang": "en",
    "time_zone": "America/Los_Angeles",
    "contact_name": "Dora Lindqvist",
    "contact_phone": "503-555-0142",
    "independent_name": "Open Door Advocates",
    "retention_months": "3",
}


class Terminal:
    """One `alongside setup` in a terminal of its own."""

    def __init__(self, house, folder):
        self.master, slave = pty.openpty()
        self.said, self._read = "", 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", "alongside", "setup"],
            cwd=folder,
            env=house.environment(HOME=str(folder)),
            stdin=slave,
            stdout=slave,
            stderr=slave,
        )
        os.close(slave)

    def hears(self, words):
        """Wait until it asks or says this."""
        until = time.monotonic() + PATIENCE
        while words not in self._new():
            assert time.monotonic() < until, f"no {words!r} in:\n{self.said[self._read :]}"
            if not self._more():
                raise AssertionError(f"it ended without {words!r}:\n{self.said[self._read :]}")

    def answers(self, script):
        """Give each answer when it was asked for."""
        for words, typed in script:
            self.hears(words)
            self.hears("> ")
            self._read = len(self.said)
            os.write(self.master, f"{typed}\n".encode())

    def ends(self):
        """Give how it ended."""
        while self._more():
            continue
        os.close(self.master)
        return self.process.wait(timeout=PATIENCE)

    def _new(self):
        return " ".join(self.said[self._read :].split()) + self.said[-1:]

    def _more(self):
        ready, _, _ = select.select([self.master], [], [], PATIENCE)
        try:
            more = os.read(self.master, 4096) if ready else b""
        except OSError:  # the other side of the terminal is closed
            return False
        self.said += more.decode(errors="replace")
        return bool(more)


@pytest.fixture
def house(tmp_path):
    return Served(tmp_path / "data", free_port())


def test_one_may_stop_in_the_middle_and_go_on_another_day(house, tmp_path):
    kept = house.data / "setup-answers.json"
    first = Terminal(house, tmp_path)
    first.answers([*FIRST_HALF, ("call 911", "stop")])
    assert first.ends() == 1
    assert "Your answers are kept" in first.said
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert not (house.data / "alongside.sqlite3").exists()

    second = Terminal(house, tmp_path)
    second.hears("Welcome back")
    second.answers([*SECOND_HALF, ("From which address", "stop")])
    assert second.ends() == 1
    assert "s3cret-word" not in kept.read_text()
    assert json.loads(kept.read_text())["independent_name"] == "Open Door Advocates"

    third = Terminal(house, tmp_path)
    third.answers(
        [
            ("send mail", MAIL),
            ("From which address", "hello@example.org"),
            ("roster key", str(house.data / "key.json")),
            ("inside the data folder", ""),
            ("settings for the service", ""),
            ("Shall I write it now", "1"),
            ("What is the name", "Hillside Peers"),
            ("Hillside Peers", "please"),
            ("a number from the list", "yes"),
        ]
    )
    assert third.ends() == 0, third.said
    assert not kept.exists()
    assert (tmp_path / "roster-key.json").exists()
    assert f"ALONGSIDE_MAIL_URL='{MAIL}'" in (tmp_path / "alongside.env").read_text()

    assert house.start() < 10
    config = json.loads(house.ask("/config.json").content)
    lines = json.loads(house.ask("/api/help").content)
    house.stop()
    assert (config["programme"], config["retention"]) == ("Hillside Peers", 6)
    assert config["independent"]["name"] == "Open Door Advocates"
    sentences = [name for name, _ in config["promise"]["sentences"]]
    assert [name for name in sentences if name.startswith("pass-on-")] == [
        "pass-on-life",
        "pass-on-child",
    ]
    assert [line["name"] for line in lines] == ["Emergency services", "988 Lifeline"]


def test_answers_somebody_spoiled_are_asked_again_and_without_a_yes_nothing_is_made(
    house, tmp_path
):
    house.data.mkdir()
    typed = dict(ANSWERED, independent_phone=ANSWERED["contact_phone"])
    (house.data / "setup-answers.json").write_text(json.dumps(typed))

    terminal = Terminal(house, tmp_path)
    terminal.hears("Welcome back")
    terminal.answers([("number of the one outside", "503-555-0187")])
    terminal.answers([("How old", ""), ("how many days", ""), ("how many months", "")])
    terminal.answers([("What is the least", ""), ("What is the most", ""), ("no end date", "")])
    terminal.answers([("Your life", "stop")])

    assert terminal.ends() == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]
    assert [path.name for path in house.data.iterdir()] == ["setup-answers.json"]
    assert (
        json.loads((house.data / "setup-answers.json").read_text())["retention_months"] == "3"
    )
