"""The bar of the desk: its pages lie in groups, each opened by a press and without a script."""

from playwright.sync_api import Page


def go_to(page: Page, name: str) -> None:
    """Open the group a page lies in, and go there."""
    bar = page.locator(".desk-bar")
    group = bar.locator("details").filter(has=page.get_by_text(name, exact=True))
    group.locator("summary").click()
    bar.get_by_role("link", name=name, exact=True).click()
