"""What the installation says about itself, and whether its keys are the printed ones."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from alongside.cli.verify_deploy.fetching import House, Unreachable

WORDS = {
    "roster": "The programme's key",
    "log": "The key that signs receipts",
    "home": "The installation's id",
}


@dataclass(frozen=True)
class Config:
    """What `/config.json` says: its keys, and where the house is that answers the room."""

    said: Mapping[str, Any]
    house: str


def read_config(house: House) -> Config:
    """Ask; Unreachable when this is no installation of Alongside."""
    answer = house.get("/config.json")
    try:
        said = json.loads(answer.body or b"")
    except ValueError:
        said = None
    if answer.status != 200 or not isinstance(said, dict) or "roster" not in said:
        raise Unreachable(f"{house.origin} is not an installation of Alongside that is set up.")
    elsewhere = said.get("api")
    return Config(said, elsewhere if isinstance(elsewhere, str) else house.origin)


def keys_differ(config: Config, printed: Mapping[str, str | None]) -> Iterator[str]:
    """Say which key is not the printed one, of those that were given."""
    for name, expected in printed.items():
        found = config.said.get(name)
        if expected is not None and found != "".join(expected.split()):
            yield f"{WORDS[name]} is another one than yours: {found}."
