"""What browsers get is what is in this repository, and what two publishers wrote."""

import gzip
import hashlib
import json
import re
import subprocess
import sys
import time
from pathlib import Path

import brotli
import pytest

PROJECT = Path(__file__).resolve().parents[2]
PUBLIC = PROJECT / "var" / "public"
VENDOR = PROJECT / "browser" / "vendor"
ASSEMBLE = PROJECT / "tools" / "assemble.py"
SPECIFIER = re.compile(r"""((?:from|import)\s*\(?\s*)(["'])([^"'\n]+)\2""")


@pytest.fixture(scope="module", autouse=True)
def _assembled():
    subprocess.run([sys.executable, ASSEMBLE], check=True, timeout=120)


@pytest.fixture(scope="module")
def manifest():
    return json.loads((PUBLIC / "app" / "manifest.json").read_text())["files"]


def test_the_manifest_names_each_served_file_and_its_hash(manifest):
    served = {
        path.relative_to(PUBLIC / "app").as_posix(): path
        for path in (PUBLIC / "app").rglob("*")
        if path.is_file() and path.suffix not in {".gz", ".br"} and path.name != "manifest.json"
    }

    assert served.keys() == manifest.keys()
    for name, path in served.items():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == manifest[name], name


def test_the_manifest_also_names_the_files_of_the_pages():
    front = json.loads((PUBLIC / "app" / "manifest.json").read_text())["front"]
    served = {
        path.relative_to(PUBLIC).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (PUBLIC / "static").rglob("*")
        if path.is_file() and path.suffix not in {".gz", ".br"}
    }

    assert front == served
    assert "static/web/passkey.js" in front


def test_our_own_files_are_served_as_they_are_written(manifest):
    made = ("vendor/", "protocol/", "packs/", "listening/kernel.wasm")
    ours = [name for name in manifest if not name.startswith(made)]

    assert ours
    for name in ours:
        assert (PROJECT / "browser" / name).read_bytes() == (PUBLIC / "app" / name).read_bytes()


def test_the_listening_pack_is_served_as_it_was_trained_and_is_small(manifest):
    packs = [name for name in manifest if name.startswith("packs/")]
    named = json.loads((PUBLIC / "app" / "packs/open/pack.json").read_text())["files"]
    sizes = {name: (PUBLIC / "app" / f"{name}.br").stat().st_size for name in packs}

    assert set(packs) == {f"packs/open/{name}" for name in ("pack.json", *named)}
    for name in packs:
        assert (PROJECT / "coach" / name).read_bytes() == (PUBLIC / "app" / name).read_bytes()
    fuller = sum(sizes.pop(f"packs/open/{name}", 0) for name in ("encoder.bin", "pieces.txt"))
    assert sum(sizes.values()) < 300_000
    assert fuller < 8_000_000
    # "about N MB", as screens/coach-card.js says it: the size as it lies, to the nearest.
    lying = sum(named[name]["bytes"] for name in ("encoder.bin", "pieces.txt"))
    assert round(lying / 1e6) == round(fuller / 1e6)


