"""What an operator may see of a relay at work: how much, and never who or when exactly.

In the text format of Prometheus. Small programmes are read from small numbers, so numbers of
people and lines are rounded to tens, and all of them change once a minute only.
"""

import time
from dataclasses import dataclass, replace

EVERY = 60.0
STEP = 10


@dataclass(slots=True)
class Count:
    """Everything that is told."""

    lines: int = 0
    plain: int = 0
    frames: int = 0
    commits: int = 0
    largest_commit: int = 0


TOLD = (
    ("alongside_wire_lines", "gauge", "Open lines, to the next ten", "lines"),
    (
        "alongside_wire_plain_lines",
        "gauge",
        "Without a WebSocket, to the next ten",
        "plain",
    ),
    ("alongside_wire_frames_total", "counter", "Frames answered, in whole tens", "frames"),
    ("alongside_wire_commits_total", "counter", "Commits, in whole tens", "commits"),
    (
        "alongside_wire_largest_commit",
        "gauge",
        "Most frames in one commit so far, to the next ten",
        "largest_commit",
    ),
)
UP = {"lines", "plain", "largest_commit"}


class Figures:
    """Counted in the relay's threads, shown as they were when a minute began."""

    def __init__(self) -> None:
        self._now = Count()
        self._shown = Count()
        self._since = time.monotonic()

    def committed(self, frames: int) -> None:
        """Count one commit; the writer's thread alone calls it."""
        now = self._now
        now.commits += 1
        now.frames += frames
        now.largest_commit = max(now.largest_commit, frames)

    def look(self, *, lines: int, plain: int) -> None:
        """Note how many lines are open; show what there is, if the minute is over."""
        self._now.lines, self._now.plain = lines, plain
        if time.monotonic() - self._since >= EVERY:
            self._since = time.monotonic()
            self._shown = replace(self._now)

    def text(self, *, is_ready: bool) -> str:
        """The figures in Prometheus's text format."""
        lines = [
            "# HELP alongside_wire_ready 1 while lines can be stored",
            "# TYPE alongside_wire_ready gauge",
            f"alongside_wire_ready {int(is_ready)}",
        ]
        for name, kind, words, field in TOLD:
            value = coarse(getattr(self._shown, field), up=field in UP)
            lines += [f"# HELP {name} {words}", f"# TYPE {name} {kind}", f"{name} {value}"]
        return "\n".join(lines) + "\n"


def coarse(number: int, *, up: bool) -> int:
    """Round to tens: what is there now upwards, what has been counted downwards."""
    return -(-number // STEP) * STEP if up else number // STEP * STEP
