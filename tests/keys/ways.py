"""A phone of Ada's, and what her room sends to change her ways in."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.people.models import Token
from pse.account import Lock
from pse.device import device_lock
from pse.ways_in import add_way
from tests.cast import HOME

PIN = "274913"
SECRET = bytes(range(32))


@dataclass
class Phone:
    """A device that is a way in."""

    username: str
    lock: Lock

    def proof(self, auth: bytes | None = None) -> dict:
        """What it shows at the door."""
        return {
            "username": self.username,
            "slot_id": text(self.lock.slot_id),
            "auth": text(auth or self.lock.auth),
        }


@cache
def device(username: str, slot_id: bytes = b"a phone of Ada's", pin: str | None = PIN) -> Lock:
    """What a phone derives, once in a run."""
    return device_lock(SECRET, pin=pin, slot_id=slot_id, home=HOME, username=username)


def phone_of(member, *, slot_id: bytes = b"a phone of Ada's", pin: str | None = None) -> Phone:
    """Make a phone somebody's own, with the spare code."""
    lock = device(member.username, slot_id, pin)
    papers = add_way(member.person, lock, name="phone", spare=member.made.locks[1])
    answer = member.room.post("/api/ways-in/changes", papers)
    assert answer.status_code == 200, answer.content
    return Phone(member.username, lock)


def text(raw: bytes) -> str:
    """Bytes as they travel."""
    return to_text(raw)


def stale(member) -> None:
    """Let somebody's sign-in be older than ten minutes."""
    for token in Token.objects.filter(account=member.account):
        token.expires_at -= timedelta(minutes=11)
        token.save()


def days_pass(monkeypatch, days: int) -> None:
    """Let days go by, for the server's clock alone; sign-ins are made anew after it."""
    then = clock.now() + timedelta(days=days)
    monkeypatch.setattr(clock, "now", lambda: then)
