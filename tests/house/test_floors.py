"""The floors of the house, as pyproject.toml draws them, and what import-linter cannot see."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

PROJECT = Path(__file__).resolve().parents[2]
SERVER = PROJECT / "server" / "alongside"
FLOORS = [
    "people",
    "programme",
    "notices",
    "keys",
    "relationships",
    "conversations",
    "files",
    "matching",
    "consent",
    "appointments",
    "repairs",
    "circles",
    "concerns",
    "supervision",
    "counts",
    "library",
    "promises",
    "ripple",
    "certificates",
    "wall",
    "timers",
    "api",
    "web",
]
ROOMS = [config for config in apps.get_app_configs() if config.label in FLOORS]


def test_nobody_imports_upwards():
    lint = Path(sys.executable).with_name("lint-imports")

    said = subprocess.run(
        [lint, "--no-cache"], cwd=PROJECT, capture_output=True, text=True, check=False
    )

    assert said.returncode == 0, said.stdout[-3000:]


def test_every_room_stands_on_a_floor():
    built = {path.parent.name for path in SERVER.glob("*/apps.py")}

    assert built == set(FLOORS)
    assert {config.label for config in ROOMS} == built


@pytest.mark.parametrize("config", ROOMS, ids=lambda config: config.label)
def test_foreign_keys_point_down_and_leave_no_name_behind(config):
    for model in config.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignKey):
                _check_direction(config.label, field)


def _check_direction(label, field):
    target = field.related_model._meta.app_label
    name = f"{field.model.__name__}.{field.name}"
    if target in FLOORS:
        assert FLOORS.index(target) <= FLOORS.index(label), f"{name} points up to {target}"
    # A name that stays inside its own room is nobody else's to lean on.
    if target != label:
        assert field.remote_field.related_name == "+", f"{name} leaves a name behind"


@pytest.mark.parametrize("room", ["api", "web", "timers"])
def test_pages_and_api_open_doors_and_touch_no_tables(room):
    for path in sorted((SERVER / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            touched = isinstance(node, ast.Attribute) and node.attr in {"objects", "save"}
            assert not touched, f"{path.relative_to(PROJECT)}:{node.lineno} touches a table"


def test_rules_know_neither_django_nor_the_time_nor_chance():
    banned = {"django", "ninja", "random", "secrets", "time", "os"}
    for path in sorted(SERVER.rglob("rules.py")):
        for name in _imported(path):
            assert name.split(".")[0] not in banned, f"{path.relative_to(PROJECT)}: {name}"
            assert name != "alongside.ground.clock", f"{path.relative_to(PROJECT)}: {name}"


def test_the_clock_is_asked_in_one_place():
    for path in sorted(SERVER.rglob("*.py")):
        if path.name != "clock.py":
            for node in ast.walk(ast.parse(path.read_text())):
                asks = isinstance(node, ast.Attribute) and ast.unparse(node) in {
                    "datetime.now",
                    "datetime.utcnow",
                    "date.today",
                    "time.time",
                    "timezone.now",
                }
                assert not asks, f"{path.relative_to(PROJECT)}:{node.lineno} asks for the time"


def _imported(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
