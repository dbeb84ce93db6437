"""No key, token or certificate lies in the repository."""

import subprocess
from pathlib import Path

import pytest
from detect_secrets import SecretsCollection
from detect_secrets.settings import transient_settings

ROOT = Path(__file__).parents[2]
# What a key of a known maker looks like. Left out: guesses by how random a text is (vectors,
# hashes and packs are random), by the word beside it (settings explain by example), and by two
# letters (Artifactory: every id that begins with AP).
LEFT_OUT = {
    "ArtifactoryDetector",
    "Base64HighEntropyString",
    "HexHighEntropyString",
    "KeywordDetector",
    "BasicAuthDetector",
    "IPPublicDetector",
}


def _detectors():
    from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class

    kinds = get_mapping_from_secret_type_to_class().values()
    return [{"name": kind.__name__} for kind in kinds if kind.__name__ not in LEFT_OUT]


def _found_in(folder, names):
    found = SecretsCollection(root=str(folder))
    with transient_settings({"plugins_used": _detectors()}):
        for name in names:
            found.scan_file(name)
    return [(Path(secret.filename).name, secret.type) for _, secret in found]


@pytest.mark.proof
@pytest.mark.timeout(900)
def test_nobody_left_a_key_in_the_repository():
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, timeout=60,
    ).stdout.decode().split("\0")  # fmt: skip
    texts = [name for name in listed if name and (ROOT / name).is_file() and _is_text(name)]

    assert len(texts) > 1_000
    assert _found_in(ROOT, texts) == []


def test_a_key_that_somebody_left_is_found(tmp_path):
    # Put together here, so that no scanner takes this file for a find.
    begin = "-----BEGIN " + "PRIVATE KEY-----"
    (tmp_path / "left.txt").write_text(f"{begin}\nMC4CAQAwBQYDK2VwBCIEIA\n")
    (tmp_path / "env").write_text("AWS_ACCESS_KEY_ID=" + "AKIA" + "Q3EGRX7LW5TJBM2D" + "\n")

    found = set(_found_in(tmp_path, ["left.txt", "env"]))

    assert found == {("left.txt", "Private Key"), ("env", "AWS Access Key")}


def _is_text(name):
    return not name.endswith((".bin", ".png", ".svg", ".woff2", ".lock"))
