"""Measures the listening coach in a real Chromium: size of its pack, time for a draft.

python -m bench.listening [--drafts 100] [--slower 4] [--rounds 5] [--seconds 90] [--pack DIR]
    [--long]

Drafts are replies of our own corpus, short and long ones as often as there, read with the
client's message before them, on the main thread of a page. Its parts `long-*` are left out:
they were written to learn from, not as often as people write so much; `--long` reads them
alone, and what they take is told and not refused. Where the pack has a second tier,
each is read through both, twice: with a message that is new, and with one that was heard before
the draft (the room reads it ahead, while the box is empty or at the first letter). All are read
round after round, until there were enough or the seconds are over; of each draft the middle
time counts.
What counts is how long the processor worked for it, times four: what else a machine does takes
nothing away. Beside it is told what the clock said of one more round in a page that Chromium
slows down four times; where nothing else is at work, both are the same. Where a system does not
tell the first (it is read from /proc), the second counts. What is larger or slower than it may
be is an error. The last line of what is printed is JSON.
"""

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import brotli
from listening_coach.corpus import read
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.journeys.browsers import ARGUMENTS, chromium_path

PROJECT = Path(__file__).resolve().parents[1]
PACK = PROJECT / "coach" / "packs" / "open"
KERNEL = PROJECT / "var" / "public" / "app" / "listening" / "kernel.wasm"
FIRST, SECOND = ("pack.json", "heads.bin"), ("encoder.bin", "pieces.txt")
SITE = "https://listening.invalid/"
MOST = {"pack_kb": 1000, "draft_p95_ms": 50, "fuller_brotli_kb": 8000, "heard_p95_ms": 50}
PREPARE = """async ([drafts, isFuller]) => {
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
    const [pack, opening] = await timed(() => openPack(json, heads));
    const found = { opening };
    let both = null;
    if (isFuller) {
        const files = {
            encoder: await part("/pack/encoder.bin"),
            pieces: await part("/pack/pieces.txt"),
            kernel: await part("/kernel.wasm"),
        };
        [both, found.openingBoth] = await timed(() => withEncoder(pack, files));
    }
    for (const draft of drafts.slice(0, 40)) read(both ?? pack, ...draft);
    globalThis.forget = () => void both?.deep.encoder.hear("");
    globalThis.once = ([name, at]) => {
        const since = performance.now();
        if (name !== "nothing") read(name === "draft" ? pack : both, ...drafts[at]);
        return performance.now() - since;
    };
    return found;
}"""


