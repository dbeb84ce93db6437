"""Whom several files of this folder meet."""

import pytest

from tests.cast import accept, ask, bring_in_specialist


@pytest.fixture
def with_finn(finn, ben):
    """Finn talks with Ben too."""
    return accept(ask(finn, ben)[0], ben)


@pytest.fixture
def lea(house, desk):
    """Another specialist, with a free place."""
    return bring_in_specialist("spruce-robin-7733", desk, display_name="Lea")
