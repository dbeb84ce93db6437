"""Every file that is served, compared with the release byte for byte."""

import re
from collections.abc import Iterator
from posixpath import join, normpath

from alongside.cli.verify_deploy.fetching import PLAIN, House, Manner, Served
from alongside.cli.verify_deploy.policies import policies_differ
from alongside.cli.verify_deploy.release import MANIFEST, Release, hash_of, read_manifest

INDEX = "app/index.html"
# How people come to the page itself; each of them is the one page.
SHELLS = ("/app/", "/app/?lang=es", "/app/?next=1")
_LOADED = re.compile(
    r"""(?:\bfrom|\bimport|\bsrc=|\bhref=|\bimportScripts\()\s*\(?\s*["']([^"'\s]+)["']"""
)


def listing_differs(house: House, release: Release) -> Iterator[str]:
    """Compare the list that the installation shows with the release's own."""
    answer = house.get(f"/{MANIFEST}")
    try:
        listed = read_manifest(answer.body or b"")
    except (ValueError, KeyError):
        yield f"The list of files, /{MANIFEST}, cannot be read."
        return
    for name in sorted(listed.keys() - release.files.keys()):
        yield f"{name} is listed there and is not in the release."
    for name in sorted(release.files.keys() - listed.keys()):
        yield f"{name} is in the release and is not listed there."


def files_differ(
    house: House, release: Release, *, manner: Manner, answers_at: str
) -> Iterator[str]:
    """Fetch every file of the release, as one visitor would."""
    for name, expected in release.files.items():
        if name.startswith("static/") and answers_at != house.origin:
            continue
        answer = house.get(f"/{name}", manner=manner)
        if name == INDEX and answer.status in {301, 302}:
            # The page is served by its folder alone; `shells_differ` looks at it.
            continue
        yield from _differs(name, answer, expected, release, manner)
        yield from policies_differ(f"/{name}", answer, release, house, answers_at)


def shells_differ(
    house: House, release: Release, *, manner: Manner, answers_at: str
) -> Iterator[str]:
    """Fetch the page itself, in the ways people come to it."""
    for path in SHELLS:
        answer = house.get(path, manner=manner)
        yield from _differs(path, answer, release.files.get(INDEX, ""), release, manner)
        yield from policies_differ(path, answer, release, house, answers_at)


def _differs(
    name: str, answer: Served, expected: str, release: Release, manner: Manner
) -> Iterator[str]:
    whose = "" if manner is PLAIN else f", for {manner.name}"
    if answer.status != 200:
        yield f"{name} is missing: it answers {answer.status}{whose}."
    elif answer.body is None:
        yield f"{name} is packed in a way that cannot be opened{whose}."
    elif hash_of(answer.body) != expected:
        yield f"{name} was changed{whose}."
        for extra in sorted(loaded_by(name, answer.body) - release.files.keys()):
            yield f"{name} loads {extra}, which is not in the release."


def loaded_by(name: str, body: bytes) -> set[str]:
    """Give what a file loads: paths from where files are served, other addresses whole."""
    folder = name.lstrip("/").rpartition("/")[0]
    text = body.decode("utf-8", "replace")
    return {_path(folder, target) for target in _LOADED.findall(text) if _is_file(target)}


def _path(folder: str, target: str) -> str:
    if "//" in target:
        return target
    return target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))


def _is_file(target: str) -> bool:
    return target.endswith((".js", ".mjs", ".css")) or "//" in target
