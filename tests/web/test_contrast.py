"""Tired eyes can read every text, in light and in dark."""

import re
from pathlib import Path

import pytest

LOOK = Path(__file__).resolve().parents[2] / "browser" / "look" / "look.css"
GROUNDS = ["paper", "card", "sand", "sage"]
TEXTS = ["ink", "pine-deep"]


def colours(scheme):
    css = LOOK.read_text()
    light, dark = css.split("@media (prefers-color-scheme: dark)")[:2]
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    dark = dark.split("\n}\n")[0]
    return found | (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark)) if scheme == "dark" else {}
    )


def light_of(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((light_of(one), light_of(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_seven_to_one_on_every_ground(scheme, ground):
    shown = colours(scheme)
    for text in [*TEXTS, "soft"]:
        assert contrast(shown[text], shown[ground]) >= 7, text
    assert contrast(shown["pine"], shown[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_and_rings_are_three_to_one(scheme, ground):
    shown = colours(scheme)
    for line in ("edge", "ring"):
        assert contrast(shown[line], shown[ground]) >= 3, line


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_button_can_be_read(scheme):
    shown = colours(scheme)
    assert contrast(shown["on-pine"], shown["pine"]) >= 7
    assert contrast(shown["on-pine"], shown["pine-deep"]) >= 7
