"""What is made once and copied is made anew as soon as what it was made from changes."""

import shutil

import pytest

from tests import once


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A copy of all steps of the database, which may be changed."""
    server = tmp_path / "server" / "alongside"
    for step in once.SERVER.glob("*/migrations/*.py"):
        copy = server / step.relative_to(once.SERVER)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(step, copy)
    named = server / "ground" / "fields.py"
    named.parent.mkdir()
    named.write_text("# fields")
    shutil.copyfile(once.LIBRARIES, tmp_path / once.LIBRARIES.name)
    monkeypatch.setattr(once, "PROJECT", tmp_path)
    monkeypatch.setattr(once, "SERVER", server)
    monkeypatch.setattr(once, "LIBRARIES", tmp_path / once.LIBRARIES.name)
    monkeypatch.setattr(once, "KEPT", tmp_path / "once")
    return tmp_path


@pytest.mark.parametrize(
    "changed",
    [
        "server/alongside/people/migrations/0001_initial.py",
        "server/alongside/people/migrations/0999_new.py",
        "server/alongside/ground/fields.py",
        "requirements.lock",
    ],
)
def test_a_step_that_is_new_or_changed_makes_new_tables(elsewhere, changed):
    before = once.steps()
    assert once.steps() == before

    with (elsewhere / changed).open("a") as file:
        file.write("\n# changed\n")

    assert once.steps() != before


def test_what_was_made_is_kept_until_it_is_made_from_something_else(elsewhere):
    made = []

    def make(folder):
        made.append(folder)
        (folder / "tables").write_text("made")

    for digest in ("one", "one", "two"):
        with once._kept("kind", digest, make) as kept:
            assert (kept / "tables").read_text() == "made"
            assert kept.name == f"kind-{digest}"

    assert len(made) == 2
    assert [path.name for path in sorted(once.KEPT.iterdir())] == ["kind-two", "kind.lock"]


def test_what_could_not_be_made_is_tried_again(elsewhere):
    def fails(folder):
        (folder / "half").write_text("half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), once._kept("kind", "one", fails):
        pass
    with once._kept("kind", "one", lambda folder: None) as kept:
        assert list(kept.iterdir()) == []
