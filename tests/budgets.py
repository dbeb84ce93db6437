"""How long each folder of tests may take, in seconds on two slow cores, while
another part of the first tier runs beside it."""

from collections.abc import Mapping

OTHERWISE = 90.0
BUDGETS: Mapping[str, float] = {
    "house": 200,
    "ground": 15,
    "settings": 70,
    "process": 400,
    "people": 120,
    "programme": 150,
    "notices": 180,
    "keys": 240,
    "relationships": 190,
    "conversations": 150,
    "files": 180,
    "timers": 45,
    "api": 200,
    "web": 380,
    "words": 50,
    "pse": 300,
    "relay": 420,
    "crash": 160,
    "attacks": 700,
    "model": 200,
    "journeys": 1900,
    "permissions": 260,
    "roster": 60,
    "keeping": 750,
    "deploy": 400,
    "bench": 40,
    "simulating": 220,
    "coach": 330,
    "matching": 240,
    "consent": 400,
    "appointments": 220,
    "repairs": 160,
    "library": 400,
    "circles": 160,
    "concerns": 120,
    "supervision": 90,
    "counts": 90,
    "instruments": 90,
    "promises": 120,
    "ripple": 150,
    "certificates": 60,
}


def overspent(spent: Mapping[str, float], budgets: Mapping[str, float]) -> list[str]:
    """Name each folder that took longer than it may, with both numbers."""
    return [
        f"tests/{folder} took {seconds:.1f} s; it may take {_budget(folder, budgets):.0f} s"
        for folder, seconds in sorted(spent.items())
        if seconds > _budget(folder, budgets)
    ]


def _budget(folder: str, budgets: Mapping[str, float]) -> float:
    return budgets.get(folder, OTHERWISE)
