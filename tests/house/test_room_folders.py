"""The room's folders keep to themselves (what the linter cannot say in its own rules)."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
BROWSER = PROJECT / "browser"
FLOORS = {
    "crypto": {"crypto", "vendor"},
    "wire": {"wire", "crypto"},
    "vault": {"vault", "wire", "crypto", "talk"},
    "listening": {"listening"},
    "talk": {"talk", "listening", "vault", "wire", "crypto"},
    "words": {"words"},
    "screens": {"screens", "talk", "listening", "words", "vendor", "look"},
}
SPECIFIER = re.compile(
    r"""^(?:import|export)\s(?:[^"';=()]*?\bfrom\s*)?["']([^"'\n]+)["']"""
    r"""|\bimport\s*\(\s*["']([^"'\n]+)["']""",
    re.MULTILINE,
)
STRING_OR_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)


def scripts(folder):
    return sorted(path for path in (BROWSER / folder).rglob("*.js"))


def code(path):
    return STRING_OR_COMMENT.sub("", path.read_text())


@pytest.mark.parametrize("folder", FLOORS)
def test_a_folder_imports_only_from_below(folder):
    for path in scripts(folder):
        for plain, dynamic in SPECIFIER.findall(code(path)):
            specifier = plain or dynamic
            assert specifier.startswith("."), f"{path.name}: {specifier} is not relative"
            target = (path.parent / specifier).resolve().relative_to(BROWSER)
            assert target.parts[0] in FLOORS[folder], f"{folder}/{path.name} imports {target}"


def test_the_sealed_core_can_load_nothing_but_what_its_table_names():
    named = re.compile(r'\bimport\("\./ops/[a-z-]+\.js"\)')
    for path in scripts("crypto"):
        said = code(path)
        known = named.sub("", said) if path.name == "sealed-core.js" else said
        assert not re.search(r"\bimport\s*\(", known), f"{path.name} imports dynamically"
        assert not re.search(r"\b(fetch|WebSocket|XMLHttpRequest|document)\b", code(path))


def test_what_listens_to_a_draft_can_send_and_show_nothing():
    for path in scripts("listening"):
        said = code(path)
        assert not re.search(r"\bimport\s*\(", said), f"{path.name} imports dynamically"
        assert not re.search(
            r"\b(fetch|WebSocket|XMLHttpRequest|EventSource|document|indexedDB|caches|sendBeacon)\b",
            said,
        )
        assert "postMessage" not in said or path.name == "worker.js", path.name


def test_only_one_file_knows_libsodium():
    knowing = [
        path.name
        for path in BROWSER.rglob("*.js")
        if _is_ours(path) and "libsodium" in code(path)
    ]

    assert knowing in ([], ["sodium.js"])


@pytest.mark.parametrize(
    "trap",
    ["innerHTML", "outerHTML", "insertAdjacentHTML", "unsafeHTML", "document.write", "eval("],
)
def test_what_a_person_wrote_reaches_the_page_as_text_only(trap):
    for path in BROWSER.rglob("*.js"):
        if _is_ours(path):
            assert trap not in code(path), f"{path.relative_to(BROWSER)} uses {trap}"


def test_no_style_is_written_into_a_page():
    for path in (*BROWSER.rglob("*.js"), *BROWSER.rglob("*.html")):
        if _is_ours(path):
            assert not re.search(r"\sstyle\s*=\s*[\"'$]", code(path)), path.name


# Fields that a file lends to the form of another.
FORM_AROUND = {"note-form.js": "notes.js", "tell-fields.js": "tell.js"}


def test_no_field_lets_the_browser_write_down_what_stands_in_it():
    for path in (BROWSER / "screens").rglob("*.js"):
        for tag in re.findall(r"<(?:form|input)\b[^`]*?>", code(path)):
            assert 'autocomplete="off"' in tag, f"{path.name}: {tag[:60]}"
        if "<textarea" in code(path):
            around = path.with_name(FORM_AROUND.get(path.name, path.name))
            assert f'"./{path.name}"' in code(around) or around == path
            assert "<form" in code(around), f"{path.name}: a textarea outside a form is kept"


def _is_ours(path):
    return not {"vendor", "node_modules", "tests"} & set(path.relative_to(BROWSER).parts)
