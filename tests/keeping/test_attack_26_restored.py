"""Attack 26, carried out: a house is made of old archives, and what is forgotten stays shut."""

import sqlite3
import subprocess
import sys
from datetime import timedelta

import pytest

from alongside.ground import clock
from alongside.keeping import shelf
from alongside.keeping.tables import KEY_TABLES
from tests.keeping.test_attack_26 import LONG_AFTER
from tests.keeping.test_restoring import second

__all__ = ["second"]

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
