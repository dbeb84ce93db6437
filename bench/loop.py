"""The closed loop that every server is measured by: one message in flight for each sender.

The next one goes out when the last was acknowledged to its sender and delivered to everybody
who listens. What it is carried by is said by a subclass: ours in pair.py, others in peers/.
"""

import asyncio
import time
from dataclasses import dataclass, field

now = time.perf_counter


@dataclass
class Count:
    """What all loops have done since the last reset."""

    is_going: bool = True
    pace: float = 0.0
    done: int = 0
    strange: int = 0
    acks: list[float] = field(default_factory=list)
    deliveries: list[float] = field(default_factory=list)

    def reset(self) -> None:
        """Begin to count."""
        self.done, self.acks, self.deliveries = 0, [], []


class Loop:
    """One sender and those who listen to it."""

    def __init__(self, count: Count, *, listeners: int = 1) -> None:
        self.pending = 0
        self._count = count
        self._listeners = listeners
        self._t0 = self._due = 0.0

    def send(self) -> None:
        """Hand the next message in."""
        raise NotImplementedError

    def begin(self, after: float) -> None:
        """Start in so many seconds."""
        self._due = now() + after
        asyncio.get_running_loop().call_later(after, self.fire)

    def fire(self) -> None:
        """Send the next one."""
        if not self._count.is_going:
            return
        self.pending = 1 + self._listeners
        self._t0 = now()
        self.send()

    def acked(self) -> None:
        """It was acknowledged."""
        self._count.acks.append(now() - self._t0)
        self._finish()

    def delivered(self) -> None:
        """One who listens has it."""
        self._count.deliveries.append(now() - self._t0)
        self._finish()

    def was_strange(self) -> None:
        """Something else came."""
        self._count.strange += 1

    def _finish(self) -> None:
        self.pending -= 1
        if self.pending:
            return
        self._count.done += 1
        if not self._count.pace:
            self.fire()
        elif self._count.is_going:
            self._due = max(self._due + 1 / self._count.pace, now())
            asyncio.get_running_loop().call_later(self._due - now(), self.fire)
