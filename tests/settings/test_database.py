from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction

from alongside.settings.database import database, is_database_in_the_open, postgresql
from alongside.settings.secret import kept_secret


@pytest.mark.django_db(transaction=True)
def test_what_was_taken_back_is_overwritten_and_what_was_kept_survives_a_power_cut(
    is_postgresql,
):
    if is_postgresql:
        pytest.skip("these are SQLite's own switches")
    with connection.cursor() as cursor:
        values = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }

    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
    }


@pytest.mark.django_db(transaction=True)
def test_a_change_waits_its_turn_from_the_start(is_postgresql):
    if is_postgresql:
        pytest.skip("these are SQLite's own switches")
    with transaction.atomic():
        in_transaction = connection.connection.in_transaction

    assert in_transaction
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert connection.settings_dict["OPTIONS"]["timeout"] == 5


def test_the_database_is_a_file_in_the_data_folder():
    assert database("", data=Path("/srv/peers"))["NAME"] == "/srv/peers/alongside.sqlite3"


def test_a_postgresql_address_is_read_as_it_is_written():
    settings = postgresql("postgresql://ada:p%40ss@db.example.org:5433/peers?sslmode=require")

    assert settings["HOST"] == "db.example.org"
    assert settings["PORT"] == "5433"
    assert settings["USER"] == "ada"
    assert settings["PASSWORD"] == "p@ss"
    assert settings["NAME"] == "peers"
    assert settings["OPTIONS"] == {"sslmode": "require"}


def test_a_postgresql_socket_folder_is_read_too():
    assert postgresql("postgresql://postgres:@/postgres?host=/run/pg")["HOST"] == "/run/pg"


def test_another_kind_of_database_is_refused_by_name():
    with pytest.raises(ImproperlyConfigured, match="postgresql://"):
        postgresql("mysql://localhost/peers")


def test_the_secret_of_a_house_of_ones_own_is_made_once_and_for_its_owner_only(tmp_path):
    secret = kept_secret(tmp_path)

    assert kept_secret(tmp_path) == secret
    assert len(secret) >= 50
    assert (tmp_path / "secrets" / "signing").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("rest", "is_open"),
    [
        ("db.example.org/peers", True),
        ("db.example.org/peers?sslmode=prefer", True),
        ("db.example.org/peers?sslmode=disable", True),
        ("10.0.0.7/peers", True),
        ("localhost/peers?hostaddr=10.0.0.7", True),
        ("localhost,db.example.org/peers", True),
        ("db.example.org/peers?sslmode=require", False),
        ("db.example.org/peers?sslmode=verify-full", False),
        ("localhost/peers", False),
        ("127.0.0.1:5433/peers", False),
        ("[::1]/peers", False),
        ("/peers?host=/run/postgresql", False),
    ],
)
def test_a_database_elsewhere_is_only_spoken_to_in_private(rest, is_open):
    assert is_database_in_the_open(f"postgresql://ada:p@{rest}") is is_open


def test_a_file_in_the_data_folder_travels_nowhere():
    assert not is_database_in_the_open("")
