"""Measures the room in a real Chromium: unlocking, a talk of many lines, memory.

python -m bench.room [--lines 10000] [--times 3]
"""

import argparse
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.browsers import ARGUMENTS, DESK, chromium_path
from tests.journeys.house import DemoHouse
from tests.journeys.reference import ReferenceRoom
from tests.journeys.screens import ComeBack, Home

from .history import write_history
from .page import Watched

WATCHING = Path(__file__).parent / "watching.js"
OPENING = Path(__file__).parent / "opening.js"
CIRCLE_OPENING = Path(__file__).parent / "circle-opening.js"
NAME = "Heron"
SPEEDS = (1, 4, 6)
AT = (100, 1_000, 10_000)
PATIENCE = 300_000
# Fewer frames say nothing of a rate.
ENOUGH = 500
LINES = "document.querySelector('room-log').conversation.lines.length"
IS_HERE = (
    "() => { const { view, room } = document.querySelector('room-home') ?? {};"
    " const conv = view?.relationships[0]?.conv;"
    " return conv && room.conversation(conv)?.lines.length > 1"
    " && !room.conversation(conv).catching }"
)
IS_KEPT = """() => {
    const read = benched.ops.findLast(({ op, lines }) => op === 'take' && lines > 100);
    const isAfter = ({ op, at }) => op === 'stateSaved' && at > read.at;
    return read === undefined || benched.ops.some(isAfter);
}"""
OPEN = """() => new Promise((done) => {
    const began = performance.now();
    document.querySelector('.person-head.tap').click();
    const look = () => document.querySelector('room-log .turn .m')
        ? requestAnimationFrame(() => done(performance.now() - began))
        : requestAnimationFrame(look);
    look();
})"""
UP = """async (wanted) => {
    const log = () => document.querySelector('room-log');
    while (log().conversation.lines.length < wanted && log().conversation.older !== 'none') {
        log().querySelector('.log').scrollTop = 0;
        await new Promise((go) => setTimeout(go, 5));
    }
    await log().updateComplete;
}"""


def main() -> None:
    """Print every measurement as it comes, one JSON object a line."""
    asked = arguments()
    with sync_playwright() as driver, house_with(asked.lines) as house:
        browser = driver.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        first = opened(browser, house, times=1)[0]
        first = {name: round(value) for name, value in first.items()}
        shown("first opening, every line new here", lines=asked.lines, **first)
        for rate in SPEEDS:
            found = opened(browser, house, times=asked.times, rate=rate)
            middle = {name: round(median(one[name] for one in found)) for name in found[0]}
            shown("unlock and open", times=asked.times, cpu_throttle=rate, **middle)
        for row in read_up(browser, house):
            shown("memory", **row)
        browser.close()
    subprocess.run(["node", str(OPENING)], check=True)
    subprocess.run(["node", str(CIRCLE_OPENING), "5000"], check=True)


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=3)
    return parser.parse_args()


@contextmanager
def house_with(lines: int) -> Iterator[DemoHouse]:
    """A served demo in which Ben and somebody have so many lines together."""
    with tempfile.TemporaryDirectory(prefix="alongside-bench-") as folder:
        house = DemoHouse(Path(folder) / "data")
        house.start()
        client, ben = ReferenceRoom(house.origin), ReferenceRoom(house.origin)
        client.come_in("tall-heron-3081")
        client.ask("Ben", "Hello Ben.", called=NAME)
        ben.come_back(*house.words_of("Ben"))
        ben.accept()
        client.open()
        ben.open()
        client.close()
        ben.close()
        house.stop()
        began = time.perf_counter()
        database = house.data / "alongside.sqlite3"
        write_history(client, ben, database, lines=lines, now=int(time.time() * 1000))
        shown("sealed and stored by the reference", s=round(time.perf_counter() - began, 1))
        house.start()
        try:
            yield house
        finally:
            house.stop()


def opened(
    browser: Browser, house: DemoHouse, *, times: int, rate: int = 1
) -> list[dict[str, float]]:
    """Unlock and open the talk, each time in a browser that knows nothing yet."""
    found = []
    for _ in range(times):
        page = fresh(browser)
        watched = Watched(page)
        watched.slow_down(rate)
        found.append(visit(page, house) | spun(watched))
        page.context.close()
    return found


def visit(page: Page, house: DemoHouse) -> dict[str, float]:
    """One visit; it ends with the state saved, so that the next one begins near the end."""
    unlock(page, house)
    page.wait_for_function(IS_HERE, timeout=PATIENCE)
    here = page.evaluate("performance.now()")
    ops = page.evaluate("benched.ops")
    sign_in = next(one for one in ops if one["op"] == "startSignIn")
    taken = [one for one in ops if one["op"] == "take"]
    first_screen = page.evaluate(OPEN)
    page.wait_for_function(IS_KEPT, timeout=PATIENCE)
    frames = sum(one["frames"] for one in taken)
    measured = {
        "stretch_ms": sign_in["ms"],
        "unlock_to_lines_ms": here - sign_in["at"],
        "first_screen_ms": first_screen,
        "frames": frames,
    }
    if frames < ENOUGH:
        return measured
    lines, ms = (sum(one[name] for one in taken) for name in ("lines", "ms"))
    return measured | {"lines_a_second_in_the_worker": lines / ms * 1000}


def unlock(page: Page, house: DemoHouse) -> None:
    """Ben comes back with his five words."""
    screen = ComeBack(page)
    screen.open(house.origin)
    screen.enter(*house.words_of("Ben"))
    Home(page).there()


def spun(watched: Watched) -> dict[str, float]:
    """What the throttle really slows."""
    return {f"same_loop_{where}_ms": ms for where, ms in watched.spins().items()}


def read_up(browser: Browser, house: DemoHouse) -> Iterator[dict[str, Any]]:
    """Scroll to the beginning; say what is held on the way, and after going back."""
    page = fresh(browser)
    watched = Watched(page)
    unlock(page, house)
    page.wait_for_function(IS_HERE, timeout=PATIENCE)
    page.evaluate(OPEN)
    yield {"when": "opened", "lines": page.evaluate(LINES), **watched.memory()}
    for wanted in AT:
        began = time.perf_counter()
        page.evaluate(UP, wanted)
        took = round(time.perf_counter() - began, 1)
        lines = page.evaluate(LINES)
        yield {"when": "read up", "lines": lines, "s": took, **watched.memory()}
    page.evaluate("document.querySelector('room-talk .who .round').click()")
    page.wait_for_selector("room-home")
    page.wait_for_timeout(500)
    yield {"when": "left the talk", **watched.memory()}
    page.context.close()


def fresh(browser: Browser) -> Page:
    """A browser that was never here."""
    page = browser.new_context(
        viewport={"width": DESK["width"], "height": DESK["height"]}, locale="en-US"
    ).new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(path=WATCHING)
    return page


def shown(what: str, **measured: object) -> None:
    """Print one measurement."""
    load = round(os.getloadavg()[0], 1)
    row = {"part": "room", "what": what, "load": load, **measured}
    print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
