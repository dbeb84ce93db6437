"""Whom several files of this folder meet."""

import pytest

from tests.cast import bring_in_specialist


@pytest.fixture
def lea(house, desk):
    """Another specialist, with a free place."""
    return bring_in_specialist("spruce-robin-7733", desk, display_name="Lea")
