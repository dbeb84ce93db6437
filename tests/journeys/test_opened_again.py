"""A page the browser kept for Back, and tabs it opens again, show nothing of before."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import ARGUMENTS, LOCALES, PHONE, chromium_path
from tests.journeys.people import come_in
from tests.journeys.screens import LOCK, Wishes
from tests.journeys.spoken import language, said

pytestmark = pytest.mark.on_foot
WRITTEN_DOWN = 3_000
ELSEWHERE = re.compile(r"^https://")
# A driver switches off what people's browsers do: keeping whole pages for Back.
KEEPS_NO_PAGES = "--disable-back-forward-cache"


def opened(playwright, folder, *more):
    """A browser as people have it, with a folder of its own."""
    context = playwright.chromium.launch_persistent_context(
        folder,
        executable_path=chromium_path(),
        args=[*ARGUMENTS, *more],
        ignore_default_args=[KEEPS_NO_PAGES],
        viewport=PHONE,
        locale=LOCALES[language()],
    )
    context.route(ELSEWHERE, lambda route: route.fulfill(body="<h1>Weather</h1>"))
    return context


def shown_again(page: Page) -> list[bool]:
    """Whether each page that comes was one the browser had kept whole."""
    kept: list[bool] = []
    page.expose_function("cameBack", lambda persisted: kept.append(persisted))
    page.add_init_script("addEventListener('pageshow', ({persisted}) => cameBack(persisted))")
    return kept


def test_a_page_the_browser_kept_whole_is_loaded_anew(playwright, tmp_path, house):
    with opened(playwright, tmp_path / "profile") as context:
        page = context.pages[0]
        kept = shown_again(page)
        page.goto(f"{house.origin}/app/#come-back")
        name = page.get_by_role("textbox").first
        name.fill("river-otter-4827")
        page.goto(f"{house.origin}/tips")
        page.go_back()
        expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=LOCK)
        typed = page.evaluate("[...document.querySelectorAll('input')].map((one) => one.value)")
        assert "river-otter-4827" not in typed
        assert True in kept, kept


def test_back_into_an_open_place_finds_it_shut(playwright, tmp_path, house):
    with opened(playwright, tmp_path / "profile") as context:
        page = context.pages[0]
        guest = come_in(page, house)
        page.goto(f"{house.origin}/tips")
        page.go_back()
        expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=LOCK)
        expect(page.get_by_role("heading", name=said("wishes.title"))).to_have_count(0)
        expect(page.get_by_text(guest.username)).to_have_count(0)


def test_a_tab_that_opens_again_after_leaving_is_the_neutral_page(playwright, tmp_path, house):
    profile = tmp_path / "profile"
    with opened(playwright, profile) as context:
        page = context.pages[0]
        come_in(page, house)
        Wishes(page).leave()
        page.wait_for_url(ELSEWHERE)
        # A browser writes its open tabs down a little later.
        page.wait_for_timeout(WRITTEN_DOWN)
    with opened(playwright, profile, "--restore-last-session") as context:
        addresses = [page.url for page in context.pages]
        # It opens before anything here can answer in the place of the neutral page.
        assert any(re.match(r"^(https|chrome-error):", address) for address in addresses)
        assert not any(address.startswith(house.origin) for address in addresses)
