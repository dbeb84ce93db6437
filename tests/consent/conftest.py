"""Ada talks with Ben; the programme stands behind Cem as a supervisor."""

import pytest

from tests.cast import Member, bring_in
from tests.consent.telling import stand_behind


@pytest.fixture
def cem(house, desk) -> Member:
    """A supervisor whom the programme stands behind."""
    return stand_behind(bring_in("cem", 3), desk)
