"""Every scene by its name, on which databases it plays, and how often in its long version."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from . import crowd, cut, kills, outage, several, slow
from .checking import Figures
from .ground import Ground

SQLITE, POSTGRESQL = "sqlite", "postgresql"
BOTH = (SQLITE, POSTGRESQL)


@dataclass(frozen=True)
class Scene:
    """How it is played, on which databases, how often; on a disk of which size."""

    play: Callable[[Ground, int], Figures]
    databases: tuple[str, ...] = BOTH
    times: int = 1
    disk: str = ""


SCENES: Mapping[str, Scene] = {
    "kill-relay": Scene(kills.kill_relay, times=100),
    "kill-postmaster": Scene(kills.kill_postmaster, (POSTGRESQL,), times=100),
    "kill-backend": Scene(kills.kill_backend, (POSTGRESQL,), times=100),
    "end-backend": Scene(kills.end_backend, (POSTGRESQL,), times=100),
    "kill-proxy": Scene(kills.kill_proxy, times=100),
    "several": Scene(several.several, (POSTGRESQL,), times=20_000),
    "several-killed": Scene(several.several_killed, (POSTGRESQL,), times=30),
    "several-frozen": Scene(several.several_frozen, (POSTGRESQL,), times=6),
    "restart": Scene(outage.restart, (POSTGRESQL,), times=5),
    "ends-frozen": Scene(outage.ends_frozen, (POSTGRESQL,), times=5),
    "refused": Scene(outage.refused, (POSTGRESQL,), times=2),
    "read-only": Scene(outage.read_only, times=3, disk=outage.DISK),
    "full": Scene(outage.full, times=3, disk=outage.DISK),
    "clock": Scene(outage.clock, times=3),
    "cut-database": Scene(cut.cut_database, (POSTGRESQL,), times=2),
    "cut-people": Scene(cut.cut_people, (POSTGRESQL,), times=2),
    "cut-line": Scene(cut.cut_line, times=20),
    "reconnect": Scene(crowd.reconnect, times=5_000),
    "slow-openings": Scene(slow.slow_openings, times=500),
    "in-pieces": Scene(slow.in_pieces, times=200),
    "never-reads": Scene(slow.never_reads, times=1_500),
    "slow-disk": Scene(slow.slow_disk, times=10),
    "stands-still": Scene(slow.stands_still, times=60),
}
