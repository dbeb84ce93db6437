"""Calls that several files of this folder make."""

import os

import pytest

from alongside.ground import announce
from alongside.ground.identifiers import to_text
from alongside.repairs.announcements import RepairAnswered, RepairClosed, RepairOpened


class Between:
    """What two people do about something that did not sit right."""

    def __init__(self, relationship):
        self.path = f"/api/relationships/{relationship.pk}/repairs"

    def say(self, member, ref, *, tells_desk=False):
        """Say it."""
        return member.room.put(f"{self.path}/{to_text(ref)}", {"tells_desk": tells_desk})

    def wish(self, member, ref, *, tells_desk=True):
        """Say anew whether the desk may know."""
        return member.room.put(f"{self.path}/{to_text(ref)}/desk", {"tells_desk": tells_desk})

    def reply(self, member, ref):
        """Reply to it."""
        return member.room.post(f"{self.path}/{to_text(ref)}/answered")

    def close(self, member, ref):
        """Close it."""
        return member.room.call("DELETE", f"{self.path}/{to_text(ref)}", None)

    def seen(self, member):
        """See what is open."""
        return member.room.get(self.path).json()["repairs"]


@pytest.fixture
def between(talking):
    """Ada and Ben, who talk."""
    return Between(talking)


@pytest.fixture
def ref():
    """What a room draws for one thing."""
    return os.urandom(16)


@pytest.fixture
def heard():
    """What is announced of repairs, in order."""
    told = []
    kinds = (RepairOpened, RepairAnswered, RepairClosed)
    for kind in kinds:
        announce.listen(kind, told.append)
    yield told
    for kind in kinds:
        announce._listeners[kind].remove(told.append)
