"""Many people who may be counted, without keys: only who they are matters here."""

import pytest

from alongside.people.models import Account


@pytest.fixture
def people(house):
    """Thirty people with a place."""
    return [
        Account.objects.create(username=f"counted-{at}", ref=at.to_bytes(16, "big"))
        for at in range(30)
    ]
