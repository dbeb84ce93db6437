"""What people send is not written down beside the database."""

import logging

from alongside.ground.identifiers import to_text
from alongside.keys.actions import coming_in

MARKER = "meadow-marker-4242"
ADDRESS = "203.0.113.77"


def test_neither_names_nor_addresses_nor_bodies_reach_the_log(ada, nobody, caplog, monkeypatch):
    caplog.set_level(logging.DEBUG)
    nobody.client.defaults["REMOTE_ADDR"] = ADDRESS
    auth = to_text(bytes(32))
    for path in ("/api/sign-in", "/api/sign-up", "/api/nothing"):
        nobody.post(path, {"username": MARKER, "auth": auth})
    caplog.clear()
    nobody.post("/api/sign-in", {"username": MARKER, "auth": "no"})

    written = "\n".join(record.getMessage() for record in caplog.records)
    assert MARKER not in written
    assert ADDRESS not in written
    assert auth not in written


def test_a_fault_of_ours_says_where_and_not_who(ada, nobody, caplog, monkeypatch):
    monkeypatch.setattr(coming_in, "slots_named", lambda *_: 1 / 0)

    answer = nobody.post("/api/sign-in", {"username": MARKER, "auth": to_text(bytes(32))})

    assert answer.status_code == 500
    assert MARKER not in answer.content.decode()
    assert MARKER not in caplog.text
