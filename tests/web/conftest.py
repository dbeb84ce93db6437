"""Riverside Peers as anyone finds it, and Dora at the desk."""

import pytest
from django.test import Client

from alongside.ground import clock
from alongside.web.desk.half import SEEN


@pytest.fixture
def riverside(house):
    return house


@pytest.fixture
def anyone(riverside):
    return Client()


@pytest.fixture
def at_desk(desk):
    client = Client()
    client.force_login(desk)
    # As after the door: what is done within five minutes of that writes nothing.
    session = client.session
    session[SEEN] = clock.now().timestamp()
    session.save()
    return client
