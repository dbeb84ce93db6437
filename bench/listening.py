"""Measures the listening coach in a real Chromium: size of its pack, time for a draft.

python -m bench.listening [--drafts 300] [--slower 4] [--times 5] [--pack coach/packs/open]

Drafts are replies of our own corpus, read with the client's message before them, on the main
thread of a page that is slowed down: five times each, of which the middle counts. Where the
pack has a second tier, both are measured together, twice: with a message that was heard before
the draft (the room reads it ahead, while the box is empty), and with one that is new. The last
line of what is printed is JSON; whatever is larger or slower than it may be is
an error.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import brotli
from listening_coach.corpus import read
from playwright.sync_api import Page, Route, sync_playwright

from tests.journeys.browsers import ARGUMENTS, chromium_path

PROJECT = Path(__file__).resolve().parents[1]
PACK = PROJECT / "coach" / "packs" / "open"
KERNEL = PROJECT / "var" / "public" / "app" / "listening" / "kernel.wasm"
FIRST, SECOND = ("pack.json", "heads.bin"), ("encoder.bin", "pieces.txt")
SITE = "https://listening.invalid/"
MOST = {"pack_kb": 1000, "draft_p95_ms": 50, "fuller_brotli_kb": 8000, "heard_p95_ms": 50}
MEASURE = """async ([drafts, times, isFuller]) => {
    const { read } = await import("/browser/listening/engine.js");
    const { openPack } = await import("/browser/listening/pack.js");
    const { withEncoder } = await import("/browser/listening/fuller.js");
    const part = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
    const json = new TextDecoder().decode(await part("/pack/pack.json"));
    const heads = await part("/pack/heads.bin");
    const timed = async (deed) => {
        const began = performance.now();
        const made = await deed();
        return [made, performance.now() - began];
    };
    const once = (pack, draft, before, isHeard) => {
        pack.deep?.encoder.hear(isHeard ? before : `${draft} was before`);
        const since = performance.now();
        read(pack, draft, before);
        return performance.now() - since;
    };
    const middle = (pack, [draft, before], isHeard) => Array.from({ length: times }, () =>
        once(pack, draft, before, isHeard)).sort((one, other) => one - other)[times >> 1];
    const all = (pack, isHeard = false) => {
        for (const draft of drafts.slice(0, 20)) middle(pack, draft, isHeard);
        return drafts.map((draft) => middle(pack, draft, isHeard));
    };
    const [pack, opening] = await timed(() => openPack(json, heads));
    const found = { opening, first: all(pack) };
    if (!isFuller) return found;
    const files = {
        encoder: await part("/pack/encoder.bin"),
        pieces: await part("/pack/pieces.txt"),
        kernel: await part("/kernel.wasm"),
    };
    const [both, openingBoth] = await timed(() => withEncoder(pack, files));
    return { ...found, openingBoth, heard: all(both, true), both: all(both) };
}"""


def main() -> None:
    """Measure, say what was measured, end with JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.listening")
    parser.add_argument("--drafts", type=int, default=300)
    parser.add_argument("--slower", type=int, default=4)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--pack", type=Path, default=PACK)
    words = parser.parse_args()
    found = {**_sizes(words.pack), **_times(words)}
    print(
        f"pack {found['pack_kb']} KB ({found['pack_gzip_kb']} KB on its way)"
        f" · opened in {found['open_ms']} ms"
        f" · a draft p50 {found['draft_p50_ms']} ms, p95 {found['draft_p95_ms']} ms"
        f" (at most {MOST['draft_p95_ms']}), Chromium {words.slower} times slower"
    )
    if "both_p95_ms" in found:
        print(
            f"second tier {found['fuller_brotli_kb']} KB on its way"
            f" (at most {MOST['fuller_brotli_kb']}) · opened in {found['both_open_ms']} ms"
            f" · a draft through both, message heard before: p50 {found['heard_p50_ms']} ms,"
            f" p95 {found['heard_p95_ms']} ms (at most {MOST['heard_p95_ms']});"
            f" its message new: p50 {found['both_p50_ms']} ms, p95 {found['both_p95_ms']} ms"
        )
    print(json.dumps(found))
    if wrong := too_much(found):
        sys.exit("Not as it should be: " + ", ".join(wrong))


def too_much(found: Mapping[str, float]) -> list[str]:
    """Name what is larger or slower than it may be."""
    return [
        f"{name} {found[name]} (at most {most})"
        for name, most in MOST.items()
        if name in found and found[name] > most
    ]


def _is_fuller(pack: Path) -> bool:
    return (pack / SECOND[0]).exists()


def _sizes(pack: Path) -> dict[str, float]:
    files = [(pack / name).read_bytes() for name in FIRST]
    found: dict[str, float] = {
        "pack_kb": round(sum(map(len, files)) / 1000),
        "pack_gzip_kb": round(sum(len(gzip.compress(file)) for file in files) / 1000),
    }
    if not _is_fuller(pack):
        return found
    more = [KERNEL.read_bytes(), *((pack / name).read_bytes() for name in SECOND)]
    return found | {
        "fuller_brotli_kb": round(
            sum(len(brotli.compress(file, quality=11)) for file in more) / 1000
        )
    }


def _times(words: argparse.Namespace) -> dict[str, float]:
    replies = [
        [reply.text, message.client]
        for message in read(PROJECT / "coach" / "corpus" / "pairs")
        for reply in message.replies
    ]
    replies = replies[:: max(1, len(replies) // words.drafts)][: words.drafts]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        page = browser.new_page()
        page.route(f"{SITE}**", lambda route: _serve(route, words.pack))
        page.goto(SITE)
        _slow_down(page, words.slower)
        measured = page.evaluate(MEASURE, [replies, words.times, _is_fuller(words.pack)])
        browser.close()
    found: dict[str, float] = {
        "drafts": len(replies),
        "open_ms": round(measured["opening"], 1),
        **_ranked("draft", measured["first"]),
    }
    if "both" not in measured:
        return found
    opening = round(measured["openingBoth"], 1)
    return found | {
        "both_open_ms": opening,
        **_ranked("heard", measured["heard"]),
        **_ranked("both", measured["both"]),
    }


def _ranked(name: str, times: list[float]) -> dict[str, float]:
    ranked = sorted(times)
    return {
        f"{name}_p50_ms": round(ranked[len(ranked) // 2], 2),
        f"{name}_p95_ms": round(ranked[int(len(ranked) * 0.95)], 2),
    }


def _slow_down(page: Page, slower: int) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})


def _serve(route: Route, pack: Path) -> None:
    name = route.request.url.removeprefix(SITE)
    file = pack / name.removeprefix("pack/") if name.startswith("pack/") else PROJECT / name
    file = KERNEL if name == KERNEL.name else file
    if not file.is_file():
        route.fulfill(body="<!doctype html><title>listening</title>", content_type="text/html")
        return
    kinds: dict[str, Any] = {".js": "text/javascript", ".json": "application/json"}
    kind = kinds.get(file.suffix, "application/octet-stream")
    route.fulfill(body=file.read_bytes(), content_type=kind)


if __name__ == "__main__":
    main()
