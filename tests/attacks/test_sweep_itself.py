"""A search that finds nothing must be able to find something."""

import base64
import gzip
import urllib.parse
import zipfile

import pytest

from tests.attacks.sweep import hits_below, hits_in

MARKER = "zebra lantern Müller 7731"


@pytest.mark.parametrize(
    "hidden",
    [
        MARKER.encode(),
        MARKER.replace("zebra", "ZEBRA").encode(),
        MARKER.encode("utf-16-le"),
        MARKER.encode().hex().encode(),
        base64.b64encode(b"{" + MARKER.encode() + b"}"),
        base64.urlsafe_b64encode(b"xy" + MARKER.encode()),
        base64.b64encode(b"abc" + MARKER.encode()),
        urllib.parse.quote(MARKER).encode(),
        urllib.parse.quote_plus(MARKER).encode(),
        gzip.compress(b"before " + MARKER.encode()),
    ],
)
def test_the_search_finds_a_text_however_it_was_written(tmp_path, hidden):
    (tmp_path / "some.file").write_bytes(
        hidden if hidden[:2] == b"\x1f\x8b" else b"before " + hidden + b" after"
    )
    found, read = hits_below(tmp_path, [MARKER])
    assert found
    assert read == 1


def test_the_search_finds_a_text_in_the_name_of_a_file(tmp_path):
    (tmp_path / MARKER).write_text("")
    assert hits_below(tmp_path, [MARKER])[0]


def test_the_search_finds_a_text_in_an_archive_that_is_packed(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("tables/rows.jsonl", b"before " + MARKER.encode() + b" after")
    assert hits_below(tmp_path, [MARKER])[0]


def test_the_search_does_not_find_what_is_not_there():
    assert hits_in(b"an ordinary page" * 100, [MARKER], place="page") == []
