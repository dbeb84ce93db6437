"""The API is described by the names of its shapes: two of one name would be told as one."""

from collections import Counter

import alongside.api.urls as routes
from alongside.api.shapes import Shape


def below(shape: type[Shape]) -> list[type[Shape]]:
    """Every shape that is made of this one."""
    return [each for one in shape.__subclasses__() for each in (one, *below(one))]


def test_no_two_shapes_have_one_name():
    assert routes.urlpatterns
    named = Counter(one.__name__ for one in set(below(Shape)))
    assert len(named) > 100
    assert [name for name, count in named.items() if count > 1] == []
