"""Where random bytes come from; handed in, so that vectors and tests can repeat themselves."""

import hashlib
import secrets
from collections.abc import Callable

Chance = Callable[[int], bytes]

system_chance: Chance = secrets.token_bytes


def repeatable_chance(name: str) -> Chance:
    """Give the same bytes in the same order for the same name. Never for real people."""
    turn = 0

    def draw(size: int) -> bytes:
        nonlocal turn
        turn += 1
        return hashlib.shake_256(f"{name}/{turn}".encode()).digest(size)

    return draw


def draw_below(limit: int, chance: Chance = system_chance) -> int:
    """Draw a number from 0 to limit-1, each equally likely; limit is at most 65,536."""
    fair = 65_536 - 65_536 % limit
    while True:
        number = int.from_bytes(chance(2), "little")
        if number < fair:
            return number % limit
