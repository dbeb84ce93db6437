"""What opens something is in the key archive alone: no table of content holds it, either."""

import re

import pytest
from django.apps import apps

from alongside.ground.fields import SEALED
from alongside.keeping.tables import CONTENT_TABLES, KEY_TABLES

# A wrap, a key under another key, the two keys under a link.
SIZES_OF_KEYS = {112, 105, 137}
# A wrap and what it opens, in one field.
WITH_ITS_WRAP = {112 + size for size in SEALED}
NAMES_OF_KEYS = re.compile(
    r"wrap$|^link|^sealed_(key|keys|index|part)$|lock$|verifier|^secret$"
)


def what_opens(label):
    """The fields of a table that open something, by their length or by their name."""
    found = []
    for field in apps.get_model(label)._meta.concrete_fields:
        lengths = set(getattr(field, "lengths", ())) - {0}
        is_key = bool(lengths) and lengths <= SIZES_OF_KEYS | WITH_ITS_WRAP
        if is_key or NAMES_OF_KEYS.search(field.name):
            found.append(field.name)
    return found


def test_no_table_of_content_holds_what_opens_something():
    held = {label: what_opens(label) for label in CONTENT_TABLES}
    assert {label: fields for label, fields in held.items() if fields} == {}


@pytest.mark.parametrize(
    "label",
    [label for label in KEY_TABLES if label not in {"notices.Feed", "notices.Phone"}],
)
def test_each_that_holds_one_would_be_seen_among_the_content(label):
    """All but those by whose address somebody outside knows a person."""
    assert what_opens(label)
