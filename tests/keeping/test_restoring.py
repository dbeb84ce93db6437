"""A backup that was never restored is a hope; these are restored, and read."""

import json
import shutil
import sqlite3
import time
import zipfile

import pytest

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.ground.secrets import log_seed
from alongside.keeping.backup import back_up
from alongside.library.models import State
from pse.receipt import backup_bytes
from pse.signing import sign, verify_key_of
from tests.cast import fresh
from tests.keeping.conftest import SAID
from tests.keeping.guest import call, read_all
from tests.library.telling import put_story
from tests.once import TABLES, lay_tables, lay_tables_at
from tests.process.served import Served, free_port

# Archives are read alike whatever wrote them: what a database decides is that its rows become
# a house, and that such a house goes on.
both_databases = pytest.mark.both_databases


@pytest.fixture
def second(tmp_path):
    """A machine with nothing on it but tables, all empty: making them takes the longest."""
    house = Served(tmp_path / "second", free_port())
    lay_tables(house.data)
    yield house
    if house.process is not None and house.process.poll() is None:
        house.stop()


def changed(path, name, change):
    """The same archive with one member changed."""
    copy = path.with_name(f"changed-{path.name}")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w") as new:
        for one in old.namelist():
            new.writestr(one, change(old.read(one)) if one == name else old.read(one))
    return copy


def resigned(path, keys):
    """The same archive, signed anew by someone who holds the house's log key."""
    with zipfile.ZipFile(keys) as archive:
        seed = archive.read("secrets/log.key")
    with zipfile.ZipFile(path) as archive:
        sig = sign(seed, backup_bytes(archive.read("manifest.json")))
    return changed(path, "manifest.sig", lambda old: sig)


def refused(house, *archives):
    """What a restore that is refused says; nothing may be left behind."""
    said = house.run("restore", *map(str, archives))
    assert said.returncode == 1
    assert "Traceback" not in said.stderr
    return said.stderr


@both_databases
def test_on_a_second_machine_ada_and_ben_open_their_places_and_read_all(made, ada, ben, second):
    second.data.joinpath(TABLES).unlink()
    said = second.run("restore", str(made.content), str(made.keys))

    assert said.returncode == 0, said.stderr
    assert "3 lines in 1 conversation, every chain whole." in said.stdout
    assert "2 places; the keys of 2 are here.\nThe backup is as" in said.stdout
    second.start()
    today = clock.today()
    assert read_all(second, ada, today=today) == SAID
    assert read_all(second, ben, today=today) == SAID
    second.stop()


def test_a_story_of_the_library_comes_back_shown_to_nobody(ada, tmp_path, second):
    put_story(ada, shown=True)
    backup = back_up(tmp_path / "backups", now=clock.now())
    said = second.run("restore", str(backup.content), str(backup.keys))

    assert said.returncode == 0, said.stderr
    with sqlite3.connect(second.data / "alongside.sqlite3") as kept:
        rows = kept.execute("SELECT state, published_on FROM library_story").fetchall()
        owed = kept.execute("SELECT COUNT(*) FROM notices_owed").fetchone()
    assert (rows, owed) == ([(State.ASIDE, None)], (0,))


def test_without_its_keys_a_backup_says_plainly_that_nobody_can_open_it(made, second):
    said = second.run("restore", str(made.content))

    assert said.returncode == 0, said.stderr
    assert "2 places; the keys of 0 are here." in said.stdout
    assert "nobody can open what was written before" in said.stdout


def test_nothing_that_is_there_is_written_over(made, second):
    assert second.run("restore", str(made.content), str(made.keys)).returncode == 0

    assert "empty data folder" in refused(second, made.content, made.keys)


def test_a_changed_word_a_missing_row_and_a_foreign_file_are_refused(made, second):
    entries, log = "tables/conversations.entry.jsonl", "secrets/log.key"

    bad = changed(made.content, entries, lambda old: old.replace(b"A", b"B", 1))
    assert "damaged" in refused(second, bad, made.keys)
    bad = changed(made.content, entries, lambda old: b"".join(old.splitlines(True)[:-1]))
    assert "damaged" in refused(second, bad, made.keys)
    bad = changed(made.keys, log, lambda old: bytes(32))
    assert "damaged" in refused(second, made.content, bad)
    second.data.joinpath("note.zip").write_text("not an archive")
    assert "cannot be read" in refused(second, second.data / "note.zip", made.keys)
    assert "holds the keys, not the content" in refused(second, made.keys, made.content)


def test_a_manifest_cannot_write_outside_the_secrets(made, second, tmp_path):
    def climbing(old):
        told = json.loads(old)
        told["files"]["secrets/../climbed"] = told["files"].pop("secrets/log.key")
        return json.dumps(told).encode()

    bad = changed(made.keys, "manifest.json", climbing)
    with zipfile.ZipFile(bad, "a") as archive:
        archive.writestr("secrets/../climbed", archive.read("secrets/log.key"))
    bad = resigned(bad, made.keys)

    assert "damaged" in refused(second, made.content, bad)
    assert not (second.data / "climbed").exists()


