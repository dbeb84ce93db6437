"""The house that the tests of this folder visit."""

import pytest

from tests.process.served import founded


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A house that is served, until the last test of the file."""
    house = founded(tmp_path_factory.mktemp("house"))
    house.start()
    yield house
    if house.process.poll() is None:
        house.stop()
