"""What a backup holds, what it leaves out, and who may read it."""

import re
import zipfile
from datetime import UTC, datetime

import pytest
from django.apps import apps

from alongside.ground import clock
from alongside.keeping import archive, backup, shelf, tables
from tests.keeping.conftest import SAID
from tests.process.served import founded


def whole(path):
    """Everything in an archive, unpacked."""
    with zipfile.ZipFile(path) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_every_table_is_content_or_keys_or_left_out_and_only_one_of_them():
    models = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    listed = [*tables.CONTENT_TABLES, *tables.KEY_TABLES, *tables.LEFT_OUT]

    assert sorted(listed) == sorted(set(listed))
    assert set(listed) == models


def test_no_content_archive_holds_anything_that_opens_something(made):
    content = b"".join(whole(made.content).values())
    names = " ".join(whole(made.content))

    for label in (*tables.KEY_TABLES, "people.Token", "people.Tries", "people.OneTimeLink"):
        assert label.lower() not in names
    assert "secrets" not in names
    assert b"verifier" not in content
    assert b"token_hash" not in content


def test_nobodys_words_are_in_either(made):
    for path in (made.content, made.keys):
        everything = b"".join(whole(path).values())
        for text in SAID:
            assert text.encode() not in everything


def test_the_keys_come_with_the_secrets_of_the_house(made):
    assert {"secrets/log.key", "secrets/server.key"} <= set(whole(made.keys))


def test_only_its_owner_can_read_a_backup(made):
    for path in (made.content, made.keys):
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_backup_says_what_it_is(made):
    with archive.reading(made.content, part="content") as opened:
        told = opened.manifest

    assert re.fullmatch(r"\d{8}T\d{6}Z", told.made)
    assert ("people", "0001_initial") in told.migrations
    assert told.tables["conversations.Entry"].rows == 4
    assert told.rows == made.rows


def test_the_newest_backup_can_be_checked_and_a_damaged_one_is_found(made, tmp_path):
    folder = tmp_path / "backups"
    content, keys = backup.check(folder)
    assert (content.rows, keys.rows) == (made.rows, made.key_rows)

    raw = bytearray(made.content.read_bytes())
    # In the middle of what was packed: some bytes between two files mean nothing.
    raw[raw.index(b"tables/conversations.entry.jsonl") + 500] ^= 1
    made.content.write_bytes(raw)
    with pytest.raises(archive.BadArchive):
        backup.check(folder)


def test_a_folder_without_a_backup_says_so(talk, tmp_path):
    with pytest.raises(backup.NothingYet):
        backup.check(tmp_path)


def test_a_backup_does_not_lie_in_the_folder_it_protects(talk, settings):
    with pytest.raises(backup.InsideTheData):
        backup.back_up(settings.DATA / "backups", now=clock.now())


def test_what_is_no_key_archive_is_left_alone(tmp_path):
    shelf.prepare(tmp_path)
    note = tmp_path / "keys" / "read me.txt"
    note.write_text("ours")
    unfinished = tmp_path / "keys" / "alongside-keys-20200101T000000Z.zip.partial"
    unfinished.write_bytes(b"half")

    assert shelf.destroy_old_keys(tmp_path, now=datetime(2026, 1, 1, tzinfo=UTC)) == 1
    assert note.exists()
    assert not unfinished.exists()


def test_old_keys_go_even_when_the_house_cannot_start(tmp_path):
    shelf.prepare(tmp_path / "b")
    old = shelf.path_for(tmp_path / "b", "keys", "20200101T000000Z")
    old.write_bytes(b"old keys")
    house = founded(tmp_path / "data")

    said = house.run("backup", str(tmp_path / "b"), "--forget", ALONGSIDE_HOSTS="*")

    assert said.returncode == 0, said.stderr
    assert "gone: 1." in said.stdout
    assert not old.exists()
