"""What a relay is told when it is made."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date, datetime

_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one connection or account may ask for (ledger.md, section 6)."""

    frame_bytes: int = 70_000
    to_store: int = 64
    to_read: int = 512
    connections: int = 20
    per_second: int = 20
    per_minute: int = 200
    open_within: float = 10.0
    # Of one address: a shelter, a school and a whole town may stand behind one.
    openings_per_minute: int = 300


@dataclass(frozen=True, slots=True)
class RelayConfig:
    """Everything a relay needs: `home` is 16 bytes, the seed and the key 32 each."""

    database: str
    home: bytes
    log_seed: bytes = field(repr=False)
    ticket_key: bytes = field(repr=False)
    origins: Collection[str]
    clock: Callable[[], datetime]
    # Who may say in X-Forwarded-For where a visitor comes from.
    proxies: Collection[str] = ("127.0.0.1", "::1")
    # Whether figures are told to more than this machine.
    shows_figures: bool = False
    limits: Limits = field(default_factory=Limits)


def day_of(moment: datetime) -> int:
    """Give the whole days from 1970-01-01 UTC until an aware moment."""
    from_utc = moment - moment.utcoffset() if moment.utcoffset() else moment  # type: ignore[operator]
    return from_utc.date().toordinal() - _EPOCH
