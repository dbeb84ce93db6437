"""Two officers whom the programme stands behind, and a third where one is asked for."""

import pytest
from django.test import Client

from tests.cast import bring_in
from tests.concerns.raising import make_officer


@pytest.fixture
def two(eve, dora, desk):
    """Eve and Dora answer concerns."""
    return make_officer(eve, desk, "Eve"), make_officer(dora, desk, "Dora")


@pytest.fixture
def lea(house, desk):
    """A third officer, from elsewhere."""
    return make_officer(bring_in("birch-robin-5521"), desk, "Lea")


@pytest.fixture
def at_desk(house, desk):
    """Dora's browser, past the door of the desk."""
    client = Client()
    client.force_login(desk)
    return client
