"""From many results to one figure each: the median of the rounds."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Any

from .pages import DESK, LIGHT
from .round import BUSY, PAGES_A_SECOND, QUIET

Result = Mapping[str, Any]
# The relay's own figures have names of their own; peers are called by theirs.
CALLED = {"relay": "msg_s", "slow-disk": "slow_disk"}
AT_A_PACE: Mapping[str, Result] = {
    "quiet": {"server": "relay", "pace": QUIET},
    "busy": {"server": "relay", "pace": BUSY},
    "house_quiet": {"server": "house", "pages_a_second_beside": 0.0},
    "beside_pages": {"server": "house", "pages_a_second_beside": PAGES_A_SECOND},
}
PLAIN: Mapping[str, tuple[str, Result]] = {
    "kb_per_idle": ("kb_per_idle_connection", {}),
    "connects_s": ("connects_a_second", {}),
    "pages_s": ("pages_a_second", {"page": LIGHT}),
    "desk_s": ("pages_a_second", {"page": DESK}),
}


def figures(results: Sequence[Result]) -> dict[str, float]:
    """The figures of a run by their name; one that was not measured is not there."""
    found = _flat_out_figures(results)
    for name, wanted in AT_A_PACE.items():
        if rows := [one for one in results if _is(one, wanted)]:
            found[f"{name}_p50_ms"] = _middle(_p(one, "p50") for one in rows)
            found[f"{name}_p99_ms"] = _middle(_p(one, "p99") for one in rows)
    for name, (key, wanted) in PLAIN.items():
        if rows := [one for one in results if key in one and _is(one, wanted)]:
            found[name] = _middle(one[key] for one in rows)
    return found


def _flat_out_figures(results: Sequence[Result]) -> dict[str, float]:
    found: dict[str, float] = {}
    for server, pairs in sorted({flat for one in results if (flat := _flat_out(one))}):
        rows = [one for one in results if _flat_out(one) == (server, pairs)]
        name = f"{CALLED.get(server, server)}_{pairs}"
        found[name] = _middle(one["messages_a_second"] for one in rows)
        cpu = "cpu_s_per_1000" if server == "relay" else f"{server}_cpu_s_per_1000"
        found[cpu] = _middle(one["server_cpu_s_per_1000"] for one in rows)
        if server == "relay":
            found[f"p99_ms_{pairs}"] = _middle(_p(one, "p99") for one in rows)
    return found


def _flat_out(one: Result) -> tuple[str, int] | None:
    is_so = one.get("pace") == 0 and one["server"] != "house"
    return (one["server"], one["pairs"]) if is_so else None


def _is(one: Result, wanted: Result) -> bool:
    return all(one.get(key) == value for key, value in wanted.items())


def _p(one: Result, part: str) -> float:
    return float(one["delivered_ms"][part])


def _middle(values: Iterable[float]) -> float:
    return float(f"{median(values):.4g}")
