"""Measures the listening coach in a real Chromium: size of its pack, time for a draft.

python -m bench.listening [--drafts 300] [--slower 4]

Drafts are replies of our own corpus, read with the client's message before them, on the main
thread of a page that is slowed down: five times each, of which the middle counts. The last
line of what is printed is JSON; whatever is larger or slower than it may be is an error.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from listening_coach.corpus import read
from playwright.sync_api import Page, Route, sync_playwright

from tests.journeys.browsers import ARGUMENTS, chromium_path

PROJECT = Path(__file__).resolve().parents[1]
PACK = PROJECT / "coach" / "packs" / "open"
SITE = "https://listening.invalid/"
MOST_MS, MOST_KB = 50, 1000
MEASURE = """async (drafts) => {
    const { read } = await import("/browser/listening/engine.js");
    const { openPack } = await import("/browser/listening/pack.js");
    const part = (name) => fetch(`/coach/packs/open/${name}`);
    const json = await (await part("pack.json")).text();
    const bytes = new Uint8Array(await (await part("heads.bin")).arrayBuffer());
    const began = performance.now();
    const pack = openPack(json, bytes);
    const opening = performance.now() - began;
    for (const [draft, before] of drafts.slice(0, 20)) read(pack, draft, before);
    const times = drafts.map(([draft, before]) => [1, 2, 3, 4, 5].map(() => {
        const since = performance.now();
        read(pack, draft, before);
        return performance.now() - since;
    }).sort((one, other) => one - other)[2]);
    return [opening, times];
}"""


def main() -> None:
    """Measure, say what was measured, end with JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.listening")
    parser.add_argument("--drafts", type=int, default=300)
    parser.add_argument("--slower", type=int, default=4)
    words = parser.parse_args()
    found = {**_sizes(), **_times(words.drafts, words.slower)}
    print(
        f"pack {found['pack_kb']} KB ({found['pack_gzip_kb']} KB on its way)"
        f" · opened in {found['open_ms']} ms"
        f" · a draft p50 {found['draft_p50_ms']} ms, p95 {found['draft_p95_ms']} ms"
        f" (at most {MOST_MS}), Chromium {words.slower} times slower"
    )
    print(json.dumps(found))
    if wrong := too_much(found):
        sys.exit("Not as it should be: " + ", ".join(wrong))


def too_much(found: Mapping[str, float]) -> list[str]:
    """Name what is larger or slower than it may be."""
    limits = {"pack_kb": MOST_KB, "draft_p95_ms": MOST_MS}
    return [
        f"{name} {found[name]} (at most {most})"
        for name, most in limits.items()
        if found[name] > most
    ]


def _sizes() -> dict[str, float]:
    files = [PACK / "pack.json", PACK / "heads.bin"]
    return {
        "pack_kb": round(sum(file.stat().st_size for file in files) / 1000),
        "pack_gzip_kb": round(
            sum(len(gzip.compress(file.read_bytes())) for file in files) / 1000
        ),
    }


def _times(drafts: int, slower: int) -> dict[str, float]:
    replies = [
        [reply.text, message.client]
        for message in read(PROJECT / "coach" / "corpus" / "pairs")
        for reply in message.replies
    ][:: max(1, 2520 // drafts)][:drafts]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        page = browser.new_page()
        page.route(f"{SITE}**", _serve)
        page.goto(SITE)
        _slow_down(page, slower)
        opening, times = page.evaluate(MEASURE, replies)
        browser.close()
    ranked = sorted(times)
    return {
        "drafts": len(ranked),
        "open_ms": round(opening, 1),
        "draft_p50_ms": round(ranked[len(ranked) // 2], 2),
        "draft_p95_ms": round(ranked[int(len(ranked) * 0.95)], 2),
    }


def _slow_down(page: Page, slower: int) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})


def _serve(route: Route) -> None:
    file = PROJECT / route.request.url.removeprefix(SITE)
    if not file.is_file():
        route.fulfill(body="<!doctype html><title>listening</title>", content_type="text/html")
        return
    kinds: dict[str, Any] = {".js": "text/javascript", ".json": "application/json"}
    kind = kinds.get(file.suffix, "application/octet-stream")
    route.fulfill(body=file.read_bytes(), content_type=kind)


if __name__ == "__main__":
    main()
