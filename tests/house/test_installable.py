"""What stands on a phone and on a tab says nothing, and is what the drawing says."""

import json
import struct
import sys
import zlib
from pathlib import Path

import pytest

from alongside.web.words import say

PROJECT = Path(__file__).resolve().parents[2]
BROWSER = PROJECT / "browser"
sys.path.insert(0, str(PROJECT / "tools"))
import icons  # noqa: E402

# What would tell somebody who looks over a shoulder.
TELLING = ("alongside", "peer", "support", "recovery", "help", "talk", "safe", "riverside")


@pytest.fixture
def manifest():
    return json.loads((BROWSER / "app.webmanifest").read_text())


def test_the_name_on_a_phone_is_the_name_on_the_tab(manifest):
    page = (BROWSER / "index.html").read_text()

    assert manifest["name"] == manifest["short_name"] == say("tab.name")
    assert f"<title>{say('tab.name')}</title>" in page
    assert f'title" content="{say("tab.name")}"' in page


def test_what_is_installed_tells_nothing(manifest):
    said = json.dumps(manifest).lower()

    assert not [word for word in TELLING if word in said]
    assert manifest["start_url"] == "/app/"
    assert manifest["display"] == "standalone"


def test_its_colours_are_ours(manifest):
    look = (BROWSER / "look" / "look.css").read_text()

    assert f"--paper: {manifest['theme_color']};" in look
    assert manifest["background_color"] == manifest["theme_color"]


def test_every_picture_is_there_in_the_size_it_says(manifest):
    for icon in manifest["icons"]:
        data = (BROWSER / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            width, height = struct.unpack(">II", data[16:24])
            assert icon["sizes"] == f"{width}x{height}"


def test_the_pictures_are_what_the_script_draws():
    data = (BROWSER / "look" / "icon-180.png").read_bytes()
    length = struct.unpack(">I", data[33:37])[0]
    drawn = b"".join(b"\0" + row for row in icons.rows(180))

    assert zlib.decompress(data[41 : 41 + length]) == drawn
    assert (BROWSER / "look" / "icon.svg").read_text() == icons.svg()
