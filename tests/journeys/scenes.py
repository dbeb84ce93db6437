"""Every screen in every state, drawn from a room without a server."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

BROWSER = Path(__file__).resolve().parents[2] / "browser"
AXE = BROWSER.parent / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What can be pressed and is not part of a sentence, smaller than a fingertip.
SMALL = """() => [...document.querySelectorAll(
    "button, a, summary, label.choice, select, textarea, input:not(.unseen)")]
    .filter((one) => !["checkbox", "radio"].includes(one.type) && !one.matches(".skip"))
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
    .map(([one, box]) => `${one.textContent.trim()} ${box.width} x ${box.height}`)"""
# Drawn, measured and drawn again: a log has gone to its end.
STILL = """() => new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"""
# Text nodes with letters that no catalogue spoke: neither marked nor a person's own words.
STRAYS = """() => {
    const own = ".own-words, .words-of, .words, .face, .slots, option, textarea, .theirs, "
        + ".own-name";
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const strays = [];
    while (walker.nextNode()) {
        const { data, parentElement: where } = walker.currentNode;
        if (!/[a-z]{2}/i.test(data) || where.closest(own)) continue;
        const around = where.closest(
            "p, li, h1, h2, h3, button, label, legend, summary, a, span, strong");
        if (!(around ?? where).textContent.includes("[!!")) strays.push(data.trim());
    }
    return strays;
}"""


# Everything that is said on the page: what is seen, and what only a screen reader says.
SAID = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const other = "[lang]:not(html):not([lang|=es])";
    const said = [];
    while (walker.nextNode()) {
        const { data, parentElement: where } = walker.currentNode;
        if (!where.closest(`script, style, ${other}`)) said.push(data);
    }
    for (const name of ["aria-label", "placeholder", "title", "alt"]) {
        const named = document.querySelectorAll(`[${name}]`);
        const ours = [...named].filter((one) => !one.matches(other));
        said.push(...ours.map((one) => one.getAttribute(name)));
    }
    return said.map((text) => text.replace(/\\s+/g, " ").trim()).filter(Boolean);
}"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the room's files as they are, and says nothing."""

    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
    }

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@contextmanager
def scenes() -> Iterator[str]:
    """Give the address of the page that shows one scene."""
    handler = functools.partial(Quiet, directory=str(BROWSER))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/tests/screens/page.html"
    server.shutdown()
    server.server_close()


def show(page: Page, address: str, name: str, *, lang: str = "en") -> None:
    """Go to one scene and wait until it stands: what is behind the door comes by itself."""
    page.goto(f"{address}?scene={name}&lang={lang}", wait_until="networkidle")
    page.locator("h1").first.wait_for(state="attached")
    page.evaluate("() => shown")
    page.evaluate(STILL)


def turn_to(page: Page, name: str) -> None:
    """Show another scene on a page that shows one already."""
    page.evaluate("(name) => showScene(name)", name)
    page.locator("h1").first.wait_for(state="attached")
    page.evaluate(STILL)


def names(page: Page, address: str, *, lang: str = "en") -> list[str]:
    """Name every scene there is, and show the first."""
    show(page, address, "come-in", lang=lang)
    return list(page.evaluate("sceneNames"))


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong on the screen as it stands."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text())
    found = page.evaluate(
        """async (rules) => (await axe.run(document, {
            runOnly: rules, resultTypes: ["violations"],
        })).violations
        .map((one) => one.id + ": " + one.nodes.map((node) => node.html).join(" | "))""",
        RULES,
    )
    return list(found)
