"""What Chromium says of a page and its workers: memory, and a slower processor."""

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

CORE, STRETCH = "worker.js", "stretch-worker.js"
SPIN = """(() => {
    const began = performance.now();
    let x = 0;
    for (let i = 0; i < 3e7; i++) x ^= i;
    return performance.now() - began + (x & 0);
})()"""


class Watched:
    """A page with its workers, over the devtools' protocol."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.slowed = 1
        self._cdp = page.context.new_cdp_session(page)
        self._workers: dict[str, str] = {}
        self._answers: dict[int, Any] = {}
        self._asked = 0
        self._cdp.on("Target.attachedToTarget", self._attached)
        self._cdp.on("Target.receivedMessageFromTarget", self._heard)
        self._cdp.send("Performance.enable")
        self._cdp.send(
            "Target.setAutoAttach",
            {"autoAttach": True, "waitForDebuggerOnStart": True, "flatten": False},
        )

    def slow_down(self, rate: int) -> None:
        """Throttle the page, and each worker that is there or comes."""
        self.slowed = rate
        self._cdp.send("Emulation.setCPUThrottlingRate", {"rate": rate})
        for session in self._workers:
            self._post(session, "Emulation.setCPUThrottlingRate", {"rate": rate})

    def spins(self) -> dict[str, float]:
        """How long the same empty loop takes in the page and in the core's worker, in ms."""
        found = self._ask(CORE, "Runtime.evaluate", {"expression": SPIN, "returnByValue": True})
        return {
            "page": round(self.page.evaluate(SPIN)),
            "core": round(found["result"]["value"]),
        }

    def memory(self) -> dict[str, int]:
        """Heap and buffers after clearing up, in kB, and how many nodes the page has."""
        self._cdp.send("HeapProfiler.collectGarbage")
        self._ask(CORE, "HeapProfiler.collectGarbage", {})
        return {
            "page_kb": _kb(self._cdp.send("Runtime.getHeapUsage")),
            "core_kb": _kb(self._ask(CORE, "Runtime.getHeapUsage", {})),
            "nodes": self.page.evaluate("document.querySelectorAll('*').length"),
        }

    def _attached(self, event: dict[str, Any]) -> None:
        session = event["sessionId"]
        self._workers[session] = event["targetInfo"]["url"].rsplit("/", 1)[-1]
        if self.slowed > 1:
            self._post(session, "Emulation.setCPUThrottlingRate", {"rate": self.slowed})
        self._post(session, "Runtime.runIfWaitingForDebugger", {})

    def _heard(self, event: dict[str, Any]) -> None:
        answer = json.loads(event["message"])
        if "id" in answer:
            self._answers[answer["id"]] = answer

    def _post(self, session: str, method: str, params: dict[str, Any]) -> int:
        self._asked += 1
        message = json.dumps({"id": self._asked, "method": method, "params": params})
        self._cdp.send("Target.sendMessageToTarget", {"sessionId": session, "message": message})
        return self._asked

    def _ask(self, worker: str, method: str, params: dict[str, Any]) -> Any:
        session = next(s for s, name in reversed(self._workers.items()) if name == worker)
        asked = self._post(session, method, params)
        self._until(lambda: asked in self._answers)
        answer = self._answers.pop(asked)
        return answer.get("result", answer)

    def _until(self, is_so: Callable[[], bool]) -> None:
        for _ in range(6_000):
            if is_so():
                return
            self.page.wait_for_timeout(10)
        raise TimeoutError("the worker did not answer")


def _kb(usage: dict[str, Any]) -> int:
    kept: float = usage["usedSize"] + usage.get("backingStorageSize", 0)
    return round(kept / 1024)
