"""One file and PyNaCl open what somebody took along: no house, nothing else of this project."""

import subprocess
import venv
from pathlib import Path

import pytest

from tests.pse.taken import WORDS_OF_IT, files_of, frames_of, papers_of, talked, written

PROJECT = Path(__file__).resolve().parents[2]
OPENER = PROJECT / "var" / "public" / "app" / "protocol" / "pse_open.txt"


@pytest.fixture(scope="module")
def files():
    """What Ada took along."""
    scene, conversation = talked()
    return files_of(papers_of(scene, conversation), frames_of(scene))


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """A Python of its own with PyNaCl and what that needs, and nothing of this house."""
    import _cffi_backend
    import cffi
    import nacl
    import pycparser

    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, with_pip=False, symlinks=True)
    [place] = folder.glob("lib/python3*/site-packages")
    for module in (nacl, cffi, pycparser):
        (place / module.__name__).symlink_to(Path(module.__file__).parent)
    backend = Path(_cffi_backend.__file__)
    (place / backend.name).symlink_to(backend)
    return folder / "bin" / "python"


def opened_alone(bare, path, folder):
    """Run the one file, in a folder of its own."""
    folder.mkdir()
    (folder / "pse_open.py").write_bytes(OPENER.read_bytes())
    return subprocess.run(
        [bare, "-I", "pse_open.py", path],
        cwd=folder,
        input=WORDS_OF_IT,
        env={},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_one_file_and_pynacl_open_it_anywhere(assembled, bare, files, tmp_path):
    path = written(tmp_path / "notes.zip", files)
    done = opened_alone(bare, path, tmp_path / "alone")

    assert done.stderr == ""
    assert "Everything in it holds." in done.stdout
    assert "line 5 <i>" in (tmp_path / "notes-open" / "talk-1.txt").read_text()


def test_the_one_file_refuses_what_was_changed_too(assembled, bare, files, tmp_path):
    changed = files["talks/1.frames"][:-1] + b"\x00"
    path = written(tmp_path / "notes.zip", files | {"talks/1.frames": changed})
    done = opened_alone(bare, path, tmp_path / "alone")

    assert done.returncode == 1
    assert "talks/1.frames is not as it was taken along" in done.stderr
    assert not (tmp_path / "notes-open").exists()


def test_the_one_file_holds_the_reference_word_for_word(assembled):
    text = OPENER.read_text(encoding="utf-8")
    for name in ("walk", "conversation", "headers", "seal", "export", "export_check"):
        assert (PROJECT / "protocol" / "pse" / f"{name}.py").read_text() in text
