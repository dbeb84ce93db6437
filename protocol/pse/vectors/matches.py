"""Vectors for who fits whom: hard rules, score and reasons over people of every kind."""

from itertools import product
from typing import Any

from .case import Cases, answered

NOTHING: dict[str, Any] = {
    "facts": [],
    "langs": [],
    "matters": None,
    "anyone": False,
    "minor": False,
}
WISHES: dict[str, dict[str, Any]] = {
    "nothing ticked": NOTHING,
    "two facts": {**NOTHING, "facts": ["evenings", "grief"]},
    "grief most": {**NOTHING, "facts": ["evenings", "grief"], "matters": "grief"},
    "evenings most": {**NOTHING, "facts": ["evenings", "grief"], "matters": "evenings"},
    "Spanish": {**NOTHING, "langs": ["es"]},
    "Spanish most": {**NOTHING, "facts": ["parent"], "langs": ["en", "es"], "matters": "es"},
    "anyone": {**NOTHING, "anyone": True},
    "anyone who speaks Spanish": {**NOTHING, "langs": ["es"], "anyone": True},
    "a minor": {**NOTHING, "facts": ["student"], "minor": True},
    "everything": {
        **NOTHING,
        "facts": ["alcohol", "evenings", "grief", "parent", "student", "weekends"],
        "langs": ["en", "es", "fr"],
        "matters": "alcohol",
    },
}
PEOPLE: dict[str, dict[str, Any]] = {
    "shows nothing": {"facts": [], "langs": [], "cleared": False},
    "Ben": {"facts": ["alcohol", "evenings", "parent"], "langs": ["en"], "cleared": False},
    "Gus": {"facts": ["grief", "parent"], "langs": ["en", "es"], "cleared": True},
    "Hal": {"facts": ["evenings", "grief", "weekends"], "langs": ["es"], "cleared": False},
    "Ida": {"facts": ["student"], "langs": ["fr"], "cleared": True},
}


def cases() -> Cases:
    """All of them."""
    made: Cases = []
    for (wished, wishes), (who, person) in product(WISHES.items(), PEOPLE.items()):
        given = {"wishes": wishes, "person": person}
        name = f"{wished}, {who}"
        made += [
            answered(name, "match.may", **given, apart=False),
            answered(name, "match.score", **given),
            answered(name, "match.reasons", **given),
        ]
    return [*made, *_apart()]


def _apart() -> Cases:
    return [
        answered(f"{wished}, kept apart", "match.may", wishes=wishes, person=person, apart=True)
        for (wished, wishes), person in product(WISHES.items(), [PEOPLE["Gus"]])
    ]
