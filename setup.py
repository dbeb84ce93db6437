"""Puts into the wheel what lies outside the packages: the assembled room, and the lists.

With the wheel alone, without this repository and without Node, `alongside` serves everything.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

PROJECT = Path(__file__).resolve().parent
ROOM = PROJECT / "var" / "public"
LISTS = PROJECT / "protocol"


class WithRoom(build_py):
    """Builds the packages and lays the room and the lists into them."""

    def run(self) -> None:
        """Build; an editable install finds room and lists where they are."""
        super().run()
        if self.editable_mode:
            return
        if not (ROOM / "app" / "manifest.json").exists():
            raise SystemExit("The room is not assembled. Build with: make wheel")
        built = Path(self.build_lib)
        _lay(ROOM, built / "alongside" / "public")
        for name in ("words", "promise"):
            _lay(LISTS / name, built / "pse" / "lists" / name)
        shutil.copyfile(LISTS / "facts.json", built / "pse" / "lists" / "facts.json")


def _lay(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.md"))


setup(cmdclass={"build_py": WithRoom})
