"""Real browsers, for every folder of tests: each person gets a context of their own."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
FIGURES = PROJECT / "var" / "figures.json"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}
# No sandbox for root only; nothing of Chromium's own talks to the network.
ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    *(["--no-sandbox"] if os.geteuid() == 0 else []),
]
EXPECTED = re.compile(
    r"status of (4\d\d)|ERR_(CONNECTION|INTERNET|NETWORK|EMPTY)|WebSocket connection"
)
OpenPage = Callable[..., Page]
# How a browser asks for each language that journeys are walked in.
LOCALES = {"en": "en-US", "es": "es-US"}


@pytest.fixture(scope="session")
def assembled() -> None:
    """The room is served as assembled; the browsers must see today's files."""
    subprocess.run([sys.executable, "tools/assemble.py"], cwd=PROJECT, check=True, timeout=120)


@pytest.fixture(scope="session")
def playwright(assembled: None) -> Iterator[Playwright]:
    """The driver of browsers."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium; each person gets a context of their own in it."""
    browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def open_page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[OpenPage]:
    """Open a page in a context of its own; a broken script or policy fails the test."""
    contexts: list[BrowserContext] = []
    trouble: list[str] = []
    config = request.config
    everybody = {"390": PHONE, "1280": DESK}.get(config.getoption("--width"))
    locale = LOCALES[config.getoption("--language")]

    def open_one(
        size: dict[str, int] = PHONE, *, may_refuse: bool = False, **options: object
    ) -> Page:
        context = chromium.new_context(
            **{"viewport": everybody or size, "locale": locale} | options  # type: ignore[arg-type]
        )
        contexts.append(context)
        page = context.new_page()
        # Somebody listens from the start: a key is faster than a driver that begins to.
        page.on("filechooser", lambda _: None)
        if not may_refuse:
            listen(page, trouble)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert trouble == []


@pytest.fixture
def figure() -> Callable[..., None]:
    """Keep a figure that was measured, by name, in `var/figures.json`."""

    def keep(**measured: object) -> None:
        FIGURES.parent.mkdir(exist_ok=True)
        with FIGURES.open("a+") as file:
            # Two parts of the tests may run beside each other.
            flock(file, LOCK_EX)
            file.seek(0)
            known = json.loads(file.read() or "{}")
            file.truncate(0)
            file.write(json.dumps(known | measured, indent=2, sort_keys=True))

    return keep


def listen(page: Page, trouble: list[str]) -> None:
    """Note every error of a script and every refusal by a policy."""
    page.on("pageerror", lambda error: trouble.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda line: (
            trouble.append(f"{page.url}: {line.text}")
            if line.type == "error" and not _is_expected(line.text)
            else None
        ),
    )


def _is_expected(text: str) -> bool:
    """An answer that refuses, or a server that is down, is part of some journeys."""
    return EXPECTED.search(text) is not None


def chromium_path() -> str | None:
    """Debian's Chromium where there is one; else Playwright's own."""
    return shutil.which("chromium")
