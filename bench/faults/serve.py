"""Serves the relay with what a scene can turn: its clock, its limits, how slow its disk is.

python -m bench.faults.serve HOST PORT DATABASE CONTROL
"""

import faulthandler
import json
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import uvicorn

from alongside_relay import app as relay_app
from alongside_relay.app import Limits, create
from bench.serve import relay

NOTHING: dict[str, Any] = {}


class Control:
    """What a scene has turned, read from its file at each use."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str, usual: Any) -> Any:
        """What was turned, or what is usual."""
        return json.loads(self._path.read_text()).get(name, usual)

    def now(self) -> datetime:
        """The clock, so many seconds ahead or behind."""
        return datetime.now(UTC) + timedelta(seconds=self.get("ahead", 0))

    def slowed(self, driver: Callable[..., Any]) -> Callable[..., Any]:
        """A real store whose disk takes so many seconds longer to flush."""
        control = self

        class Slow(driver):  # type: ignore[misc, valid-type]
            def commit(self) -> None:
                time.sleep(control.get("flush", 0))
                super().commit()

        return Slow


def main() -> None:
    """Serve until told to stop; SIGUSR1 says where each thread stands."""
    faulthandler.register(signal.SIGUSR1)
    host, port, database, path = sys.argv[1:]
    control = Control(Path(path))
    for name in ("SQLite", "PostgreSQL"):
        vars(relay_app)[name] = control.slowed(vars(relay_app)[name])
    limits = Limits(**{"per_second": 10**9, "per_minute": 10**9} | control.get("limits", {}))
    made = create(replace(relay(database), clock=control.now, limits=limits))
    uvicorn.run(
        made,
        host=host,
        port=int(port),
        loop="uvloop",
        ws=cast(Any, made.sockets),
        log_level="critical",
        access_log=False,
        timeout_graceful_shutdown=3,
    )


if __name__ == "__main__":
    main()
