"""How long each folder of tests may take, in seconds on two slow cores."""

from collections.abc import Mapping

OTHERWISE = 60.0
BUDGETS: Mapping[str, float] = {
    "house": 90,
    "ground": 10,
    "settings": 45,
    "process": 240,
    "people": 75,
    "programme": 90,
    "notices": 120,
    "keys": 90,
    "relationships": 60,
    "conversations": 60,
    "files": 120,
    "timers": 30,
    "api": 120,
    "web": 240,
    "words": 30,
    "pse": 120,
    "relay": 180,
    "crash": 150,
    "attacks": 300,
    "journeys": 900,
    "permissions": 100,
    "roster": 20,
    "keeping": 500,
    "deploy": 150,
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
