"""Whatever a person can set, type, open or hear about is named in the documentation."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver

from alongside.cli.commands import COMMANDS
from alongside.settings.environment import NAMES

PROJECT = Path(__file__).resolve().parents[2]
SERVER = PROJECT / "server" / "alongside"
PAGES = [
    *sorted(PROJECT.glob("*.md")),
    *sorted(PROJECT.glob("docs/**/*.md")),
    *sorted(PROJECT.glob("protocol/**/*.md")),
    *sorted(PROJECT.glob("browser/*.md")),
]
PICTURE = re.compile(r"<img src=\"([^\"]+)\"")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


@cache
def documented():
    return "\n".join(page.read_text() for page in PAGES)


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_documented(name):
    assert f"`{name}`" in documented()


def test_every_setting_that_is_read_is_in_the_list():
    read = set()
    for path in (*SERVER.rglob("*.py"), *(PROJECT / "relay").rglob("*.py")):
        read |= set(re.findall(r"[\"'](ALONGSIDE_[A-Z_]+)[\"']", path.read_text()))

    assert read <= set(NAMES)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name):
    assert f"`alongside {name}`" in documented()


def test_every_make_target_is_documented():
    targets = re.findall(r"^([a-z]+):.*## ", (PROJECT / "Makefile").read_text(), re.MULTILINE)

    assert "test" in targets
    for target in targets:
        assert f"`make {target}`" in documented(), target


def test_every_route_is_documented():
    missing = [route for route in routes() if route not in documented_routes()]

    assert not missing


def test_every_decision_is_in_the_list_under_its_own_title():
    folder = PROJECT / "docs" / "decisions"
    pages = {page.name: page.read_text().split("\n")[0] for page in folder.glob("0*.md")}
    lines = {f"- [{name[:4]}]({name}) {title[7:]}" for name, title in pages.items()}

    assert all(title.startswith(f"# {name[:4]} ") for name, title in pages.items())
    assert lines == {
        line for line in (folder / "README.md").read_text().split("\n") if line[:3] == "- ["
    }


def test_every_picture_is_there():
    shown = [(page, src) for page in PAGES for src in PICTURE.findall(page.read_text())]

    assert shown
    assert not [src for page, src in shown if not (page.parent / src).exists()]


def test_every_announcement_is_documented():
    assert not [name for name in sorted(announced()) if f"`{name}`" not in documented()]


def test_every_timer_is_documented():
    page = (PROJECT / "docs" / "timers.md").read_text()
    names = timers()

    assert names
    assert not [name for name in names if f"`{name}`" not in page]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(PROJECT).as_posix())
def test_every_link_leads_somewhere(page):
    for target in LINK.findall(page.read_text()):
        if not re.match(r"https?:|mailto:|#", target):
            path = page.parent / target.split("#")[0]
            assert path.exists(), f"{page.name} links to {target}"


def test_every_path_a_page_names_is_there():
    named = re.compile(
        r"`((?:docs|protocol|server|relay|browser|tests|tools|bench|deploy)/[\w./-]+)`"
    )
    made = ("browser/vendor", "bench/results", "protocol/words/five", "tests/journeys")
    for page in PAGES:
        for path in named.findall(page.read_text()):
            if not path.startswith(made):
                assert (PROJECT / path).exists(), f"{page.relative_to(PROJECT)} names {path}"


def routes():
    """Every address of pages and API; {} stands for the part that differs."""
    found = _walk(get_resolver().url_patterns, "/")
    return sorted({_plain(route) for route in found if "^" not in route})


def _walk(patterns, prefix):
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from _walk(pattern.url_patterns, route)


def _plain(route):
    return re.sub(r"<[^>]*>|\{[^}]*\}", "{}", route)


@cache
def documented_routes():
    """Every address that a page names; after /a/b/c, a short /d on the same line is /a/b/d."""
    return {route for line in documented().splitlines() for route in _routes_in(line)}


def _routes_in(line):
    before = "/"
    for code in re.findall(r"`([^`]+)`", line):
        for part in re.findall(r"(?:^|\s)(/\S*)", code):
            route = _plain(part.split("?")[0].rstrip(",;"))
            is_short = route.count("/") == 1 and before.startswith("/api/")
            yield route
            if is_short:
                yield before.rsplit("/", 1)[0] + route
            else:
                before = route


def announced():
    """The names of everything that any room announces."""
    names = set()
    for path in SERVER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "announce":
                names |= {
                    inner.func.id
                    for argument in node.args
                    for inner in ast.walk(argument)
                    if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name)
                }
    return names


def timers():
    """The names of what run_due runs."""
    tree = ast.parse((SERVER / "timers" / "actions.py").read_text())
    runs = next(
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name == "run_due"
    )
    calls = [node for node in ast.walk(runs) if isinstance(node, ast.Call)]
    in_turn = [call.args[0] for call in calls if getattr(call.func, "id", "") == "alone"]
    run = [*in_turn, *(call.func for call in calls)]
    called = {
        node.id if isinstance(node, ast.Name) else node.attr
        for node in run
        if isinstance(node, ast.Name | ast.Attribute)
    }
    return sorted(called - {"alone", "day_of", "partial", "any"})
