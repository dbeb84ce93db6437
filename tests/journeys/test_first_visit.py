"""A first visit on a slow line: what comes over it, and that nothing comes twice."""

from tests.journeys.browsers import PHONE
from tests.journeys.screens import ComeIn

FRONT = 60_000
ROOM = 360_000


def weighed(page):
    """Note the length of every answer, those to workers too, as the server says it."""
    sizes = {}

    def note(answer):
        length = answer.headers.get("content-length")
        assert length is not None or answer.status == 304, answer.url
        sizes[answer.url] = sizes.get(answer.url, 0) + int(length or 0)

    page.context.on("response", note)
    return sizes


def test_the_front_page_is_light(house, open_page, figure):
    page = open_page(PHONE)
    sizes = weighed(page)
    page.goto(house.origin, wait_until="networkidle")
    figure(front_page_bytes=sum(sizes.values()))
    assert sizes
    assert sum(sizes.values()) < FRONT


def test_the_room_is_light_with_everything_it_seals_with(house, open_page, figure):
    page = open_page(PHONE)
    sizes = weighed(page)
    ComeIn(page).open(house.origin)
    page.wait_for_load_state("networkidle")
    figure(room_bytes=sum(sizes.values()), room_files=len(sizes))
    assert any(url.endswith("libsodium-sumo.mjs") for url in sizes)
    assert sum(sizes.values()) < ROOM
