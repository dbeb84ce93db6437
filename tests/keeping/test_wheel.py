"""The package alone is enough: no repository, no Node, an empty folder."""

import json
import os
import subprocess
import sys
import sysconfig
import time
import zipfile
from pathlib import Path

import pytest

from alongside import VERSION
from tests.process.served import Served, free_port

PROJECT = Path(__file__).parents[2]
# The coach's encoder is 24 MB of it: as it is, and in two forms for its way.
LARGEST = 32 * 1024 * 1024
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The package, built as `make wheel` builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "-qq", "--disable-pip-version-check"]
    how = ["--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    subprocess.run([*pip, *how, str(PROJECT)], check=True, timeout=120)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A fresh Python with the package; what it needs is borrowed from the one that tests."""
    place = tmp_path_factory.mktemp("fresh")
    subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", str(place / "env")], check=True
    )
    python = place / "env" / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "-qq"]
    subprocess.run(
        [*pip, "--disable-pip-version-check", "--no-deps", str(wheel)], check=True, timeout=120
    )
    site = next((place / "env" / "lib").glob("python3*")) / "site-packages"
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return Installed(
        place / "an empty folder", free_port(), command=python.with_name("alongside")
    )


class Installed(Served):
    """A house that knows nothing of the repository."""

    def __init__(self, data, port, *, command):
        data.mkdir()
        super().__init__(data, port)
        self.command = command

    def environment(self, **more):
        """Nothing but the package: no settings of ours, no Node, nobody's folders."""
        return {"PATH": str(self.command.parent), "PORT": str(self.port), **more}

    def run(self, *words, **more):
        """Run the installed command in the empty folder."""
        return subprocess.run(
            [self.command, *words],
            cwd=self.data,
            env=self.environment(**more),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )


def test_the_package_is_of_a_size_that_anyone_can_fetch(wheel):
    assert wheel.stat().st_size < LARGEST


def test_every_file_of_the_room_and_every_list_is_in_the_package(wheel):
    with zipfile.ZipFile(wheel) as package:
        names = set(package.namelist())
        manifest = json.loads(package.read("alongside/public/app/manifest.json"))

    assert {f"alongside/public/app/{name}" for name in manifest["files"]} <= names
    assert {"pse/lists/words/five.en.txt", "pse/lists/promise/en.json"} <= names
    assert "pse/lists/facts.json" in names
    assert "alongside/web/templates/web/ended.html" in names
    assert not [name for name in names if name.startswith("tests") or ".sqlite3" in name]


def test_the_installed_command_tells_its_version(installed):
    said = installed.run("--version")

    assert said.stdout == f"alongside {VERSION}\n", said.stderr


def test_a_demo_comes_up_from_the_package_alone(installed):
    process = subprocess.Popen(
        [installed.command, "demo"],
        cwd=installed.data,
        env=installed.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        until = time.monotonic() + 120
        while not installed._answers(200):
            assert process.poll() is None, process.stdout.read()
            assert time.monotonic() < until
            time.sleep(0.2)
        for path in ("/", "/what-we-keep", "/app/", "/app/crypto/worker.js", "/config.json"):
            assert installed.ask(path).status == 200, path
        room = "/app/vendor/libsodium-wrappers.mjs"
        assert installed.ask(room, headers={"Accept-Encoding": "br"}).status == 200
    finally:
        process.terminate()
        process.communicate(timeout=15)
    said = installed.run("doctor", ALONGSIDE_DATA="var/demo")
    assert said.stdout.splitlines()[-1] == "2 to mend.", said.stdout + said.stderr
    assert os.listdir(installed.data) == ["var"]
