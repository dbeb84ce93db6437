"""Every kind of row is told by some deed: none only stands in the list."""

import ast
from collections.abc import Iterator
from pathlib import Path

import alongside
from alongside.wall.rules import Kind

HOUSE = Path(alongside.__file__).parent
WALL = HOUSE / "wall"
# Nobody here can tell these: each with the reason.
NOT_BY_THE_HOUSE = {
    Kind.OWN_LINES_AGREED: "what two people add is sealed; only their rooms see a yes to it",
    **dict.fromkeys(
        (Kind.CONSENT_GIVEN, Kind.CONSENT_WITHDRAWN, Kind.CONSENT_ENDED),
        "a yes is signed with what is told by it: the DISCLOSURE kinds tell both",
    ),
}


def trees(*, of_the_wall: bool) -> Iterator[ast.Module]:
    """The modules of the house, of the wall's own room or of all others."""
    for path in HOUSE.rglob("*.py"):
        if path.is_relative_to(WALL) == of_the_wall:
            yield ast.parse(path.read_text(encoding="utf-8"))


def takes_kind_from_the_wall(tree: ast.Module) -> bool:
    """Whether `Kind` means a kind of row here: other rooms have kinds of their own."""
    return any(
        (each.module or "").startswith("alongside.wall")
        and any(name.name == "Kind" for name in each.names)
        for each in ast.walk(tree)
        if isinstance(each, ast.ImportFrom)
    )


def kinds_in(node: ast.AST) -> set[Kind]:
    """The kinds that are named in a piece of code."""
    return {
        Kind[each.attr]
        for each in ast.walk(node)
        if isinstance(each, ast.Attribute)
        and isinstance(each.value, ast.Name)
        and each.value.id == "Kind"
        and each.attr in Kind.__members__
    }


def names_in(tree: ast.AST) -> set[str]:
    """What is called or handed on by name."""
    named = {each.attr for each in ast.walk(tree) if isinstance(each, ast.Attribute)}
    return named | {each.id for each in ast.walk(tree) if isinstance(each, ast.Name)}


def told() -> set[Kind]:
    """Kinds a deed tells: named outside the wall, or in a part that outside calls."""
    outside = list(trees(of_the_wall=False))
    direct = [kinds_in(tree) for tree in outside if takes_kind_from_the_wall(tree)]
    called = set().union(*(names_in(tree) for tree in outside))
    parts = [
        kinds_in(each)
        for tree in trees(of_the_wall=True)
        for each in reached(functions_of(tree), called)
    ]
    return set().union(*direct, *parts)


def functions_of(tree: ast.Module) -> dict[str, ast.FunctionDef]:
    """The functions of a module, by name."""
    return {each.name: each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)}


def reached(functions: dict[str, ast.FunctionDef], called: set[str]) -> list[ast.FunctionDef]:
    """Those that are called, and what they call beside them."""
    found = {name for name in functions if name in called}
    while True:
        more = {name for one in found for name in names_in(functions[one])} & functions.keys()
        if more <= found:
            return [functions[name] for name in found]
        found |= more


def test_every_kind_of_row_is_told_by_some_deed() -> None:
    assert set(Kind) - told() == set(NOT_BY_THE_HOUSE)
