"""Counts of several tables in one question: a page that says little of much asks little."""

from collections.abc import Mapping
from typing import Any

from django.db.models import CharField, Count, QuerySet, Value


def counted(found: Mapping[str, QuerySet[Any]]) -> dict[str, int]:
    """Count each of these, by its name."""
    each = [
        one.order_by()
        .values(what=Value(name, output_field=CharField()))
        .annotate(many=Count("*"))
        .values_list("what", "many")
        for name, one in found.items()
    ]
    if not each:
        return {}
    first, *others = each
    rows = dict(first.union(*others, all=True))
    return {name: rows.get(name, 0) for name in found}
