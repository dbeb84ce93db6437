"""Ada has told a story, and Gus at the desk has read it."""

import pytest
from django.test import Client

from alongside.people.models import DeskUser
from tests.library.telling import put_story


@pytest.fixture
def gus(house):
    return DeskUser.objects.create(name="Gus", password="!")


@pytest.fixture
def waiting(ada):
    return put_story(ada)


@pytest.fixture
def shown(ada, gus):
    return put_story(ada, shown=True)


@pytest.fixture
def at_desk(desk):
    client = Client()
    client.force_login(desk)
    return client
