"""Counts who comes to the door in a minute, so that one address cannot keep it busy."""

import secrets
from collections.abc import Collection
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address

MINUTE = 60.0
# An IPv6 household has 2^64 addresses of its own: they count as one.
_NETWORK = 8


def came_from(peer: object, forwarded: str, proxies: Collection[str]) -> str | None:
    """The visitor's address: a proxy of ours tells it, everybody else is who they are.

    None where it is not known: at a socket file, or behind a proxy that does not say.
    """
    host = str(peer[0]) if isinstance(peer, tuple | list) and peer else None
    if host not in proxies:
        return host
    return forwarded.rpartition(",")[2].strip() or None


class Arrivals:
    """Openings of each address within a minute; nothing of it is written anywhere.

    An address is kept as a hash under a key that lives a minute, and so do all the counts.
    """

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._counts: dict[bytes, int] = {}
        self._since = float("-inf")
        self._key = b""

    def allows(self, address: str | None, now: float) -> bool:
        """Count one more; False if that is too many. `now` in seconds, never running back."""
        if address is None:
            return True
        if now - self._since >= MINUTE:
            self._since, self._key = now, secrets.token_bytes(32)
            self._counts.clear()
        mark = blake2b(household(address), key=self._key, digest_size=16).digest()
        count = self._counts[mark] = self._counts.get(mark, 0) + 1
        return count <= self._per_minute


def household(address: str) -> bytes:
    """Give what addresses of one household have in common; an IPv4 address is a household."""
    try:
        read = ip_address(address.partition("%")[0])
    except ValueError:
        return address.encode(errors="replace")
    if not isinstance(read, IPv6Address):
        return read.packed
    return read.ipv4_mapped.packed if read.ipv4_mapped else read.packed[:_NETWORK]
