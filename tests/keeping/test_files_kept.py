"""Sealed files are content: in the backup, back from it, and gone with the programme."""

import shutil
import zipfile

import pytest

from alongside.files.actions import let_go_of_every_file
from alongside.files.models import File, Piece
from alongside.ground import clock
from alongside.keeping import backup
from pse.chance import repeatable_chance
from pse.file import OTHER, seal_file
from tests.files.test_files import FILE_ID, LETTER, on_the_shelf, send
from tests.keeping.test_restoring import changed, refused, second

pytestmark = pytest.mark.both_databases
__all__ = ["second"]


@pytest.fixture
def made_with_file(talk, ada, settings, tmp_path):
    """A backup of a talk in which Ada sent a letter."""
    chance = repeatable_chance("letter")
    sealed = seal_file(FILE_ID, LETTER, type=OTHER, name="letter.txt", chance=chance)
    send(ada, talk.relationship, sealed)
    yield backup.back_up(tmp_path / "backups", now=clock.now()), sealed[1]
    shutil.rmtree(settings.DATA / "files")


def test_a_restored_house_has_every_piece_of_every_file(made_with_file, second):
    made, pieces = made_with_file

    said = second.run("restore", str(made.content), str(made.keys))
    assert said.returncode == 0, said.stderr
    lying = sorted(path for path in (second.data / "files").rglob("*") if path.is_file())
    assert [path.read_bytes() for path in lying] == pieces
    assert all(path.stat().st_mode & 0o077 == 0 for path in lying)


def test_no_piece_lies_among_the_keys(made_with_file):
    made, _ = made_with_file

    with zipfile.ZipFile(made.keys) as keys, zipfile.ZipFile(made.content) as content:
        assert not [name for name in keys.namelist() if name.startswith("files/")]
        assert len([name for name in content.namelist() if name.startswith("files/")]) == 4


def test_a_piece_that_was_changed_in_the_archive_is_refused(made_with_file, second):
    made, _ = made_with_file
    with zipfile.ZipFile(made.content) as content:
        piece = next(name for name in content.namelist() if name.startswith("files/"))

    other = changed(made.content, piece, lambda raw: raw[:-1] + b"\0")
    assert "damaged" in refused(second, other, made.keys)


def test_the_end_of_a_programme_leaves_no_piece(made_with_file, settings):
    assert len(on_the_shelf(settings)) == 4

    let_go_of_every_file()
    assert (File.objects.count(), Piece.objects.count(), on_the_shelf(settings)) == (0, 0, [])
