"""Rows that nothing points at any more, found without knowing who could point at them."""

from collections.abc import Collection
from typing import TypeVar

from django.db.models import PROTECT, Exists, ManyToOneRel, Model, OuterRef, QuerySet

Row = TypeVar("Row", bound=Model)


def unheld(found: QuerySet[Row], *, but: Collection[type[Model]] = ()) -> QuerySet[Row]:
    """Leave out rows that a row of another table protects from deletion.

    `but` are tables that whoever asks deletes first. A table that comes later and protects
    what it points at holds such a row from its first day on.
    """
    for relation in found.model._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ManyToOneRel) or relation.on_delete is not PROTECT:
            continue
        if relation.related_model not in but:
            name = relation.field.name
            rows = relation.related_model._default_manager.filter(**{name: OuterRef("pk")})
            found = found.exclude(Exists(rows))
    return found
