"""One vector: what is asked, and what the answer is or why it is refused."""

from collections.abc import Callable
from typing import Any

from pse.refusal import Refused

from .ops import OPS
from .values import from_json, to_json

Case = dict[str, Any]
Cases = list[Case]
Writer = Callable[[], Cases]


def answered(name: str, op: str, **given: Any) -> Case:
    """A case that both languages answer alike."""
    asked = to_json(given)
    return {"name": name, "op": op, "in": asked, "out": to_json(OPS[op](from_json(asked)))}


def refused(name: str, op: str, **given: Any) -> Case:
    """A case that both languages refuse; the name says why."""
    case: Case = {"name": name, "op": op, "in": to_json(given), "refused": True}
    if not is_refused(case):
        raise AssertionError(f"{op} took what it should refuse: {name}")
    return case


def is_refused(case: Case) -> bool:
    """Whether the reference refuses what the case asks."""
    try:
        OPS[case["op"]](from_json(case["in"]))
    except Refused:
        return True
    return False


def is_answered(case: Case) -> bool:
    """Whether the reference gives exactly the case's answer."""
    return bool(to_json(OPS[case["op"]](from_json(case["in"]))) == case["out"])
