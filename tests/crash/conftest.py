"""Where things go wrong: on the run's own database, or on one of the scene's own."""

import json
import os
import subprocess
import sys

import pytest

from bench.faults.ground import Ground
from bench.process import PATHS
from tests.relay.conftest import database_address


@pytest.fixture
def ground(tmp_path, is_postgresql, transactional_db):
    """A scene on the run's own database; its relays end with it."""
    kind = "postgresql" if is_postgresql else "sqlite"
    made = Ground(kind, tmp_path, database_address(), None)
    try:
        yield made
    finally:
        for relay in made.relays:
            relay.let_go()


@pytest.fixture
def play(is_postgresql):
    """Play a scene of bench/faults in a process and on a database of its own."""
    kind = "postgresql" if is_postgresql else "sqlite"

    def played(scene, *, times):
        command = [sys.executable, "-m", "bench.faults.one", scene, "--database", kind]
        done = subprocess.run(
            [*command, "--times", str(times)],
            env=os.environ | PATHS,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-4_000:]
        sys.stdout.write(done.stdout)
        return json.loads(done.stdout.splitlines()[-1])

    return played
