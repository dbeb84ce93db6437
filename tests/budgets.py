"""How long each folder of tests may take, in seconds on two slow cores."""

from collections.abc import Mapping

OTHERWISE = 60.0
BUDGETS: Mapping[str, float] = {
    "house": 90,
    "ground": 10,
    "settings": 30,
    "process": 180,
    "people": 60,
    "programme": 60,
    "keys": 60,
    "relationships": 60,
    "conversations": 60,
    "timers": 30,
    "api": 120,
    "web": 90,
    "words": 30,
    "pse": 120,
    "relay": 180,
    "crash": 150,
    "attacks": 180,
    "journeys": 400,
    "permissions": 60,
    "roster": 20,
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
