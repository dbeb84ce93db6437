"""A language that runs from right to left breaks nothing: every screen, turned round."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.journeys.browsers import DESK, PHONE, OpenPage
from tests.journeys.house import DemoHouse
from tests.journeys.scenes import STRAYS, names, scenes, show, turn_to

SMALLEST = {"width": 320, "height": 640}
FRONT = ["", "how-it-works", "what-we-keep", "tips", "help-now", "coming-back", "desk/"]
MIRRORED = "matrix(-1, 0, 0, 1, 0, 0)"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where scenes are shown."""
    with scenes() as where:
        yield where


def outside(page: Page) -> list[str]:
    """What can be pressed and lies beyond the edge of the screen, on either side."""
    found = page.evaluate(
        """() => [...document.querySelectorAll("button, a, summary, input, textarea, h1")]
            .filter((one) => !one.matches(".skip, .unseen") && one.checkVisibility())
            .map((one) => [one, one.getBoundingClientRect()])
            .filter(([, box]) => box.width > 1 && (box.left < -1 || box.right > innerWidth + 1))
            .map(([one]) => one.outerHTML.slice(0, 80))"""
    )
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*found, *(["scrolls sideways"] if wide else [])]


@pytest.mark.parametrize("size", [SMALLEST, pytest.param(DESK, marks=pytest.mark.on_foot)])
def test_every_screen_fits_when_it_runs_from_right_to_left(
    address: str, open_page: OpenPage, size: dict[str, int]
) -> None:
    page = open_page(size)
    wrong = {}
    for name in names(page, address, lang="pseudo-rtl"):
        turn_to(page, name)
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        found = [*outside(page), *page.evaluate(STRAYS)]
        if found:
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize("place", FRONT)
def test_every_page_fits_when_it_runs_from_right_to_left(
    house: DemoHouse, open_page: OpenPage, place: str
) -> None:
    page = open_page(SMALLEST)
    for size in (SMALLEST, DESK):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.goto(f"{house.origin}/{place}")
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert outside(page) == []
    assert page.locator(".exit svg").evaluate("(one) => getComputedStyle(one).transform") == (
        MIRRORED
    )


def test_signs_that_point_along_the_line_turn_round_with_it(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(SMALLEST)
    look = "(one) => getComputedStyle(one).transform"
    for lang, turned in (("en", "none"), ("pseudo-rtl", MIRRORED)):
        show(page, address, "talk", lang=lang)
        assert page.locator(".who svg.turns").first.evaluate(look) == turned
        assert page.locator(".exit svg").evaluate(look) == turned


@pytest.mark.parametrize("size", [SMALLEST, {"width": 360, "height": 740}, PHONE, DESK])
def test_help_and_the_way_out_stay_in_their_place_in_every_language(
    house: DemoHouse, open_page: OpenPage, size: dict[str, int]
) -> None:
    page = open_page(size)
    places = {}
    for lang in ("en", "es"):
        for path in (f"/{lang}/", f"/app/?lang={lang}#come-in"):
            page.goto(f"{house.origin}{path}")
            page.locator(".top .language").wait_for()
            assert outside(page) == []
            places[path] = [
                {side: round(value) for side, value in box.items()}
                for box in (
                    page.locator(f".top .{one}").bounding_box() for one in ("help", "exit")
                )
                if box is not None
            ]
    assert len({str(place) for place in places.values()}) == 1, places