def main() -> None:
    """Measure, say what was measured, end with JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.listening")
    parser.add_argument("--drafts", type=int, default=100)
    parser.add_argument("--slower", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=90)
    parser.add_argument("--pack", type=Path, default=PACK)
    parser.add_argument("--long", action="store_true")
    words = parser.parse_args()
    found = {**_sizes(words.pack), **_times(words)}
    print(
        f"pack {found['pack_kb']} KB ({found['pack_gzip_kb']} KB on its way), opened in"
        f" {found['open_ms']} ms · Chromium {words.slower} times slower,"
        f" {found['drafts']} drafts, {found['rounds']} rounds"
    )
    print(_said("the first tier alone", found, "draft"))
    if "both_p95_ms" in found:
        print(
            f"second tier {found['fuller_brotli_kb']} KB on its way"
            f" (at most {MOST['fuller_brotli_kb']}), opened in {found['both_open_ms']} ms"
        )
        print(_said("both tiers, message heard before", found, "heard"))
        print(_said("both tiers, message new", found, "both"))
    print(json.dumps(found))
    if not words.long and (wrong := too_much(found)):
        sys.exit("Not as it should be: " + ", ".join(wrong))


def _said(what: str, found: Mapping[str, float], name: str) -> str:
    most = f" (at most {MOST[f'{name}_p95_ms']})" if f"{name}_p95_ms" in MOST else ""
    return (
        f"{what}: p50 {found[f'{name}_p50_ms']} ms, p95 {found[f'{name}_p95_ms']} ms{most};"
        f" by the clock, slowed down, p50 {found[f'{name}_clock_p50_ms']} ms,"
        f" p95 {found[f'{name}_clock_p95_ms']} ms"
    )


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
    more = [KERNEL, *(pack / name for name in SECOND)]
    # As tools/public.py packs weights.
    sizes = [len(brotli.compress(file.read_bytes(), quality=5)) for file in more]
    return found | {"fuller_brotli_kb": round(sum(sizes) / 1000)}


def _times(words: argparse.Namespace) -> dict[str, float]:
    replies = spread(drafts(long=words.long), words.drafts)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        page = browser.new_page()
        page.route(f"{SITE}**", lambda route: _serve(route, words.pack))
        page.goto(SITE)
        prepared = page.evaluate(PREPARE, [replies, _is_fuller(words.pack)])
        names = ["draft", "both", "heard"] if "openingBoth" in prepared else ["draft"]
        worked = Worked(browser, page)
        times = _rounds(page, names, len(replies), worked.reading, words)
        _slow_down(page, words.slower)
        once = argparse.Namespace(rounds=1, seconds=words.seconds)
        by_clock = _rounds(page, names, len(replies), _by_clock, once)
        browser.close()
    found: dict[str, float] = {
        "drafts": len(replies),
        "rounds": len(times["draft"][0]),
        "open_ms": round(prepared["opening"], 1),
    }
    if "openingBoth" in prepared:
        found["both_open_ms"] = round(prepared["openingBoth"], 1)
    for name in names:
        slowed = [[words.slower * each for each in one] for one in times[name]]
        found |= ranked(name, slowed if worked.is_told else by_clock[name])
        found |= ranked(f"{name}_clock", by_clock[name])
    return found


def drafts(*, long: bool) -> list[list[str]]:
    """Give replies of our corpus with their messages: the long parts alone, or all others."""
    left_out = "[!l]*" if long else "long-*"
    messages = read(PROJECT / "coach" / "corpus" / "pairs", without=left_out)
    return [[reply.text, message.client] for message in messages for reply in message.replies]


class Worked:
    """How long the processor worked in the main thread of a page, as Linux counts it."""

    def __init__(self, browser: Browser, page: Page) -> None:
        session = browser.new_browser_cdp_session()
        processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
        files = [Path(f"/proc/{one['id']}/task/{one['id']}/schedstat") for one in processes]
        counts = {file: self._of(file) for file in files if file.is_file()}
        _by_clock(page, "draft", 0)
        # Whichever worked meanwhile is the page's.
        grown = {file: self._of(file) - count for file, count in counts.items()}
        self._file = max(grown, key=lambda file: grown[file], default=None)
        self._asking = 0.0
        self._asking = _middle([self.reading(page, "nothing", 0) for _ in range(30)])

    @property
    def is_told(self) -> bool:
        """Whether this system tells it."""
        return self._file is not None

    @staticmethod
    def _of(file: Path) -> int:
        return int(file.read_text().split()[0])

    def reading(self, page: Page, name: str, at: int) -> float:
        """Read a draft: how many milliseconds it was worked on."""
        if self._file is None:
            return 0.0
        before = self._of(self._file)
        _by_clock(page, name, at)
        return (self._of(self._file) - before) / 1e6 - self._asking


def _by_clock(page: Page, name: str, at: int) -> float:
    return float(page.evaluate("once", [name, at]))


def _rounds(
    page: Page,
    names: list[str],
    count: int,
    reading: Callable[[Page, str, int], float],
    words: argparse.Namespace,
) -> dict[str, list[list[float]]]:
    found: dict[str, list[list[float]]] = {name: [[] for _ in range(count)] for name in names}
    until = time.monotonic() + words.seconds
    for turn in range(words.rounds):
        for at in range(count):
            # Each draft is read once, however long it takes.
            if turn > 0 and time.monotonic() > until:
                return found
            page.evaluate("forget()")
            for name in names:
                found[name][at].append(reading(page, name, at))
    return found


def spread(replies: list[list[str]], count: int) -> list[list[str]]:
    """As many short and long ones among a few as among all, else the 95th is of chance."""
    by_length = sorted(replies, key=lambda one: len(one[0]))
    part = max(1.0, len(by_length) / count)
    return [by_length[int((at + 0.5) * part)] for at in range(min(count, len(by_length)))]


def ranked(name: str, times: list[list[float]]) -> dict[str, float]:
    """Of each draft its middle time, and of all drafts the middle one and the 95th of 100."""
    middles = sorted(map(_middle, times))
    return {
        f"{name}_p{part}_ms": round(middles[int(len(middles) * part / 100)], 1)
        for part in (50, 95)
    }


def _middle(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]


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
