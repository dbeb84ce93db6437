"""Ops over notes of meetings: units, and the line that a payer sees."""

from collections.abc import Callable, Mapping
from typing import Any

from pse.bill import read_bill
from pse.units import units_of

OPS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "units.of": lambda given: units_of(given["minutes"], given["rule"]),
    "bill.read": lambda given: read_bill(given["raw"]),
}