def test_a_manifest_that_lies_about_its_lines_does_not_hide_a_broken_chain(made, second):
    """Whoever can change an archive can change its hashes; the chain is what they cannot."""
    name = "tables/conversations.entry.jsonl"

    def without_last(old):
        return b"".join(old.splitlines(True)[:-1])

    bad = changed(made.content, name, without_last)
    bad = changed(bad, "manifest.json", lambda old: _recounted(old, bad, name))

    assert "changed after it was made" in refused(second, bad, made.keys)
    assert "not whole" in refused(second, resigned(bad, made.keys), made.keys)


def test_two_archives_of_two_days_are_not_mixed(made, second, tmp_path):
    from alongside.keeping import backup

    later = backup.back_up(tmp_path / "other", now=clock.now())

    assert "not of the same backup" in refused(second, made.content, later.keys)


def test_a_backup_of_a_newer_version_is_refused(made, second):
    def newer(old):
        told = json.loads(old)
        told["migrations"].append(["people", "0999_from_tomorrow"])
        return json.dumps(told).encode()

    bad = resigned(changed(made.content, "manifest.json", newer), made.keys)

    assert "newer version" in refused(second, bad, made.keys)


def test_a_backup_of_another_house_is_not_taken_for_ours(made, second, tmp_path):
    """Whoever holds the content alone can make a whole archive of it, and sign for nobody."""

    def renamed(old):
        return json.dumps(json.loads(old) | {"made": "20200101T000000Z"}).encode()

    bad = changed(made.content, "manifest.json", renamed)
    log = to_text(verify_key_of(log_seed()))

    assert "changed after it was made" in refused(second, bad, made.keys)
    assert "changed after it was made" in refused(second, bad, "--log", log)
    other = to_text(verify_key_of(bytes(32)))
    assert "another house made it" in refused(second, made.content, made.keys, "--log", other)
    said = second.run("restore", str(made.content), "--log", "not a key")
    assert (said.returncode, "this is no log key" in said.stderr) == (2, True)


def test_a_restore_says_whether_anybody_vouches_for_the_backup(made, second):
    said = second.run("restore", str(made.content))

    assert said.returncode == 0, said.stderr
    assert "Nobody knows who made this backup" in said.stdout


def test_with_the_log_key_alone_the_content_is_known_to_be_ours(made, second):
    log = to_text(verify_key_of(log_seed()))

    said = second.run("restore", str(made.content), "--log", log)

    assert "The backup is as its house signed it." in said.stdout


def test_keys_that_do_not_fit_their_header_are_told(made, second):
    """Two people's keys exchanged: every hash is right, and nothing would open."""
    name, table = "tables/conversations.wrap.jsonl", "conversations.Wrap"

    def exchanged(old):
        one, other = map(json.loads, old.splitlines())
        one[1], other[1] = other[1], one[1]
        return "".join(json.dumps(row) + "\n" for row in (one, other)).encode()

    bad = changed(made.keys, name, exchanged)
    bad = changed(bad, "manifest.json", lambda old: _recounted(old, bad, name, table))
    said = second.run("restore", str(made.content), str(resigned(bad, made.keys)))

    assert said.returncode == 0, said.stderr
    assert "a key does not fit what was signed" in said.stdout


def test_a_restore_that_was_cut_off_may_be_tried_again(made, second):
    shutil.copy(made.content, second.data.parent / "content.zip")
    refused(second, made.content, second.data.parent / "nowhere.zip")

    assert second.run("restore", str(made.content), str(made.keys)).returncode == 0


def _recounted(manifest, path, name, table="conversations.Entry"):
    import hashlib

    told = json.loads(manifest)
    with zipfile.ZipFile(path) as archive:
        content = archive.read(name)
    told["tables"][table]["rows"] = len(content.splitlines())
    told["tables"][table]["sha256"] = hashlib.sha256(content).hexdigest()
    return json.dumps(told).encode()


@pytest.fixture
def like_the_first(second, is_postgresql):
    """Settings for a second machine with the same kind of database, and no row in it."""
    if not is_postgresql:
        return {}
    import psycopg

    from tests.postgresql import start

    address = start()
    with psycopg.connect(address, autocommit=True) as there:
        there.execute("DROP DATABASE IF EXISTS second")
        there.execute("CREATE DATABASE second")
    second_address = address.replace("/postgres?", "/second?")
    lay_tables_at(second_address)
    return {"ALONGSIDE_DATABASE_URL": second_address}


@both_databases
def test_a_restored_house_goes_on_takes_new_people_and_can_end(made, second, like_the_first):
    said = second.run("restore", str(made.content), str(made.keys), **like_the_first)
    assert said.returncode == 0, said.stderr
    second.start(**like_the_first)

    papers = fresh("eve").sign_up_payload()
    assert (
        call(second, "/api/sign-up", papers)["me"]["username"] == fresh("eve").person.username
    )
    second.stop()

    day = clock.date_of(clock.today() + 60).isoformat()
    assert second.run("close", "--on", day, **like_the_first).returncode == 0
    later = second.data / "clock"
    later.write_text(str(60 * 86_400))
    second.start(**like_the_first, ALONGSIDE_TEST_CLOCK=str(later))
    until = time.monotonic() + 30
    while second.ask("/").status != 410:
        assert time.monotonic() < until
        time.sleep(0.2)
    code, _seconds, said = second.stop()
    assert (code, said) == (0, "")
