"""`alongside simulate-load` as somebody who types it meets it."""

import os
import subprocess
import sys

import pytest

from tests.once import lay_demo

YEAR = "simulate-year"
STAGES = ("night", "noon", "evening", "the busiest minute", "after a restart")


def typed(*words, command="simulate-load", **environment):
    return subprocess.run(
        [sys.executable, "-m", "alongside", command, *words],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )


@pytest.mark.proof
def test_a_small_day_is_replayed_on_a_house_of_its_own(tmp_path):
    done = typed("--people", "8000", "--seconds", "3", ALONGSIDE_DATA=str(tmp_path / "mine"))

    assert done.returncode in (0, 1), done.stderr
    for name in STAGES:
        assert f"\n  {name} " in done.stdout
    told = [line for line in done.stdout.splitlines() if " open " in line]
    assert all("trouble 0" in line for line in told)
    assert "all back after" in told[-1]
    assert "8,000 people: " in done.stdout
    # The data of whoever types it are not touched.
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize(
    "words", [["--people", "0"], ["--habit", "sleeps=3"], ["--habit", "lines=x"]]
)
def test_what_cannot_be_is_said_in_one_sentence(words):
    done = typed(*words)

    assert done.returncode == 1
    assert done.stderr.startswith("Not started: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_year_goes_into_a_demo_once_and_never_among_real_people(tmp_path):
    lay_demo(tmp_path / "demo")
    data = {"ALONGSIDE_DATA": str(tmp_path / "demo")}
    made = typed("--relationships", "12", command=YEAR, **data)
    assert made.returncode == 0, made.stderr
    assert made.stdout.startswith("12 relationships of ")
    assert " words were given, " in made.stdout
    again = typed("--relationships", "12", command=YEAR, **data)
    assert (again.returncode, "a year here already" in again.stderr) == (1, True)
    # The file with everybody's words is what makes a programme a demo.
    (tmp_path / "demo" / "demo-people.json").unlink()
    real = typed(command=YEAR, **data)
    assert (real.returncode, "that is no demo" in real.stderr) == (1, True)
    none = typed("--relationships", "0", command=YEAR, **data)
    assert none.stderr == "Not made: relationships are from 1 to 20,000.\n"
