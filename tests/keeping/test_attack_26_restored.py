"""Attack 26, carried out: a house is made of old archives, and what is forgotten stays shut."""

import sqlite3
import subprocess
import sys
from datetime import timedelta

import pytest

from alongside.ground import clock
from alongside.keeping import backup, shelf
from alongside.keeping.tables import KEY_TABLES
from tests.circles.conftest import circle, held, lea, with_ada
from tests.consent.telling import tell, telling
from tests.keeping.test_attack_26 import LONG_AFTER
from tests.keeping.test_restoring import second

__all__ = ["circle", "held", "lea", "second", "with_ada"]

A_ROUND = """
import sys, datetime, django
django.setup()
from alongside.ground import clock
from alongside.timers.actions import run_due
failed = run_due(now=clock.now() + datetime.timedelta(days=int(sys.argv[1])))
assert failed == [], failed
"""


def restored(house, *archives):
    said = house.run("restore", *map(str, archives))
    assert said.returncode == 0, said.stderr
    return sqlite3.connect(house.data / "alongside.sqlite3")


def count(books, question):
    return books.execute(f"SELECT COUNT(*) FROM {question}").fetchone()[0]


@pytest.fixture
def boxes():
    return "conversations_entry WHERE kind IN (2, 3) AND box IS NOT NULL"


def test_a_week_on_a_restored_house_holds_nothing_that_opens_anything(
    made, second, tmp_path, boxes
):
    shelf.destroy_old_keys(tmp_path / "backups", now=clock.now() + timedelta(days=7))
    assert not made.keys.exists()

    with restored(second, made.content) as books:
        assert count(books, boxes) > 0
        opens = {one: count(books, one.lower().replace(".", "_")) for one in KEY_TABLES}
    assert set(opens.values()) == {0}, opens


@pytest.mark.parametrize("has_keys", [False, True])
def test_letters_and_links_come_back_with_the_keys_of_their_day_or_not_at_all(
    with_ada, ada, ben, lea, finn, talking, second, tmp_path, has_keys
):
    assert with_ada.asks(finn, ben, lea).status_code == 200
    assert with_ada.removes(ben, ada).status_code == 204
    assert tell(ada, telling(ada, ben, talking.conv)).status_code == 201
    made = backup.back_up(tmp_path / "backups", now=clock.now())

    with restored(second, made.content, *([made.keys] if has_keys else [])) as books:
        assert count(books, "consent_telling WHERE sealed_told IS NOT NULL") == 1
        found = [
            count(books, one) for one in ("circles_knock", "circles_removal", "consent_linkbox")
        ]
    assert found == ([2, 1, 1] if has_keys else [0, 0, 0])


def test_what_was_forgotten_since_the_backup_is_forgotten_again_in_the_first_round(
    made, second, boxes
):
    with restored(second, made.content, made.keys) as books:
        assert count(books, boxes) > 0
        assert count(books, "conversations_wrap") > 0

    subprocess.run(
        [sys.executable, "-c", A_ROUND, str(LONG_AFTER)],
        env=second.environment(DJANGO_SETTINGS_MODULE="alongside.settings"),
        timeout=240,
        check=True,
    )

    with sqlite3.connect(second.data / "alongside.sqlite3") as books:
        assert count(books, boxes) == 0
        assert count(books, "conversations_wrap") == 0