def test_the_kernel_of_the_coach_is_what_its_text_says(manifest, tmp_path):
    again = tmp_path / "kernel.wasm"
    text = PROJECT / "browser" / "listening" / "kernel.wat"
    node = subprocess.run(
        [sys.executable, PROJECT / "tools" / "node.py"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    subprocess.run(
        [Path(node) / "node", PROJECT / "tools" / "kernel.js", text, again],
        check=True,
        cwd=PROJECT,
    )

    served = PUBLIC / "app" / "listening" / "kernel.wasm"
    assert again.read_bytes() == served.read_bytes()
    code = (PUBLIC / "app" / "listening" / "fuller.js").read_text()
    assert f'KERNEL = "{hashlib.sha256(served.read_bytes()).hexdigest()}"' in code
    assert served.stat().st_size < 5_000
    assert manifest["listening/kernel.wasm"]


def test_the_compressed_copy_is_the_same_file(manifest):
    names = [*manifest, "manifest.json"]
    for file in (PUBLIC / "app" / name for name in names if not name.endswith(".png")):
        compact, smaller = (file.with_name(file.name + ending) for ending in (".gz", ".br"))
        assert gzip.decompress(compact.read_bytes()) == file.read_bytes(), file.name
        assert brotli.decompress(smaller.read_bytes()) == file.read_bytes(), file.name


def test_tests_and_types_are_not_served(manifest):
    assert not [name for name in manifest if name.startswith("tests/") or name.endswith(".ts")]


def test_every_library_file_is_the_recorded_one():
    recorded = json.loads((PROJECT / "tools" / "vendor.json").read_text())
    found = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file()
    }

    assert found == recorded


def test_only_import_specifiers_of_a_library_were_changed():
    published = {_without_specifiers(path) for path in _published()}

    for path in VENDOR.rglob("*"):
        if path.suffix in {".js", ".mjs"}:
            assert _without_specifiers(path) in published, path.name


def test_the_name_of_lits_policy_survives():
    assert 'createPolicy("lit-html"' in (VENDOR / "lit-html" / "lit-html.js").read_text()


def test_every_import_of_a_library_leads_to_a_served_file():
    for path in VENDOR.rglob("*"):
        if path.suffix in {".js", ".mjs"}:
            for _before, _quote, target in SPECIFIER.findall(path.read_text()):
                assert target.startswith("."), f"{path.name} imports {target}"
                assert (path.parent / target).exists(), f"{path.name} imports {target}"


def test_assembling_what_has_not_changed_takes_less_than_a_second():
    began = time.monotonic()

    said = subprocess.run(
        [sys.executable, ASSEMBLE], check=True, capture_output=True, timeout=60
    )

    assert time.monotonic() - began < 1
    assert said.stdout == b""


@pytest.mark.parametrize(
    "name",
    [
        "requirements.lock",
        "requirements-dev.lock",
        "requirements-s3.lock",
        "requirements-texts.lock",
        "requirements-certificates.lock",
        "requirements-matching.lock",
        "requirements-node.lock",
    ],
)
def test_python_locks_hold_hashes_and_name_no_registry(name):
    lock = (PROJECT / name).read_text()

    assert lock.count("--hash=sha256:") >= len(re.findall(r"^[a-z0-9]", lock, re.MULTILINE))
    assert not re.search(r"https?://|^-", lock, re.MULTILINE)


def test_the_npm_lock_holds_hashes_and_names_no_registry():
    packages = json.loads((PROJECT / "package-lock.json").read_text())["packages"]

    for name, package in packages.items():
        assert "resolved" not in package, name
        assert name == "" or package["integrity"].startswith("sha512-"), name


def _published():
    modules = PROJECT / "node_modules"
    for package in (
        "lit",
        "lit-html",
        "lit-element",
        "@lit/reactive-element",
        "libsodium-sumo",
    ):
        yield from (
            path for path in (modules / package).rglob("*") if path.suffix in {".js", ".mjs"}
        )
    yield from (modules / "libsodium-wrappers-sumo").rglob("*.mjs")


def _without_specifiers(path):
    return SPECIFIER.sub(r"\1", path.read_text(errors="replace"))


def test_the_whole_room_in_every_language_stays_small(manifest):
    """A first visit takes a part of it: tests/journeys/test_first_visit.py weighs that.

    What opens an export is fetched by those alone who take their things along, the pack of
    the listening coach by specialists who switched it on, and the made-up people by those
    who practise.
    """
    room = sum(
        path.stat().st_size
        for path in (PUBLIC / "app").rglob("*.br")
        if path.name not in {"manifest.json.br", "pse_open.txt.br", "practice.json.br"}
        and "packs" not in path.parts
    )

    assert room < 1_198_500
