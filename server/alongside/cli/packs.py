"""`alongside packs`: questions of others, added by whoever may use them (docs/packs.md)."""

import argparse
from importlib import import_module
from pathlib import Path

from alongside.cli.door import open_house
from alongside.ground import clock

LARGEST = 64_000


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose what to do."""
    deeds = parser.add_subparsers(dest="deed", required=True)
    deeds.add_parser("list", help="say which packs there are, and who attested each")
    deeds.add_parser("example", help="print an empty pack to fill in")
    add = deeds.add_parser("add", help="add a pack, as its publisher named it by SHA-256")
    add.add_argument("file", type=Path, metavar="FILE")
    add.add_argument("--sha256", required=True, help="the hash its publisher gives, in hex")
    add.add_argument("--by", required=True, metavar="NAME", help="who attests the permission")
    add.add_argument("--permission", required=True, help="how they know that it may be used")
    remove = deeds.add_parser("remove", help="take a pack away; answers stay with people")
    remove.add_argument("id", metavar="ID")


def run(words: argparse.Namespace) -> int:
    """Do it; 0 when it is done."""
    open_house()
    # Rooms can be loaded only once the house is open.
    actions = import_module("alongside.instruments.actions")
    queries = import_module("alongside.instruments.queries")
    if words.deed == "example":
        print(actions.example())
        return 0
    if words.deed == "list":
        return _list(queries)
    if words.deed == "remove":
        is_gone = actions.remove(words.id)
        print(f"{words.id} is gone." if is_gone else f"There is no pack {words.id}.")
        return 0 if is_gone else 1
    return _add(actions, words)


def _list(queries: object) -> int:
    found, altered = queries.installed(), queries.altered()  # type: ignore[attr-defined]
    for one in found:
        pack = one.pack
        print(f"{pack.id}, version {pack.ver}: {pack.license}; attested by {pack.attested_by}")
    for id in altered:
        print(f"{id} was altered after it was added, and is not served.")
    if not found and not altered:
        print("There are no packs.")
    return 1 if altered else 0


def _add(actions: object, words: argparse.Namespace) -> int:
    try:
        raw = words.file.read_bytes()[: LARGEST + 1]
        today = clock.today()
        given = {"sha256": words.sha256, "by": words.by, "permission": words.permission}
        pack = actions.add(raw, **given, today=today)  # type: ignore[attr-defined]
    except OSError:
        print(f"{words.file} cannot be read.")
        return 1
    except actions.CannotAdd as refusal:  # type: ignore[attr-defined]
        print(refusal)
        return 1
    print(f"{pack.id}, version {pack.ver}, can be asked from now on.")
    return 0
