"""Builds `pse_open.py`: one file that opens an export anywhere, with PyNaCl and nothing else.

It holds the modules of the reference that opening needs, word for word, and the word lists.
"""

import ast
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PROTOCOL = PROJECT / "protocol"
BUILT = PROJECT / "var" / "made" / "pse_open.txt"
FIRST = "open_export"
LISTS = ("words/five.en.txt", "words/five.es.txt")
HEAD = '''\
"""Opens a file that was taken along from Alongside, and checks every signature in it.

    python3 -m pip install pynacl
    python3 pse_open.py FILE.zip

It asks for the five words of the file, and needs no server. Below are the modules of the
published reference, word for word; this file is made of them by tools/opener.py.
SPDX-License-Identifier: AGPL-3.0-or-later
"""

import sys
import types

MODULES = {}
'''
TAIL = '''
def load(name):
    """Run one of the modules above, once, under the name that the others import it by."""
    known = sys.modules.get("pse." + name)
    if known is None:
        known = types.ModuleType("pse." + name)
        known.__package__ = "pse"
        sys.modules[known.__name__] = known
        exec(compile(MODULES[name], "pse/" + name + ".py", "exec"), known.__dict__)
        setattr(sys.modules["pse"], name, known)
    return known


sys.modules["pse"] = types.ModuleType("pse")
sys.modules["pse"].__path__ = []
for one in MODULES:
    load(one)
if __name__ == "__main__":
    sys.exit(load("open_export").main())
'''
# In one file the lists are beside the modules, not in a folder.
LISTS_MODULE = '''"""The word lists, as they are published."""

from pathlib import Path

FOLDER = Path()
TEXTS = {texts!r}


def written(name: str) -> str:
    """Give the text of one list."""
    return TEXTS[name]
'''


def build() -> Path:
    """Write the file if what it is made of has changed; give its place."""
    if _is_newest():
        return BUILT
    content = "".join([HEAD, *(_entry(name) for name in _in_order(FIRST)), TAIL])
    BUILT.parent.mkdir(parents=True, exist_ok=True)
    BUILT.write_text(content, encoding="utf-8")
    return BUILT


def _is_newest() -> bool:
    made_of = [*(PROTOCOL / "pse").glob("*.py"), *(PROTOCOL / name for name in LISTS)]
    newest = max(path.stat().st_mtime_ns for path in (Path(__file__), *made_of))
    return BUILT.exists() and BUILT.stat().st_mtime_ns > newest


def _entry(name: str) -> str:
    source = _source(name)
    if "'''" in source:
        raise ValueError(f"pse/{name}.py holds three single quotes in a row")
    return f"\nMODULES[{name!r}] = r'''{source}'''\n"


def _source(name: str) -> str:
    if name == "lists":
        texts = {one: (PROTOCOL / one).read_text(encoding="utf-8") for one in LISTS}
        return LISTS_MODULE.format(texts=texts)
    return (PROTOCOL / "pse" / f"{name}.py").read_text(encoding="utf-8")


def _in_order(first: str) -> list[str]:
    """Name the modules that one needs, each after those it needs itself."""
    ordered: dict[str, None] = {}

    def visit(name: str) -> None:
        if name not in ordered:
            for needed in _needed_by(name):
                visit(needed)
            ordered[name] = None

    visit(first)
    return list(ordered)


def _needed_by(name: str) -> list[str]:
    tree = ast.parse(_source(name))
    found = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level)
    return [
        part
        for node in found
        for part in ([node.module] if node.module else [alias.name for alias in node.names])
    ]
