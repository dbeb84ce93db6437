"""Closing and upgrading from the command line, on a house of its own."""

import subprocess
import sys
import time
from datetime import timedelta

import pytest

from alongside.ground import clock
from alongside.keeping.shelf import newest
from tests.process.served import Served, founded, free_port

DAY = clock.today() + 60
NAME = "Riverside Peers"


@pytest.fixture
def house(tmp_path):
    """A house that is founded and not served."""
    house = founded(tmp_path / "house")
    yield house
    if house.process is not None and house.process.poll() is None:
        house.stop()


def travel(tmp_path, days):
    """Environment in which so many days have passed."""
    file = tmp_path / "clock"
    file.write_text(str(timedelta(days=days).total_seconds()))
    return {"ALONGSIDE_TEST_CLOCK": str(file)}


def inside(house, program):
    """Run a few lines of Python in a house."""
    done = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup()\n{program}"],
        env=house.environment(DJANGO_SETTINGS_MODULE="alongside.settings"),
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def older(house):
    """Take the programme's tables back to how they first were."""
    inside(
        house,
        "from django.core.management import call_command\n"
        "call_command('migrate', 'programme', '0001', verbosity=0)",
    )


def test_the_end_is_announced_and_called_off_in_words(house):
    said = house.run("close", "--on", "soon")
    assert (said.returncode, "not a day" in said.stderr) == (1, True)
    said = house.run("close", "--on", clock.date_of(DAY - 1).isoformat())
    assert (said.returncode, "at least 60 days" in said.stderr) == (1, True)

    said = house.run("close", "--on", clock.date_of(DAY).isoformat())
    assert said.returncode == 0, said.stderr
    assert f"ends on {clock.date_of(DAY).isoformat()}" in said.stdout
    said = house.run("close", "--now")
    assert (said.returncode, "has not come" in said.stderr) == (1, True)
    assert house.run("close", "--call-off").returncode == 0
    assert house.run("close", "--call-off").returncode == 1


def test_ending_by_hand_asks_for_the_name_and_prints_the_certificate(house, tmp_path):
    house.run("close", "--on", clock.date_of(DAY).isoformat())
    later = travel(tmp_path, 60)

    def end(typed):
        return subprocess.run(
            [sys.executable, "-m", "alongside", "close", "--now"],
            env=house.environment(**later),
            input=typed,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )

    refused = end("Somebody Else\n")
    assert (refused.returncode, "not the programme's name" in refused.stderr) == (1, True)
    assert not (house.data / "certificate.json").exists()

    said = end(f"{NAME}\n")
    assert said.returncode == 0, said.stderr
    assert f"{NAME} ended on" in said.stdout
    assert (house.data / "certificate.json").exists()


def test_the_serving_house_ends_by_itself_and_stays_a_calm_page(house, tmp_path):
    house.run("close", "--on", clock.date_of(DAY).isoformat())
    house.start(**travel(tmp_path, 60))
    until = time.monotonic() + 30
    while house.ask("/").status != 410 or list((house.data / "secrets").glob("*.key")):
        assert time.monotonic() < until
        time.sleep(0.2)
    house.stop()

    house.start(health=410)

    assert b"This programme has ended" in house.ask("/").content
    assert house.ask("/app/room.js").status == 410
    assert not list((house.data / "secrets").glob("*.key"))


def test_an_upgrade_backs_up_first_and_says_how_to_go_back(house, tmp_path):
    older(house)
    assert house.run("serve").returncode == 1

    said = house.run("upgrade", str(tmp_path / "b"))

    assert said.returncode == 0, said.stderr
    content, keys = (newest(tmp_path / "b", part) for part in ("content", "keys"))
    assert f"alongside restore {content} {keys}" in said.stdout
    assert "every chain whole" in said.stdout
    house.start()
    assert house.ask("/").status == 200


def test_the_backup_before_an_upgrade_restores_into_this_version_too(house, tmp_path):
    older(house)
    house.run("upgrade", str(tmp_path / "b"))
    second = Served(tmp_path / "second", free_port())

    said = second.run(
        "restore", *(str(newest(tmp_path / "b", part)) for part in ("content", "keys"))
    )

    assert said.returncode == 0, said.stderr
    told = inside(
        second,
        "from alongside.programme.queries import programme\n"
        "print(programme().name, programme().closes_on)",
    )
    assert told == f"{NAME} None"


def test_upgrading_what_is_up_to_date_changes_nothing_and_backs_nothing_up(house, tmp_path):
    said = house.run("upgrade", str(tmp_path / "b"))

    assert said.returncode == 0, said.stderr
    assert "ready for version" in said.stdout
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("words", [["upgrade", "b"], ["serve"], ["backup", "b"]])
def test_data_of_a_newer_version_are_not_touched(house, tmp_path, words):
    inside(
        house,
        "from django.db import connection\n"
        "from django.db.migrations.recorder import MigrationRecorder\n"
        "MigrationRecorder(connection).record_applied('people', '0999_from_tomorrow')",
    )

    said = house.run(*[str(tmp_path / "b") if word == "b" else word for word in words])

    assert said.returncode == 1
    assert "newer version" in said.stderr
    assert "Traceback" not in said.stderr
