"""Riverside Peers as anyone finds it, and Dora at the desk."""

import pytest
from django.test import Client


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
    return client
