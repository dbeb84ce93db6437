"""What the command takes, what it looks at, and what it says."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from alongside.cli.verify_deploy.config import keys_differ, read_config
from alongside.cli.verify_deploy.fetching import MANNERS, House, Unreachable, origin_of
from alongside.cli.verify_deploy.files import files_differ, listing_differs, shells_differ
from alongside.cli.verify_deploy.policies import pages_differ
from alongside.cli.verify_deploy.release import NoRelease, Release, release_at

SAME, DIFFERS, NOT_SEEN = 0, 1, 2
LIMITS = (
    "What this cannot see: other software for one chosen person, at another time, or after "
    "signing in. Run it from several places, and again."
)


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what is looked at, and what it is compared with."""
    parser.add_argument(
        "url", help="the address people open, such as https://peers.example.org"
    )
    parser.add_argument(
        "--release",
        type=Path,
        metavar="FILE",
        help="a manifest.json, a wheel or a folder of the release; else the one installed here",
    )
    parser.add_argument("--roster", help="the programme's key, as `roster show` prints it")
    parser.add_argument("--log", help="the key that signs receipts, if you wrote it down")
    parser.add_argument("--home", help="the installation's id, if you wrote it down")


def run(words: argparse.Namespace) -> int:
    """Say each difference in one sentence; 0 for none, 1 for some, 2 if nothing was seen."""
    try:
        origin, release = origin_of(words.url), release_at(words.release)
        found = _looked(origin, release, words)
    except (NoRelease, Unreachable) as refusal:
        print(f"Not checked: {refusal}", file=sys.stderr)
        return NOT_SEEN
    for sentence in found:
        print(f"- {sentence}")
    print(_verdict(origin, release, found))
    print(LIMITS)
    return DIFFERS if found else SAME


def _looked(origin: str, release: Release, words: argparse.Namespace) -> list[str]:
    with House(origin) as house:
        config = read_config(house)
        keys = {"roster": words.roster, "log": words.log, "home": words.home}
        served = _served(house, release, config.house)
        return list(dict.fromkeys([*keys_differ(config, keys), *served]))


def _served(house: House, release: Release, answers_at: str) -> Iterator[str]:
    """Look at the list, at every file in each manner, and at what each may do."""
    yield from listing_differs(house, release)
    for manner in MANNERS:
        yield from files_differ(house, release, manner=manner, answers_at=answers_at)
        yield from shells_differ(house, release, manner=manner, answers_at=answers_at)
    yield from pages_differ(house, answers_at=answers_at)


def _verdict(origin: str, release: Release, found: Sequence[str]) -> str:
    if found:
        count = "1 difference" if len(found) == 1 else f"{len(found)} differences"
        return f"{origin} is not this release: {count}."
    return f"{origin} serves this release: {len(release.files)} files, each as published."
