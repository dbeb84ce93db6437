"""From many results to one figure each: the median of the rounds."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Any

from .pages import DESK, LIGHT
from .round import BUSY, PAGES_A_SECOND, QUIET

Result = Mapping[str, Any]
# The relay's own figures have names of their own; peers are called by theirs.
CALLED = {"relay": "msg_s", "slow-disk": "slow_disk"}


def figures(results: Sequence[Result]) -> dict[str, float]:
    """The figures of a run by their name; one that was not measured is not there."""
    found: dict[str, float] = {}
    for server, pairs in sorted({flat for one in results if (flat := _flat_out(one))}):
        name = CALLED.get(server, server)
        rows = [one for one in results if _flat_out(one) == (server, pairs)]
        found[f"{name}_{pairs}"] = _middle(one["messages_a_second"] for one in rows)
        if server == "relay":
            found["cpu_s_per_1000"] = _middle(one["server_cpu_s_per_1000"] for one in rows)
            found[f"p99_ms_{pairs}"] = _middle(_p(one, "p99") for one in rows)
    for name, wanted in _AT_A_PACE.items():
        rows = [one for one in results if _is(one, wanted)]
        if rows:
            found[f"{name}_p50_ms"] = _middle(_p(one, "p50") for one in rows)
            found[f"{name}_p99_ms"] = _middle(_p(one, "p99") for one in rows)
    for name, page in _PAGES.items():
        rows = [one for one in results if one.get("page") == page]
        if rows:
            found[name] = _middle(one["pages_a_second"] for one in rows)
    for name, key in _PLAIN.items():
        rows = [one for one in results if key in one]
        if rows:
            found[name] = _middle(one[key] for one in rows)
    return found


_AT_A_PACE = {
    "quiet": {"server": "relay", "pace": QUIET},
    "busy": {"server": "relay", "pace": BUSY},
    "house_quiet": {"server": "house", "pages_a_second_beside": 0.0},
    "beside_pages": {"server": "house", "pages_a_second_beside": PAGES_A_SECOND},
}
_PLAIN = {
    "kb_per_idle": "kb_per_idle_connection",
    "connects_s": "connects_a_second",
}
_PAGES = {"pages_s": LIGHT, "desk_s": DESK}


def _flat_out(one: Result) -> tuple[str, int] | None:
    is_so = one.get("pace") == 0 and one["server"] != "house"
    return (one["server"], one["pairs"]) if is_so else None


def _is(one: Result, wanted: Result) -> bool:
    return all(one.get(key) == value for key, value in wanted.items())


def _p(one: Result, part: str) -> float:
    return float(one["delivered_ms"][part])


def _middle(values: Iterable[float]) -> float:
    return float(f"{median(values):.4g}")
