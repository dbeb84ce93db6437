"""What the commands say before anything is served."""

import sqlite3
from contextlib import closing

import pytest

from alongside import VERSION
from alongside.cli.commands import COMMANDS, main
from tests.once import TABLES, lay_tables
from tests.process.served import Served, founded, free_port

PRODUCTION = {
    "ALONGSIDE_MODE": "production",
    "ALONGSIDE_SECRET": "s" * 60,
    "ALONGSIDE_HOSTS": "peers.example.org",
    "ALONGSIDE_ORIGIN": "https://peers.example.org",
}


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A folder with nothing in it."""
    return Served(tmp_path_factory.mktemp("empty"), free_port())


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A house that is founded and not served."""
    return founded(tmp_path_factory.mktemp("founded"))


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """A house that has tables made from nothing, and no programme."""
    bare = Served(tmp_path_factory.mktemp("bare"), free_port())
    assert bare.run("migrate").returncode == 0
    return bare


def tables_of(data):
    """How each table and index was made, and which steps led there."""
    with closing(sqlite3.connect(data / TABLES)) as kept:
        made = kept.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        steps = kept.execute("SELECT app, name FROM django_migrations ORDER BY 1, 2").fetchall()
    assert len(made) > 100
    return made, steps


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


def test_without_a_programme_it_says_so(bare):
    said = bare.run("serve")

    assert said.returncode == 1
    assert said.stderr.startswith("Not started: This place is not ready yet.")


def test_migrating_an_empty_folder_makes_the_tables_that_every_test_begins_with(bare, tmp_path):
    lay_tables(tmp_path)

    assert tables_of(bare.data) == tables_of(tmp_path)


def test_migrating_twice_changes_nothing(house):
    assert house.run("migrate").returncode == 0
    assert house.run("migrate").returncode == 0


def test_the_doctor_names_each_trouble(house):
    said = house.run("doctor")

    assert said.returncode == 1
    assert "not for real people" in said.stdout
    assert "Bring in a specialist" in said.stdout
    assert "2 to mend." in said.stdout


def test_the_doctor_finds_a_careful_programme_well_but_for_its_first_specialist(house):
    said = house.run("doctor", **PRODUCTION)

    assert said.stdout == "- Bring in a specialist whom you stand behind.\n1 to mend.\n", (
        said.stderr
    )


def test_the_doctor_says_that_nothing_is_set_up(bare):
    assert "There is no programme yet: alongside setup." in bare.run("doctor").stdout


def test_the_doctor_finds_a_roster_key_beside_the_data_whatever_it_is_called(house):
    hidden = house.data / "old" / "notes.txt"
    hidden.parent.mkdir()
    key = house.run("roster", "new", str(hidden))
    assert key.returncode == 0, key.stderr

    said = house.run("doctor").stdout
    hidden.unlink()

    assert "The roster key old/notes.txt lies in the data folder" in said
    assert "roster key" not in house.run("doctor").stdout


def test_the_doctor_names_a_help_line_nobody_looked_at(house, tmp_path):
    later = tmp_path / "clock"
    later.write_text(str(400 * 86_400))

    said = house.run("doctor", ALONGSIDE_TEST_CLOCK=str(later)).stdout

    assert "The help line 988 Lifeline was not checked for 90 days" in said
    assert "Check at least one help line" in said


def test_the_doctor_notices_a_folder_of_secrets_that_others_can_open(house):
    folder = house.data / "secrets"
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)

    said = house.run("doctor").stdout
    folder.chmod(0o700)

    assert "secrets can be read by others: chmod 700." in said


def test_the_doctor_notices_secrets_that_others_can_read(house):
    secret = house.data / "secrets" / "ticket.key"
    secret.parent.mkdir(exist_ok=True)
    secret.write_bytes(bytes(32))
    secret.chmod(0o644)

    said = house.run("doctor").stdout
    secret.unlink()

    assert "secrets/ticket.key can be read by others" in said


def test_a_demo_is_never_made_for_real_people(house):
    said = house.run("demo", **PRODUCTION)

    assert said.returncode == 1
    assert "not for real people" in said.stderr
