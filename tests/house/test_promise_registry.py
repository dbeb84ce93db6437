"""Every sentence of our promise says where it comes from and which test proves it."""

import ast
import json
import re
from functools import cache
from pathlib import Path

import pytest

from alongside.programme.checks import SETTINGS
from alongside.programme.registry import (
    NAMED_IN,
    NOT_PROMISED,
    REGISTRY,
    WEIGHED,
    as_page,
    settings_promised,
)
from pse.promise_change import RULES

PROJECT = Path(__file__).resolve().parents[2]
SAID = [name for row in REGISTRY for name in row.sentences]
CATALOGUES = [
    json.loads((PROJECT / "protocol" / "promise" / f"{lang}.json").read_text())["sentences"]
    for lang in ("en", "es")
]


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_every_sentence_people_can_read_stands_in_the_registry_once(catalogue):
    assert sorted(SAID) == sorted(catalogue)


def test_every_sentence_is_weighed_and_a_row_holds_one_kind():
    assert set(SAID) == set(RULES)
    assert set(WEIGHED) == set(RULES.values())
    assert all(len({RULES[name] for name in row.sentences}) == 1 for row in REGISTRY)


@pytest.mark.parametrize("proof", sorted({proof for row in REGISTRY for proof in row.proof}))
def test_what_proves_a_sentence_is_there(proof):
    path, _, name = proof.partition("::")

    tests = [found for found in named_in(path) if found.startswith("test_")]

    assert tests
    assert not name or name in tests


def test_every_sentence_has_a_proof():
    assert all(row.proof for row in REGISTRY)


def test_every_setting_is_promised_or_said_not_to_be():
    assert settings_promised().isdisjoint(NOT_PROMISED)
    assert settings_promised() | set(NOT_PROMISED) == set(SETTINGS)
    assert {name for names in NAMED_IN.values() for name in names} <= set(SAID)


@pytest.mark.parametrize(
    "source", [row.comes_from for row in REGISTRY if not row.comes_from.startswith("setting:")]
)
def test_the_code_a_sentence_comes_from_is_there(source):
    path, _, name = source.partition(": ")

    assert re.search(rf"^(def|class) {name}\b", (PROJECT / path).read_text(), re.M)


def test_the_page_shows_exactly_the_registry():
    page = (PROJECT / "docs" / "promise.md").read_text()

    assert as_page() in page
    for name, why in NOT_PROMISED.items():
        assert f"- *{name}*: {why}" in page


@cache
def named_in(path):
    tree = ast.parse((PROJECT / path).read_text())
    return [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
