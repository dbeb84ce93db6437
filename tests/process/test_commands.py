"""What the commands say before anything is served."""

import pytest

from alongside import VERSION
from alongside.cli.commands import COMMANDS, main
from tests.process.served import Served, founded, free_port


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A folder with nothing in it."""
    return Served(tmp_path_factory.mktemp("empty"), free_port())


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A house that is founded and not served."""
    return founded(tmp_path_factory.mktemp("founded"))


@pytest.mark.parametrize("words", [[], ["help"], ["--help"]])
def test_help_names_every_command(words, capsys):
    assert main(words) == 0

    said = capsys.readouterr().out
    for name in COMMANDS:
        assert name in said


def test_a_command_that_is_none_gets_help_and_a_failure(capsys):
    assert main(["dance"]) == 2


def test_the_version_is_told(capsys):
    main(["--version"])

    assert VERSION in capsys.readouterr().out


def test_without_tables_it_says_what_to_run(empty):
    said = empty.run("serve")

    assert said.returncode == 1
    assert said.stderr.strip() == (
        "Not started: the database is not up to date. Run: alongside migrate"
    )


def test_without_a_programme_it_says_so(tmp_path_factory):
    bare = Served(tmp_path_factory.mktemp("bare"), free_port())
    bare.run("migrate")

    said = bare.run("serve")

    assert said.returncode == 1
    assert said.stderr.startswith("Not started: This place is not ready yet.")


def test_migrating_twice_changes_nothing(house):
    assert house.run("migrate").returncode == 0
    assert house.run("migrate").returncode == 0


def test_the_doctor_names_each_trouble(house):
    said = house.run("doctor")

    assert said.returncode == 1
    assert "not for real people" in said.stdout
    assert "1 to mend." in said.stdout


def test_the_doctor_finds_a_careful_programme_well(house):
    said = house.run(
        "doctor",
        ALONGSIDE_MODE="production",
        ALONGSIDE_SECRET="s" * 60,
        ALONGSIDE_HOSTS="peers.example.org",
        ALONGSIDE_ORIGIN="https://peers.example.org",
    )

    assert said.stdout == "All is well.\n", said.stdout + said.stderr
    assert said.returncode == 0


def test_the_doctor_notices_secrets_that_others_can_read(house):
    secret = house.data / "secrets" / "ticket.key"
    secret.parent.mkdir(exist_ok=True)
    secret.write_bytes(bytes(32))
    secret.chmod(0o644)

    assert "secrets/ticket.key can be read by others" in house.run("doctor").stdout


def test_a_demo_is_never_made_for_real_people(house):
    said = house.run(
        "demo",
        ALONGSIDE_MODE="production",
        ALONGSIDE_SECRET="s" * 60,
        ALONGSIDE_HOSTS="peers.example.org",
        ALONGSIDE_ORIGIN="https://peers.example.org",
    )

    assert said.returncode == 1
    assert "not for real people" in said.stderr
